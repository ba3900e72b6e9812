// Keeps what a port signals, and waits for a signal instead of for time.
import { vi } from 'vitest';

interface Signal {
  readonly type: string;
}

/** The signals of a type; also of one that shares its shape with others. */
type Of<S extends Signal, T extends string> = S extends { readonly type: infer U } ? (T extends U ? S : never) : never;

interface Source<S extends Signal> {
  listen(listener: (signal: S) => void): () => void;
}

/** Longer than anything takes on a busy machine; a test that gets here has failed. */
export const PATIENCE = { timeout: 10_000, interval: 10 };

export class Recorder<S extends Signal> {
  readonly signals: S[] = [];
  readonly stop: () => void;

  constructor(source: Source<S>) {
    this.stop = source.listen((signal) => this.signals.push(signal));
  }

  /** Every signal of a type, oldest first. */
  all<T extends S['type']>(type: T): Of<S, T>[] {
    return this.signals.filter((signal): signal is S & Of<S, T> => signal.type === type);
  }

  /** The first signal of a type that fits, heard already or still to come. */
  async heard<T extends S['type']>(type: T, fits: (signal: Of<S, T>) => boolean = () => true): Promise<Of<S, T>> {
    return vi.waitFor(() => {
      const found = this.all(type).find(fits);
      if (!found) throw new Error(`No such "${type}" was signalled. Signalled: ${JSON.stringify(this.signals)}`);
      return found;
    }, PATIENCE);
  }

  /** Resolves when there are `count` signals of a type. */
  async heardTimes<T extends S['type']>(type: T, count: number): Promise<Of<S, T>[]> {
    await vi.waitFor(() => {
      if (this.all(type).length < count) throw new Error(`"${type}" came ${this.all(type).length} of ${count} times.`);
    }, PATIENCE);
    return this.all(type);
  }

  /** Forgets what was heard, so that only what is to come counts. */
  forget(): void {
    this.signals.length = 0;
  }
}
