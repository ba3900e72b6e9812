// Counts events per second of virtual time.

export interface Rate {
  /** Most in a second. */
  readonly peak: number;
  /** 99 of 100 seconds in which anything happened had no more. */
  readonly p99: number;
  /** In all. */
  readonly total: number;
}

/** Seconds are looked at in steps of this many milliseconds, so that a rush over a boundary is seen whole. */
const STEP = 100;

export class Meter {
  readonly #weight: number;
  readonly #counts = new Map<number, number>();

  /** @param weight - How many events each counted one stands for. */
  constructor(weight: number) {
    this.#weight = weight;
  }

  count(now: number): void {
    const step = Math.floor(now / STEP);
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + this.#weight);
  }

  rate(from: number, to: number): Rate {
    const steps = 1000 / STEP;
    const seconds: number[] = [];
    let running = 0;
    let total = 0;
    for (let step = Math.floor(from / STEP); step <= Math.floor(to / STEP); step++) {
      const count = this.#counts.get(step) ?? 0;
      total += count;
      running += count - (step - steps >= Math.floor(from / STEP) ? (this.#counts.get(step - steps) ?? 0) : 0);
      if (running > 0) seconds.push(running);
    }
    seconds.sort((a, b) => a - b);
    return { peak: seconds.at(-1) ?? 0, p99: seconds[Math.ceil(seconds.length * 0.99) - 1] ?? 0, total };
  }
}
