// Loads the SDK once, when it is first needed, finds out whether this browser can take part, and hands out its instances.
import { requireStorage } from '../../../errors/require-storage.js';
import { RoomError } from '../../../errors/room-error.js';
import type { StageRole } from '../../../ports/av-port.js';
import { loadTrtcSdk, type Support, type Trtc, type TrtcSdk } from './sdk.js';

/** The SDK prints nothing and uploads no log: what matters comes as errors. */
const SILENT = 5;

/** How long to wait for a page that is never idle, in milliseconds. */
const LONGEST_BUSY = 2_000;

interface Loaded {
  readonly sdk: TrtcSdk;
  readonly support: Support;
}

export class SdkLoader {
  readonly #load: () => Promise<TrtcSdk>;
  #loaded: Promise<Loaded> | undefined;
  #spare: Trtc | undefined;
  #closed = false;

  constructor(load = loadTrtcSdk) {
    this.#load = load;
  }

  /**
   * When the page has nothing better to do: the code, and then an instance, since making the first one takes tens of
   * milliseconds that the swap would have to wait for. Never rejects; what failed is tried again when it is needed.
   */
  async preload(): Promise<void> {
    try {
      await idle();
      const { sdk } = await this.#ready();
      await idle();
      if (!this.#closed) this.#spare ??= make(sdk);
    } catch {
      // Told to whoever enters.
    }
  }

  /** Gives what makes an instance that nobody has used. Codes: stage-unavailable, unsupported-browser, storage-unavailable. */
  async makerFor(role: StageRole): Promise<() => Trtc> {
    if (typeof RTCPeerConnection === 'undefined') throw unsupported('has no WebRTC (RTCPeerConnection)');
    const { sdk, support } = await this.#ready();
    if (!support.isBrowserSupported || !support.isWebRTCSupported) throw unsupported('is too old for the stage');
    if (role === 'anchor' && !support.isH264EncodeSupported && !support.isVp8EncodeSupported)
      throw unsupported('can not encode video');
    if (role === 'audience' && !support.isH264DecodeSupported && !support.isVp8DecodeSupported)
      throw unsupported('can not decode video');
    return () => this.#take() ?? make(sdk);
  }

  /** Frees what was made ahead; nothing more is. */
  close(): void {
    this.#closed = true;
    this.#take()?.destroy();
  }

  #take(): Trtc | undefined {
    const spare = this.#spare;
    this.#spare = undefined;
    return spare;
  }

  #ready(): Promise<Loaded> {
    this.#loaded ??= this.#prepare().catch((error: unknown) => {
      this.#loaded = undefined;
      if (error instanceof RoomError) throw error;
      throw new RoomError('stage-unavailable', 'The code of the stage could not be loaded: try again.', error);
    });
    return this.#loaded;
  }

  async #prepare(): Promise<Loaded> {
    // Its code would fail, and stay failed after storage is allowed.
    requireStorage();
    const sdk = await this.#load();
    sdk.setLogLevel(SILENT, false);
    const { detail } = await sdk.isSupported();
    return { sdk, support: { ...detail } };
  }
}

function make(sdk: TrtcSdk): Trtc {
  return sdk.create({ enableVolumeControlInIOS: true });
}

/** Safari knows no idle time: there it is now. */
function idle(): Promise<void> {
  const { requestIdleCallback } = globalThis as Partial<Pick<Window, 'requestIdleCallback'>>;
  if (!requestIdleCallback) return Promise.resolve();
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: LONGEST_BUSY }));
}

function unsupported(why: string): RoomError {
  return new RoomError('unsupported-browser', `This browser ${why}: use a current Chrome, Edge, Safari or Firefox.`);
}
