// The record: the durable word of the owner on what the room is doing, small enough for a group's introduction.
// This file reads and writes it and says which of two is newer; what follows from it is the reducer's.
import { RoomError } from '../errors/room-error.js';
import { parseRun, parseSeconds, parseStage } from '../protocol/fields.js';
import type { StageId } from '../protocol/commands.js';
import { byteLength } from '../support/text.js';

/** What the owner has declared. `at` and `startsAt` are seconds since 1970 by the owner's clock. */
export interface RoomRecord {
  readonly phase: 'waiting' | 'live' | 'ended';
  /** Number of the newest go-live; 0 before the first. Grows by one at each. */
  readonly run: number;
  readonly at: number;
  /** The stage, while live. */
  readonly stage?: StageId;
  /** When the show is planned to start, while waiting. */
  readonly startsAt?: number;
}

/** Most bytes of a record. Source: AVChatRoom `introduction`, 240 bytes. */
export const MAX_RECORD_BYTES = 240;

const VERSION = 1;
const PHASES: readonly unknown[] = ['waiting', 'live', 'ended'];

/** The record as the service keeps it. */
export function formatRecord(record: RoomRecord): string {
  const text = JSON.stringify({ v: VERSION, ...record });
  if (byteLength(text) > MAX_RECORD_BYTES) {
    throw new RoomError(
      'invalid-stage',
      `The stage id makes the record longer than ${MAX_RECORD_BYTES} bytes: choose a shorter one.`,
    );
  }
  return text;
}

/** Reads a record; undefined when `text` is none (empty, another's introduction, a newer version, forged nonsense). */
export function parseRecord(text: string): RoomRecord | undefined {
  if (typeof text !== 'string' || text.length > MAX_RECORD_BYTES) return undefined;
  const raw = parseJson(text);
  if (raw?.['v'] !== VERSION || !PHASES.includes(raw['phase'])) return undefined;
  const phase = raw['phase'] as RoomRecord['phase'];
  const run = parseRun(raw['run']);
  const at = parseSeconds(raw['at']);
  const stage = parseStage(raw['stage']);
  const startsAt = parseSeconds(raw['startsAt']);
  if (run === undefined || at === undefined || (phase === 'live' && stage === undefined)) return undefined;
  return Object.freeze({
    phase,
    run,
    at,
    ...(phase === 'live' && { stage }),
    ...(phase === 'waiting' && startsAt !== undefined && { startsAt }),
  });
}

/** A declaration of the owner, in a record or a message. `at`: seconds since 1970 by the owner's clock, where told. */
export interface Declared {
  readonly phase: string;
  readonly run: number;
  readonly at?: number | undefined;
}

/**
 * Whether `said` is later than what is known (`changedAt`: milliseconds since 1970), so that a stale read or a replayed message never takes
 * a room back. A run is later than the one before; within a run the owner declares each time strictly later; `ended` comes last.
 */
export function isLater(said: Declared, known: Declared & { readonly changedAt: number }): boolean {
  const isWithinRun =
    said.run === known.run && [said, known].every(({ phase }) => phase === 'waiting' || phase === 'live');
  const later = isWithinRun && said.at !== undefined ? said.at * 1000 - known.changedAt : 0;
  return later === 0 ? rankOf(said) > rankOf(known) : later > 0;
}

/** How far a room has come where nobody says when: waiting 0 < live 1 < waiting 1 < live 2 … < ended. */
export function rankOf({ phase, run }: Declared): number {
  if (phase === 'ended') return Infinity;
  if (phase === 'live') return run * 2;
  return phase === 'waiting' ? run * 2 + 1 : -1;
}

function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
