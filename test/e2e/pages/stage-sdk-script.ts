// What runs inside the page of stage-sdk-page.ts: it is sent there as text and may use nothing from outside.

export interface StageHeard {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** performance.now() */
  readonly at: number;
}

export type Outcome = { readonly ok: true } | { readonly code: number; readonly extraCode?: number };

export interface Seen {
  /** Frames that differed from the one before. */
  readonly changes: number;
  /** Mean brightness of the last frame, 0–255. */
  readonly brightness: number;
  readonly width: number;
  readonly height: number;
}

export interface Reception {
  readonly framesDecoded: number;
  readonly packetsLost: number;
  readonly nackCount: number;
  readonly pliCount: number;
  readonly codec: string;
  readonly energy: number;
}

type Sdk = Record<string, (...args: unknown[]) => Promise<unknown>> & {
  on(event: string, listener: (data: Record<string, unknown>) => void): void;
};

declare global {
  interface Window {
    TRTC: { create(options?: object): Sdk; setLogLevel(level: number, upload: boolean): void };
    stagePerson: {
      readonly heard: StageHeard[];
      /** Options for the videos that are started by themselves. */
      options: object;
      start(): void;
      stop(): Promise<void>;
      call(method: string, args: readonly unknown[]): Promise<Outcome>;
      watch(user: string, streamType: string, count: number): Promise<Seen>;
      startRemote(user: string, streamType: string): Promise<Outcome>;
      inbound(kind: 'audio' | 'video'): Promise<Reception[]>;
      offeredAddresses(): string[];
      shareCanvas(): Promise<Outcome>;
      failConnection(): Promise<void>;
      say(cmdId: number, text: string): void;
    };
  }
}

export function installStagePerson(): void {
  const EVENTS = [
    'error',
    'kicked-out',
    'remote-user-enter',
    'remote-user-exit',
    'remote-audio-available',
    'remote-audio-unavailable',
    'remote-video-available',
    'remote-video-unavailable',
    'first-video-frame',
    'custom-message',
    'connection-state-changed',
    'publish-state-changed',
    'network-quality',
    'statistics',
  ];
  const heard: StageHeard[] = [];
  const connections: RTCPeerConnection[] = [];
  let sdk: Sdk;
  let sharing = false;

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config?: RTCConfiguration) {
      super(config);
      connections.push(this);
    }
  };

  const viewOf = (user: string, streamType: string) => {
    const id = `view-${user}-${streamType}`;
    const known = document.getElementById(id);
    if (known) return known;
    const view = Object.assign(document.createElement('div'), { id });
    view.style.cssText = 'width:320px;height:180px;float:left';
    return document.body.appendChild(view);
  };
  const plain = (data: unknown) =>
    JSON.parse(
      JSON.stringify(data ?? {}, (_, value: unknown) =>
        value instanceof ArrayBuffer
          ? new TextDecoder().decode(value)
          : value instanceof Error
            ? {
                message: value.message,
                code: (value as { code?: number }).code,
                extraCode: (value as { extraCode?: number }).extraCode,
              }
            : value,
      ),
    ) as Record<string, unknown>;

  const person: Window['stagePerson'] = {
    heard,
    options: {},
    async stop() {
      for (const method of ['stopScreenShare', 'stopLocalVideo', 'stopLocalAudio', 'exitRoom']) {
        await person.call(method, []);
      }
      void sdk['destroy']!();
      heard.length = connections.length = 0;
      sharing = false;
      person.options = {};
      document.body.replaceChildren();
    },
    start() {
      window.TRTC.setLogLevel(5, false);
      sdk = window.TRTC.create({ enableAutoPlayDialog: false });
      for (const event of EVENTS) {
        sdk.on(event, (data) => {
          heard.push({ event, data: plain(data), at: performance.now() });
          if (event !== 'remote-video-available') return;
          const { userId, streamType } = data as { userId: string; streamType: string };
          void person.startRemote(userId, streamType);
        });
      }
    },
    async call(method, args) {
      heard.push({ event: `call ${method}`, data: {}, at: performance.now() });
      try {
        await sdk[method]!(...args);
        heard.push({ event: `done ${method}`, data: {}, at: performance.now() });
        return { ok: true };
      } catch (error) {
        const { code, extraCode } = error as { code: number; extraCode?: number };
        return extraCode === undefined ? { code } : { code, extraCode };
      }
    },
    async watch(user, streamType, count) {
      const view = viewOf(user, streamType);
      let video = view.querySelector('video');
      while (!video?.videoWidth) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        video = view.querySelector('video');
      }
      const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      let before: Uint8ClampedArray | undefined;
      let changes = 0;
      let brightness = 0;
      for (let i = 0; i < count; i++) {
        await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
        context.drawImage(video, 0, 0, 32, 32);
        const pixels = context.getImageData(0, 0, 32, 32).data;
        if (before && pixels.some((value, at) => value !== before![at])) changes++;
        brightness = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
        before = pixels;
      }
      return { changes, brightness, width: video.videoWidth, height: video.videoHeight };
    },
    startRemote(userId, streamType) {
      const view = viewOf(userId, streamType);
      return person.call('startRemoteVideo', [{ userId, streamType, view, option: person.options }]);
    },
    async inbound(kind) {
      const found: Reception[] = [];
      for (const connection of connections) {
        const stats = await connection.getStats();
        stats.forEach((one: Record<string, unknown>) => {
          if (one['type'] !== 'inbound-rtp' || one['kind'] !== kind) return;
          const codec = stats.get(String(one['codecId'])) as { mimeType: string } | undefined;
          found.push({
            framesDecoded: Number(one['framesDecoded'] ?? 0),
            packetsLost: Number(one['packetsLost'] ?? 0),
            nackCount: Number(one['nackCount'] ?? 0),
            pliCount: Number(one['pliCount'] ?? 0),
            codec: codec?.mimeType ?? '',
            energy: Number(one['totalAudioEnergy'] ?? 0),
          });
        });
      }
      return found;
    },
    offeredAddresses() {
      const described = connections.map(({ remoteDescription }) => remoteDescription?.sdp ?? '').join('');
      return [...described.matchAll(/^a=candidate:\S+ \d+ udp \d+ (\S+) /gim)].map(([, address]) => address!);
    },
    shareCanvas() {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
      const context = canvas.getContext('2d')!;
      // Not by animation frames, of which a page behind another one gets about one a second.
      const drawing = setInterval(() => {
        if (!sharing) return clearInterval(drawing);
        context.fillStyle = `hsl(${performance.now() / 5} 90% 60%)`;
        context.fillRect(0, 0, 640, 360);
      }, 40);
      sharing = true;
      const [videoTrack] = canvas.captureStream(15).getVideoTracks();
      return person.call('startScreenShare', [{ option: { videoTrack } }]);
    },
    async failConnection() {
      const connection = connections.filter(({ connectionState }) => connectionState === 'connected').at(-1)!;
      connection.close();
      Object.defineProperty(connection, 'connectionState', { value: 'failed' });
      connection.dispatchEvent(new Event('connectionstatechange'));
    },
    say(cmdId, text) {
      sdk['sendCustomMessage']!({ cmdId, data: new TextEncoder().encode(text).buffer })?.catch(() => undefined);
    },
  };
  window.stagePerson = person;
}
