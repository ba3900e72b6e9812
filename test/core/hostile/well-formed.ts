// What a decoder may give, checked from outside: these fields, of these types, in these bounds, and nothing else.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Command } from '../../../src/core/protocol/commands.js';
import type { RoomRecord } from '../../../src/core/room/record.js';

type Check = (value: unknown) => boolean;

const isRun: Check = (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
const isSeconds: Check = (value) =>
  Number.isInteger(value) && !Number.isNaN(new Date((value as number) * 1000).getTime());
const isStage: Check = (value) =>
  typeof value === 'number'
    ? Number.isInteger(value) && value >= 1 && value <= 4_294_967_294
    : typeof value === 'string' && /^[ -~]{1,64}$/.test(value) && !value.includes('\n');
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 12_288;
const isCountdown: Check = (value) => typeof value === 'number' && value > 0 && value <= 3600;

const TIMES = { 'run?': isRun, 'at?': isSeconds };
const COMMANDS: Record<Command['type'], Record<string, Check>> = {
  text: { text: isText },
  enter: { stage: isStage, 'in?': isCountdown, ...TIMES },
  exit: TIMES,
  'host-left': TIMES,
  'host-back': TIMES,
};
const RECORDS: Record<RoomRecord['phase'], Record<string, Check>> = {
  waiting: { run: isRun, at: isSeconds, 'startsAt?': isSeconds },
  live: { run: isRun, at: isSeconds, stage: isStage },
  ended: { run: isRun, at: isSeconds },
};

export function expectCommand(command: Command): void {
  expectFields(command, 'type', COMMANDS);
}

export function expectRecord(record: RoomRecord): void {
  expectFields(record, 'phase', RECORDS);
}

function expectFields(value: object, discriminator: string, table: Record<string, Record<string, Check>>): void {
  const { [discriminator]: which, ...fields } = value as Record<string, unknown>;
  if (typeof which !== 'string' || !Object.hasOwn(table, which)) throw new Error(`${String(which)} is none of ours.`);
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('It has a prototype of its own.');
  const checks = table[which]!;
  for (const [key, field] of Object.entries(fields)) {
    const check = checks[key] ?? checks[`${key}?`];
    if (!check?.(field)) expect.fail(`${which}.${key} is ${String(field)}`);
  }
  for (const key of Object.keys(checks)) {
    if (!key.endsWith('?') && !Object.hasOwn(fields, key)) expect.fail(`${which} has no ${key}`);
  }
}

/** As `expect(…).toEqual(…)`, a hundred times faster while all is well: it is asked millions of times. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
