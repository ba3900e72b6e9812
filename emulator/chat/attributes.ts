// A group's attributes: short texts under keys. Any member may write them, as the service allows.
import type { Clock } from '../../src/core/support/clock.js';
import { withinBytes } from './fields.js';
import { Refusal } from './refusal.js';

const MAX_KEYS = 16;
const KEY_BYTES = 32;
const VALUE_BYTES = 4096;
const TOTAL_BYTES = 16_384;
const WRITES_PER_SECOND = 5;

/** What a write does, by its number on the wire. */
export const ATTRIBUTE_WRITE = { init: 1, set: 2, clear: 3, delete: 4 } as const;
export type AttributeWrite = keyof typeof ATTRIBUTE_WRITE;

export interface Attribute {
  readonly key: string;
  readonly value: string;
  readonly seq: number;
}

export class Attributes {
  readonly #clock: Clock;
  /** Grows by one with every write. */
  #seq = 0;
  #entries: ReadonlyMap<string, Attribute> = new Map();
  readonly #writes = new Map<string, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get seq(): number {
    return this.#seq;
  }

  get all(): readonly Attribute[] {
    return [...this.#entries.values()];
  }

  /**
   * Returns what was written. Refuses when `knownSeq` is not the newest: somebody else wrote in between.
   * The codes for too many and too long are a guess; none is documented.
   */
  write(
    write: AttributeWrite,
    given: readonly { readonly key: string; readonly value: string }[],
    knownSeq: number,
    writer: string,
  ): readonly Attribute[] {
    this.#checkRate(writer);
    if (knownSeq !== this.#seq) throw new Refusal(10056);
    const entries = new Map(write === 'init' || write === 'clear' ? [] : this.#entries);
    const written = given.map(({ key, value }): Attribute => {
      if (write === 'delete') {
        entries.delete(key);
        return { key, value: '', seq: 0 };
      }
      withinBytes(key, KEY_BYTES, 'key');
      withinBytes(value, VALUE_BYTES, 'value');
      const attribute = { key, value, seq: (this.#entries.get(key)?.seq ?? 0) + 1 };
      entries.set(key, attribute);
      return attribute;
    });
    checkTotal(entries);
    this.#entries = entries;
    this.#seq += 1;
    return written;
  }

  #checkRate(writer: string): void {
    const now = this.#clock.now();
    const recent = (this.#writes.get(writer) ?? []).filter((at) => now - at < 1000);
    if (recent.length >= WRITES_PER_SECOND) throw new Refusal(10049);
    this.#writes.set(writer, [...recent, now]);
  }
}

function checkTotal(entries: ReadonlyMap<string, Attribute>): void {
  if (entries.size > MAX_KEYS) throw new Refusal(10004, `more than ${MAX_KEYS} attributes`);
  const all = [...entries.values()].map(({ key, value }) => key + value).join('');
  withinBytes(all, TOTAL_BYTES, 'all attributes together');
}
