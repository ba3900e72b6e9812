// What a viewer gets of the host: the screen, and the signals that tell of it.
import type { AvSignal } from '../ports/av-port.js';
import { Screen, type ScreenOptions } from './screen.js';
import { NOTHING, type Sending } from './sending.js';

export class HostView {
  readonly #emit: (signal: AvSignal) => void;
  readonly #screen: Screen;
  #sending = NOTHING;

  constructor(emit: (signal: AvSignal) => void, options: ScreenOptions = {}) {
    this.#emit = emit;
    this.#screen = new Screen(
      {
        firstFrame: () => emit({ type: 'first-frame' }),
        blocked: () => emit({ type: 'autoplay-blocked', resume: () => this.#screen.unblock() }),
      },
      options,
    );
  }

  attach(element: HTMLElement): () => void {
    return this.#screen.attach(element);
  }

  setVolume(volume: number): void {
    this.#screen.setVolume(volume);
  }

  /** Shows this from now on; null for nothing. */
  play(stream: MediaStream | null): void {
    this.#screen.play(stream);
  }

  /** Takes what the host sends from now on, and tells what is new. */
  expect(sending: Sending): void {
    const before = this.#sending;
    this.#sending = sending;
    this.#screen.expect(sending);
    if (sending.video !== before.video) this.#emit({ type: 'host-video', on: sending.video });
    if (sending.audio !== before.audio) this.#emit({ type: 'host-audio', on: sending.audio });
  }

  /** Forgets the host without a word: whoever left knows that nothing comes any more. */
  clear(): void {
    this.#sending = NOTHING;
    this.#screen.expect(NOTHING);
    this.#screen.play(null);
  }

  close(): void {
    this.#screen.close();
  }
}
