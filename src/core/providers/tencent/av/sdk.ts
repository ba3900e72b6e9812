// What this provider uses of trtc-sdk-v5 5.17, in types: the package's own need const enums that do not exist at run time, and are full of `any`.

/** Error of the SDK. `extraCode` is the reason: the service's or the SDK's own; the first cause hides in `originError`. */
export interface SdkError extends Error {
  readonly code: number;
  readonly extraCode?: number;
  readonly originError?: unknown;
}

export interface ProxyOptions {
  /** Signalling goes here, and no scheduling service is asked where to go. */
  readonly websocketProxy: string;
  /** Telemetry goes here. */
  readonly loggerProxy: string;
  /** Host that is asked anew where to go, over https:, when signalling has been cut for some seconds. */
  readonly scheduleProxy: string;
}

export interface EnterOptions {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
  /** 1–4294967294. */
  readonly roomId?: number;
  /** 1–64 of the characters that the SDK allows. */
  readonly strRoomId?: string;
  readonly scene: 'live';
  readonly role: 'anchor' | 'audience';
  readonly autoReceiveAudio: boolean;
  readonly autoReceiveVideo: boolean;
  readonly enableAutoPlayDialog: boolean;
  /** Least and longest time from network to screen, in milliseconds. */
  readonly playoutDelay: { readonly min: number; readonly max: number };
  readonly privateMapKey?: string;
  readonly proxy?: ProxyOptions;
}

export type StreamType = 'main' | 'sub';

export interface RemoteStream {
  readonly userId: string;
  readonly streamType: StreamType;
}

/** What is encoded at most; `bitrate` in kbit/s. */
export interface VideoProfile {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  readonly bitrate: number;
}

export interface LocalVideoOptions {
  readonly view?: null;
  readonly mute?: boolean;
  readonly option?: { readonly videoTrack: MediaStreamTrack; readonly profile?: VideoProfile; readonly small?: false };
}

export interface LocalAudioOptions {
  readonly mute?: boolean;
  readonly option?: { readonly audioTrack: MediaStreamTrack };
}

/** What comes with each event. */
export interface SdkEvents {
  readonly error: SdkError;
  readonly 'kicked-out': { readonly reason: 'kick' | 'banned' | 'room_disband' };
  readonly 'autoplay-failed': { readonly userId: string; readonly resume: () => Promise<void> };
  readonly 'audio-play-state-changed': { readonly userId: string; readonly state: 'PLAYING' | 'PAUSED' | 'STOPPED' };
  /** The signalling connection only. */
  readonly 'connection-state-changed': { readonly state: string };
  readonly 'remote-user-exit': { readonly userId: string };
  readonly 'remote-video-available': RemoteStream;
  readonly 'remote-video-unavailable': RemoteStream;
  readonly 'remote-audio-available': { readonly userId: string };
  readonly 'remote-audio-unavailable': { readonly userId: string };
  /** Every two seconds. */
  readonly statistics: Statistics;
  /** `userId` is empty for a track of one's own. */
  readonly track: { readonly userId: string; readonly streamType: StreamType; readonly track: MediaStreamTrack };
  readonly 'publish-state-changed': {
    readonly mediaType: 'audio' | 'video' | 'screen';
    readonly state: 'starting' | 'started' | 'stopped';
    readonly reason?: string;
    readonly error?: SdkError;
  };
}

/** What is received, in kbit/s. */
export interface Statistics {
  readonly remoteStatistics: readonly {
    readonly userId: string;
    readonly audio?: { readonly bitrate: number };
    readonly video: readonly { readonly videoType: 'big' | 'small' | 'sub'; readonly bitrate: number }[];
  }[];
}

/** One instance: one person on at most one stage. */
export interface Trtc {
  on<Name extends keyof SdkEvents>(name: Name, listener: (event: SdkEvents[Name]) => void): void;
  off(name: '*'): void;
  /** Stays pending for ever when the service can not be reached; only `destroy` ends it then. */
  enterRoom(options: EnterOptions): Promise<void>;
  exitRoom(): Promise<void>;
  /** Throws while on a stage. */
  destroy(): void;
  startLocalVideo(options: LocalVideoOptions): Promise<void>;
  updateLocalVideo(options: LocalVideoOptions): Promise<void>;
  stopLocalVideo(): Promise<void>;
  startLocalAudio(options: LocalAudioOptions): Promise<void>;
  updateLocalAudio(options: LocalAudioOptions): Promise<void>;
  stopLocalAudio(): Promise<void>;
  /** Without a view it only subscribes. */
  startRemoteVideo(stream: RemoteStream & { readonly view: null }): Promise<void>;
  getVideoTrack(stream: RemoteStream): MediaStreamTrack | null;
  muteRemoteAudio(userId: string, mute: boolean): Promise<void>;
  /** 0–100; before the sound comes, too. */
  setRemoteAudioVolume(userId: string, volume: number): void;
}

/** What the browser can do, as the SDK finds out by trying. */
export interface Support {
  readonly isBrowserSupported: boolean;
  readonly isWebRTCSupported: boolean;
  readonly isH264EncodeSupported: boolean;
  readonly isVp8EncodeSupported: boolean;
  readonly isH264DecodeSupported: boolean;
  readonly isVp8DecodeSupported: boolean;
}

/** The package's default export. */
export interface TrtcSdk {
  create(options: { readonly enableVolumeControlInIOS: boolean }): Trtc;
  isSupported(): Promise<{ readonly detail: Support }>;
  /** 5: none. */
  setLogLevel(level: number, upload: boolean): void;
}

/** Loads the SDK's code: about 240 KB compressed as a module; 280 KB where a bundler takes the package's main file. */
export async function loadTrtcSdk(): Promise<TrtcSdk> {
  const loaded = (await import('trtc-sdk-v5')) as unknown as { readonly default: TrtcSdk };
  return loaded.default;
}
