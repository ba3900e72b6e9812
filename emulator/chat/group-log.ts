// What a group has delivered, in order. A place in the log is what a poll continues from.
import type { Draft } from './items.js';

export interface Delivered extends Draft {
  readonly place: number;
}

const KEPT = 500;

export class GroupLog {
  #entries: readonly Delivered[] = [];
  #next = 1;
  readonly #listeners = new Set<() => void>();

  /** The place the next entry gets. */
  get next(): number {
    return this.#next;
  }

  get entries(): readonly Delivered[] {
    return this.#entries;
  }

  append(draft: Draft): void {
    this.#entries = [...this.#entries.slice(1 - KEPT), { ...draft, place: this.#next++ }];
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls `listener` after every entry. Returns how to stop that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
