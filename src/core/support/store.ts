// One value that is replaced, never edited, and tells its listeners when it was. Knows nothing of rooms.
import { guarded } from './guarded.js';

export type Listener<T> = (value: T, before: T) => void;

export class Store<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly #untold: { readonly value: T; readonly before: T }[] = [];
  #telling = false;
  #value: T;

  constructor(initial: T) {
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  /** Replaces the value; listeners hear of it only when it is another one. */
  set(next: T): void {
    const before = this.#value;
    if (Object.is(before, next)) return;
    this.#value = next;
    this.#untold.push({ value: next, before });
    if (!this.#telling) this.#tell();
  }

  /** Calls `listener` at each change until the returned function is called. */
  subscribe(listener: Listener<T>): () => void {
    const entry: Listener<T> = (value, before) => listener(value, before);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** A listener may change the value again: the others still hear of every change once, in order. */
  #tell(): void {
    this.#telling = true;
    try {
      for (let change = this.#untold.shift(); change; change = this.#untold.shift()) {
        for (const listener of [...this.#listeners]) {
          // One that was removed by an earlier listener must not be called any more.
          if (this.#listeners.has(listener)) guarded(() => listener(change.value, change.before));
        }
      }
    } finally {
      this.#telling = false;
    }
  }
}
