// Which packets of one incoming stream are missing, and which of those to ask for now.
import { ahead, next } from './sequence.js';

interface Missing {
  asked: number;
  at: number;
}

const ASK_AGAIN_MS = 60;
const GIVE_UP_AFTER = 6;
/** A longer gap is no loss but a pause; only a key frame helps. */
const LONGEST_GAP = 200;

export class Losses {
  #highest: number | undefined;
  #cycles = 0;
  readonly #missing = new Map<number, Missing>();
  #received = 0;
  #first: number | undefined;

  /** Takes note of a packet. Sent again or for the first time makes no difference. */
  note(sequence: number): void {
    this.#received += 1;
    this.#missing.delete(sequence);
    if (this.#highest === undefined) {
      this.#highest = this.#first = sequence;
      return;
    }
    const gap = ahead(sequence, this.#highest);
    if (gap <= 0) return;
    if (gap > LONGEST_GAP) this.#missing.clear();
    else for (let i = 1; i < gap; i++) this.#missing.set(next(this.#highest, i), { asked: 0, at: -Infinity });
    if (sequence < this.#highest) this.#cycles += 1;
    this.#highest = sequence;
  }

  /** What to ask for now, oldest first. */
  take(now: number): number[] {
    const due: number[] = [];
    for (const [sequence, missing] of this.#missing) {
      if (missing.asked >= GIVE_UP_AFTER) this.#missing.delete(sequence);
      else if (now - missing.at >= ASK_AGAIN_MS) {
        missing.asked += 1;
        missing.at = now;
        due.push(sequence);
      }
    }
    return due;
  }

  /** Packets received so far. */
  get received(): number {
    return this.#received;
  }

  /** Packets that were sent so far, by their numbers. */
  get expected(): number {
    return this.#first === undefined ? 0 : this.extended - this.#first + 1;
  }

  /** The highest number, counting how often they ran round. */
  get extended(): number {
    return this.#cycles * 0x10000 + (this.#highest ?? 0);
  }
}
