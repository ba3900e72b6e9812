// Tells many listeners of one kind of thing that happened.
import { guarded } from './guarded.js';

export class Signals<T> {
  readonly #listeners = new Set<(signal: T) => void>();

  emit(signal: T): void {
    for (const listener of [...this.#listeners]) guarded(() => listener(signal));
  }

  listen(listener: (signal: T) => void): () => void {
    const entry = (signal: T) => listener(signal);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }
}
