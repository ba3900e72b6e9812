// Where a viewer sees and hears the host: one video element that moves to whichever element shows the stage.
import { RoomError } from '../errors/room-error.js';
import type { Sending } from './sending.js';
import { makeVideo, onNextFrame } from './video-element.js';

export interface ScreenHooks {
  readonly firstFrame: () => void;
  /** There is sound, and the browser does not play it; or it does not even play the picture. */
  readonly blocked: () => void;
}

export interface ScreenOptions {
  /** The sound is played elsewhere: this is the picture only. */
  readonly silent?: boolean;
}

export class Screen {
  readonly #hooks: ScreenHooks;
  readonly #silent: boolean;
  /** The elements that want the picture; the last one has it. */
  #places: readonly { readonly element: HTMLElement }[] = [];
  #video: HTMLVideoElement | undefined;
  #stream: MediaStream | null = null;
  #picture: 'off' | 'expected' | 'shown' = 'off';
  #stopWaiting: (() => void) | undefined;
  #volume = 1;
  #hasSound = false;
  #blocked = false;
  /** Whether the page knows that the sound is blocked. */
  #told = false;

  constructor(hooks: ScreenHooks, { silent = false }: ScreenOptions = {}) {
    this.#hooks = hooks;
    this.#silent = silent;
  }

  attach(element: HTMLElement): () => void {
    const place = { element };
    this.#places = [...this.#places, place];
    this.#settle();
    return () => {
      this.#places = this.#places.filter((other) => other !== place);
      this.#settle();
    };
  }

  /** Plays this from now on; null for nothing. */
  play(stream: MediaStream | null): void {
    this.#stream = stream;
    // Another stream, another try: and a refusal is told anew to whoever entered anew.
    this.#blocked = false;
    this.#told = false;
    this.#settle();
  }

  /** Takes what is to come. Until the first frame of a picture the screen is blank: it never shows an old one. */
  expect({ video, audio }: Sending): void {
    this.#hasSound = audio;
    this.#tellBlocked();
    if (video === (this.#picture !== 'off')) return;
    this.#picture = video ? 'expected' : 'off';
    this.#awaitFrame();
  }

  setVolume(volume: number): void {
    const before = this.#volume;
    this.#volume = volume;
    // From silence to sound is what a browser may refuse, so it is tried like a first play.
    if (before === 0 && volume > 0) void this.#start();
    else if (this.#video) Object.assign(this.#video, this.#sound);
  }

  /** Turns the sound on; call from a click or a key. Rejects when the browser still refuses. */
  async unblock(): Promise<void> {
    this.#blocked = false;
    await this.#start();
    if (this.#blocked)
      throw new RoomError('wrong-phase', 'The browser plays sound only after a click or a key: call resume from one.');
  }

  close(): void {
    this.#places = [];
    this.#stream = null;
    this.#picture = 'off';
    this.#settle();
  }

  get #sound(): { volume: number; muted: boolean } {
    return { volume: this.#volume, muted: this.#silent || this.#blocked || this.#volume === 0 };
  }

  /** Makes the video element be where it should be and play what it should play. */
  #settle(): void {
    const element = this.#places.at(-1)?.element;
    if (!element) return this.#free();
    this.#video ??= makeVideo(element.ownerDocument);
    if (this.#video.parentNode !== element) element.append(this.#video);
    if (this.#video.srcObject !== this.#stream) this.#video.srcObject = this.#stream;
    this.#awaitFrame();
    void this.#start();
  }

  #free(): void {
    this.#stopWaiting?.();
    if (!this.#video) return;
    this.#video.pause();
    this.#video.srcObject = null;
    this.#video.remove();
    this.#video = undefined;
  }

  async #start(): Promise<void> {
    const video = this.#video;
    if (!video || !this.#stream) return;
    Object.assign(video, this.#sound);
    try {
      await video.play();
    } catch (error) {
      // Anything else is a play() that a newer one, or taking the picture away, has overtaken.
      if (!isRefusal(error) || video !== this.#video) return;
      this.#blocked = true;
      if (video.muted) return this.#tell();
      await this.#startSilent(video);
    }
  }

  async #startSilent(video: HTMLVideoElement): Promise<void> {
    video.muted = true;
    this.#tellBlocked();
    await video.play().catch((error: unknown) => (isRefusal(error) ? this.#tell() : undefined));
  }

  #tellBlocked(): void {
    if (this.#blocked && this.#hasSound) this.#tell();
  }

  /** Also without sound: a phone that saves power refuses even silent pictures. */
  #tell(): void {
    if (this.#told) return;
    this.#told = true;
    this.#hooks.blocked();
  }

  #awaitFrame(): void {
    this.#stopWaiting?.();
    const video = this.#video;
    if (!video) return;
    video.style.visibility = this.#picture === 'shown' ? '' : 'hidden';
    if (this.#picture !== 'expected' || !this.#stream) return;
    this.#stopWaiting = onNextFrame(video, () => {
      this.#picture = 'shown';
      video.style.visibility = '';
      this.#hooks.firstFrame();
    });
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}
