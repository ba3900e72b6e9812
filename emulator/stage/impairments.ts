// Bad networks for media: loss, delay, a narrow line.
import type { Clock, Random } from '../../src/core/support/clock.js';
import type { Impairment } from '../support/fault-types.js';

const LONGEST_QUEUE_MS = 1000;

export class Impairments {
  readonly #clock: Clock;
  readonly #random: Random;
  #all: readonly Impairment[] = [];
  /** Until when a narrow line is busy, by user and direction; forgotten with its impairment. */
  readonly #busyUntil = new WeakMap<Impairment, Map<string, number>>();
  #closed = false;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** In force until the returned function is called. */
  add(impairment: Impairment): () => void {
    this.#all = [...this.#all, impairment];
    return () => {
      this.#all = this.#all.filter((other) => other !== impairment);
    };
  }

  /** Ends those of one user, or all; returns how many. */
  clear(user?: string): number {
    const before = this.#all.length;
    this.#all = this.#all.filter((one) => user !== undefined && one.user !== user);
    return before - this.#all.length;
  }

  close(): void {
    this.#closed = true;
  }

  /** Lets a packet through, at once, later or never. */
  pass(user: string, direction: 'up' | 'down', bytes: number, deliver: () => void): void {
    let wait = 0;
    for (const one of this.#all) {
      if ((one.user ?? user) !== user || (one.direction ?? direction) !== direction) continue;
      if (one.loss !== undefined && this.#random() < one.loss) return;
      wait += one.delayMs ?? 0;
      if (one.bitsPerSecond === undefined) continue;
      const queued = this.#queue(one, `${direction} ${user}`, bytes, one.bitsPerSecond);
      if (queued > LONGEST_QUEUE_MS) return;
      wait += queued;
    }
    if (wait === 0) deliver();
    else this.#clock.after(wait, () => !this.#closed && deliver());
  }

  #queue(impairment: Impairment, line: string, bytes: number, bitsPerSecond: number): number {
    const lines = this.#busyUntil.get(impairment) ?? new Map<string, number>();
    this.#busyUntil.set(impairment, lines);
    const now = this.#clock.now();
    const start = Math.max(now, lines.get(line) ?? 0);
    if (start - now > LONGEST_QUEUE_MS) return Infinity;
    const end = start + (bytes * 8000) / bitsPerSecond;
    lines.set(line, end);
    return end - now;
  }
}
