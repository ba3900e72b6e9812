// What pages in one chat room tell each other. Everything that comes is untrusted: what is not well formed is nothing.
import type { Person } from '../../chat/message.js';
import type { Wire } from '../../protocol/codec.js';

export type RoomMessage =
  /** Somebody came or went: look who holds a lock. */
  | { readonly kind: 'people' }
  | {
      readonly kind: 'command';
      readonly from: Person;
      readonly id: string;
      readonly wire: Wire;
      readonly at: number;
      readonly seq: number;
    };

/** The message, holding nothing but what belongs to one; undefined when `raw` is none. */
export function parseRoomMessage(raw: unknown): RoomMessage | undefined {
  if (!isObject(raw)) return undefined;
  if (raw['kind'] === 'people') return { kind: 'people' };
  if (raw['kind'] !== 'command') return undefined;
  const { id, at, seq } = raw;
  const from = parsePerson(raw['from']);
  const wire = parseWire(raw['wire']);
  if (!from || !wire || !isText(id) || !Number.isFinite(at) || !Number.isSafeInteger(seq)) return undefined;
  return { kind: 'command', from, id, wire, at: at as number, seq: seq as number };
}

/** A person as another page describes them. */
export function parsePerson(raw: unknown): Person | undefined {
  if (!isObject(raw)) return undefined;
  const { id, name, avatar } = raw;
  if (!isText(id)) return undefined;
  return { id, name: isText(name) ? name : id, ...(isText(avatar) && { avatar }) };
}

function parseWire(raw: unknown): Wire | undefined {
  if (!isObject(raw)) return undefined;
  const { kind, text, data, description, extension } = raw;
  if (kind === 'text' && isText(text)) return { kind, text };
  const isCustom = kind === 'custom' && [data, description, extension].every((part) => typeof part === 'string');
  return isCustom ? ({ kind, data, description, extension } as Wire) : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
