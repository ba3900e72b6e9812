// Reads what came over the wire: a field is what it should be, or the request is refused.
import { Refusal } from './refusal.js';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(fields: Fields, name: string): string {
  const value = optionalText(fields, name);
  if (value === undefined) throw new Refusal(10004, `${name} is missing`);
  return value;
}

export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Refusal(10004, `${name} is no text`);
  return value;
}

export function number(fields: Fields, name: string): number {
  const value = optionalNumber(fields, name);
  if (value === undefined) throw new Refusal(10004, `${name} is missing`);
  return value;
}

export function optionalNumber(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(10004, `${name} is no number`);
  return value;
}

/** A list of objects; missing = empty. */
export function list(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value) || !value.every(isFields)) throw new Refusal(10004, `${name} is no list of objects`);
  return value;
}

/** A list of texts; missing = empty. */
export function texts(fields: Fields, name: string): readonly string[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
    throw new Refusal(10004, `${name} is no list of texts`);
  }
  return value;
}

/** Refuses what is longer than `limit` bytes of UTF-8. */
export function withinBytes(value: string, limit: number, name: string): string {
  if (Buffer.byteLength(value) > limit) throw new Refusal(10004, `${name} has more than ${limit} bytes`);
  return value;
}
