// The service's limit of 40 messages a second in a room: what is more important goes first, the rest is dropped and nobody is told.
import type { Priority } from '../../../src/core/index.js';
import type { World } from './world.js';

export const PER_SECOND = 40;
const TURN = 100;
const WEIGHT: Record<Priority, number> = { high: 2, normal: 1, low: 0 };

interface Waiting {
  readonly weight: number;
  readonly deliver: () => void;
}

export class Budget {
  readonly #world: World;
  #left = PER_SECOND;
  #filledAt = 0;
  #crowd: Waiting[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** Delivers now or at the end of the turn, or never. */
  take(priority: Priority, deliver: () => void): void {
    this.#fill();
    if (this.#crowd.length === 0 && this.#left >= 1) {
      this.#left--;
      return deliver();
    }
    if (this.#crowd.length === 0) this.#world.time.after(TURN, () => this.#choose());
    this.#crowd.push({ weight: WEIGHT[priority] + this.#world.dice.next() / 2, deliver });
  }

  #fill(): void {
    const { now } = this.#world.time;
    this.#left = Math.min(PER_SECOND, this.#left + ((now - this.#filledAt) * PER_SECOND) / 1000);
    this.#filledAt = now;
  }

  #choose(): void {
    this.#fill();
    const crowd = this.#crowd.sort((a, b) => b.weight - a.weight);
    this.#crowd = [];
    for (const { deliver } of crowd) {
      if (this.#left >= 1) {
        this.#left--;
        deliver();
      } else this.#world.tally.add('message over the limit dropped');
    }
  }
}
