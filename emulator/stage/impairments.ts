// Bad networks for media: loss, delay, a narrow line. Signalling has faults of its own.
import type { Clock, Random } from '../../src/core/support/clock.js';

export interface Impairment {
  /** Whose media; default everybody's. */
  readonly user?: string;
  /** From the user or to the user; default both. */
  readonly direction?: 'up' | 'down';
  /** Share of packets that are lost, 0–1; 1 = nothing gets through. */
  readonly loss?: number;
  readonly delayMs?: number;
  /** What passes each way; what does not fit waits, up to a second, and then is lost. */
  readonly bitsPerSecond?: number;
}

const LONGEST_QUEUE_MS = 1000;

export class Impairments {
  readonly #clock: Clock;
  readonly #random: Random;
  #all: readonly Impairment[] = [];
  /** Until when a narrow line is busy, by impairment, user and direction. */
  readonly #busyUntil = new Map<string, number>();
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

  clear(): void {
    this.#all = [];
    this.#busyUntil.clear();
  }

  close(): void {
    this.#closed = true;
  }

  /** Lets a packet through, at once, later or never. */
  pass(user: string, direction: 'up' | 'down', bytes: number, deliver: () => void): void {
    let wait = 0;
    for (const [index, one] of this.#all.entries()) {
      if ((one.user ?? user) !== user || (one.direction ?? direction) !== direction) continue;
      if (one.loss !== undefined && this.#random() < one.loss) return;
      wait += one.delayMs ?? 0;
      if (one.bitsPerSecond === undefined) continue;
      const queued = this.#queue(`${index} ${direction} ${user}`, bytes, one.bitsPerSecond);
      if (queued > LONGEST_QUEUE_MS) return;
      wait += queued;
    }
    if (wait === 0) deliver();
    else this.#clock.after(wait, () => !this.#closed && deliver());
  }

  #queue(line: string, bytes: number, bitsPerSecond: number): number {
    const now = this.#clock.now();
    const start = Math.max(now, this.#busyUntil.get(line) ?? 0);
    if (start - now > LONGEST_QUEUE_MS) return Infinity;
    const end = start + (bytes * 8000) / bitsPerSecond;
    this.#busyUntil.set(line, end);
    return end - now;
  }
}
