// Brings a lost connection back: by itself the SDK tries once within a second and then every sixteen, unless something is asked of it.
import type { Random } from '../../../support/clock.js';
import { backoff } from '../../../support/backoff.js';
import type { Cancel, Clock } from '../../../support/clock.js';

const RETRY = { first: 1000, longest: 8000, factor: 1.25 };

export class Nudge {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #ask: () => void;
  #attempt = 0;
  #cancel: Cancel | undefined;

  /** @param ask - Asks something cheap, which makes the SDK open a connection if it has none. */
  constructor(clock: Clock, random: Random, ask: () => void) {
    this.#clock = clock;
    this.#random = random;
    this.#ask = ask;
  }

  /** Asks from now on, at growing intervals, until {@link stop}. */
  start(): void {
    if (this.#cancel) return;
    this.#attempt = 0;
    this.#schedule();
  }

  /** The same, quick again. */
  restart(): void {
    this.stop();
    this.start();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #schedule(): void {
    this.#attempt += 1;
    this.#cancel = this.#clock.after(backoff(RETRY, this.#attempt, this.#random), () => {
      this.#ask();
      this.#schedule();
    });
  }
}
