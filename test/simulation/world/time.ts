// Virtual time: one queue for the whole world. Between two entries everything settles that can, as it would in life.
import type { Clock } from '../../../src/core/index.js';

/** Whoever code runs for. A frozen owner's entries wait until it thaws; a dead one's never run. */
export interface Owner {
  frozen: boolean;
  dead: boolean;
  readonly parked: Entry[];
}

export interface Entry {
  readonly at: number;
  readonly order: number;
  readonly owner: Owner | undefined;
  /** Undefined once it ran or was cancelled. */
  run: (() => void) | undefined;
}

/** When a world begins, in milliseconds since 1970. */
export const BEGINNING = 1_790_000_000_000;

export class WorldTime {
  now = BEGINNING;
  readonly #settle: () => void;
  readonly #heap: Entry[] = [];
  #order = 0;

  /** @param settle - Lets every promise that can settle do so. */
  constructor(settle: () => void) {
    this.#settle = settle;
  }

  after(ms: number, run: () => void, owner?: Owner): Entry {
    const entry = { at: this.now + Math.max(0, ms), order: this.#order++, owner, run };
    this.#push(entry);
    return entry;
  }

  /** Lets `ms` milliseconds pass, running what falls due, in order. */
  pass(ms: number): void {
    const end = this.now + ms;
    this.#settle();
    for (let first = this.#heap[0]; first && first.at <= end; first = this.#heap[0]) {
      this.#pop();
      if (!first.run) continue;
      this.now = Math.max(this.now, first.at);
      this.#runNow(first);
    }
    this.now = end;
  }

  /** The page's code goes on: everything that fell due meanwhile runs, in order. */
  thaw(owner: Owner): void {
    owner.frozen = false;
    for (const entry of owner.parked.splice(0)) this.#runNow(entry);
  }

  #runNow(entry: Entry): void {
    const { owner, run } = entry;
    if (!run || owner?.dead) return;
    if (owner?.frozen) {
      owner.parked.push(entry);
      return;
    }
    entry.run = undefined;
    run();
    // The services make no promises: only a page's code can have left any.
    if (owner) this.#settle();
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(entry, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A page's own clock: wrong by `skew` milliseconds, and counting what is scheduled on it. */
export class PageClock implements Clock {
  scheduled = 0;
  readonly #time: WorldTime;
  readonly #owner: Owner;
  readonly #skew: number;

  constructor(time: WorldTime, owner: Owner, skew: number) {
    this.#time = time;
    this.#owner = owner;
    this.#skew = skew;
  }

  now(): number {
    return this.#time.now + this.#skew;
  }

  after(ms: number, run: () => void): () => void {
    this.scheduled++;
    const entry = this.#time.after(
      ms,
      () => {
        this.scheduled--;
        run();
      },
      this.#owner,
    );
    return () => {
      if (!entry.run) return;
      entry.run = undefined;
      this.scheduled--;
    };
  }
}
