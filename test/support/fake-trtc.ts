// An instance of the stage SDK that a test plays itself: it keeps what is called, and answers when the test says so.
import type { SdkEvents, Trtc, TrtcSdk, Support } from '../../src/core/providers/tencent/av/sdk.js';

type Method = Exclude<keyof Trtc, 'on' | 'off'>;

export class FakeTrtc implements Trtc {
  /** What was called, oldest first, with its arguments. */
  readonly calls: (readonly [Method, ...unknown[]])[] = [];
  /** What a method answers instead of success at once. */
  readonly answers: Partial<Record<Method, () => Promise<void>>> = {};
  readonly #listeners = new Map<string, ((event: never) => void)[]>();

  on<Name extends keyof SdkEvents>(name: Name, listener: (event: SdkEvents[Name]) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  off(): void {
    this.#listeners.clear();
  }

  tell<Name extends keyof SdkEvents>(name: Name, event: SdkEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (event: SdkEvents[Name]) => void)(event);
  }

  /** The calls of one method. */
  of(method: Method): readonly unknown[][] {
    return this.calls.filter(([name]) => name === method).map(([, ...args]) => args);
  }

  enterRoom = this.#method('enterRoom');
  exitRoom = this.#method('exitRoom');
  startLocalVideo = this.#method('startLocalVideo');
  updateLocalVideo = this.#method('updateLocalVideo');
  stopLocalVideo = this.#method('stopLocalVideo');
  startLocalAudio = this.#method('startLocalAudio');
  updateLocalAudio = this.#method('updateLocalAudio');
  stopLocalAudio = this.#method('stopLocalAudio');
  startRemoteVideo = this.#method('startRemoteVideo');
  muteRemoteAudio = this.#method('muteRemoteAudio');

  destroy(): void {
    this.calls.push(['destroy']);
  }

  getVideoTrack(): MediaStreamTrack | null {
    return null;
  }

  setRemoteAudioVolume(userId: string, volume: number): void {
    this.calls.push(['setRemoteAudioVolume', userId, volume]);
  }

  #method(name: Method) {
    return (...args: unknown[]): Promise<void> => {
      this.calls.push([name, ...args]);
      return this.answers[name]?.() ?? Promise.resolve();
    };
  }
}

const ABLE: Support = {
  isBrowserSupported: true,
  isWebRTCSupported: true,
  isH264EncodeSupported: true,
  isVp8EncodeSupported: true,
  isH264DecodeSupported: true,
  isVp8DecodeSupported: true,
};

/** The SDK's face to a page; each `create` gives the same instance, or what a function makes. */
export function fakeSdk(trtc: Trtc | (() => Trtc), lacks: Partial<Support> = {}): TrtcSdk {
  return {
    create: () => (typeof trtc === 'function' ? trtc() : trtc),
    isSupported: () => Promise.resolve({ detail: { ...ABLE, ...lacks } }),
    setLogLevel: () => undefined,
  };
}
