// A group's counters: numbers that several members may change at the same time.
import { withinBytes } from './fields.js';
import { Refusal } from './refusal.js';

const MAX_COUNTERS = 20;
const KEY_BYTES = 128;

const CHANGE: Readonly<Record<string, (old: number, value: number) => number>> = {
  Set: (_, value) => value,
  Increase: (old, value) => old + value,
  Decrease: (old, value) => old - value,
};

export interface Counter {
  readonly Key: string;
  readonly Value: number;
}

export class Counters {
  #seq = 0;
  #values: ReadonlyMap<string, number> = new Map();

  get seq(): number {
    return this.#seq;
  }

  /** Those of `keys` that exist; all when none is named. */
  read(keys: readonly string[] = []): readonly Counter[] {
    const all = [...this.#values].map(([Key, Value]): Counter => ({ Key, Value }));
    return keys.length === 0 ? all : all.filter(({ Key }) => keys.includes(Key));
  }

  /** `mode` is the wire's: Set, Increase or Decrease. Returns the new values of what was changed. */
  update(mode: string, given: readonly Counter[]): readonly Counter[] {
    const change = CHANGE[mode];
    if (!change) throw new Refusal(10004, `Mode ${mode}`);
    const values = new Map(this.#values);
    for (const { Key, Value } of given) {
      withinBytes(Key, KEY_BYTES, 'counter key');
      values.set(Key, change(values.get(Key) ?? 0, Value));
    }
    if (values.size > MAX_COUNTERS) throw new Refusal(10004, `more than ${MAX_COUNTERS} counters`);
    this.#values = values;
    this.#seq += 1;
    return this.read(given.map(({ Key }) => Key));
  }
}
