// The service's rate limit: so many messages a second and group, the rest is dropped although its sender gets success.
import type { Clock } from '../../src/core/support/clock.js';

/** The smaller, the more important: the numbers on the wire. */
export const PRIORITY = { High: 1, Normal: 2, Low: 3, Lowest: 4 } as const;
export type PriorityName = keyof typeof PRIORITY;

export function priorityOf(name: string | undefined): number {
  return PRIORITY[name as PriorityName] ?? PRIORITY.Normal;
}

/**
 * The service sorts one second's messages by priority and drops the tail. This one decides on arrival, so that a quiet
 * group has no delay: a message passes while fewer than the limit of its own or a higher priority have passed in this
 * second. What a high one takes beyond the limit is taken from the next second.
 */
export class MessageLimit {
  readonly #clock: Clock;
  readonly #perSecond: number;
  #second = 0;
  /** How many passed in this second, by priority. */
  #passed = new Map<number, number>();
  /** Places of this second that an earlier one has used up. */
  #debt = 0;

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  /** Whether a message passes; counts it when it does. */
  admits(priority: number): boolean {
    this.#turnTo(Math.floor(this.#clock.now() / 1000));
    // The most important ones are not made to pay for what others borrowed.
    const taken = this.#countUpTo(priority) + (priority === PRIORITY.High ? 0 : this.#debt);
    if (taken >= this.#perSecond) return false;
    this.#passed.set(priority, (this.#passed.get(priority) ?? 0) + 1);
    return true;
  }

  #turnTo(second: number): void {
    if (second === this.#second) return;
    const owed = this.#countUpTo(PRIORITY.Lowest) + this.#debt - this.#perSecond * (second - this.#second);
    this.#debt = Math.max(0, owed);
    this.#passed = new Map();
    this.#second = second;
  }

  #countUpTo(priority: number): number {
    return [...this.#passed].reduce((sum, [one, count]) => (one <= priority ? sum + count : sum), 0);
  }
}
