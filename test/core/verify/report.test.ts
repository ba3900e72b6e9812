// What people read in the end.
import { expect, it } from 'vitest';
import { outcomeLine, summaryLines } from '../../../verify/report.js';
import type { Performance } from '../../../verify/perform.js';
import type { Outcome } from '../../../verify/points.js';
import type { Verification } from '../../../verify/verify.js';

const PASSED: Outcome = { name: 'open', result: 'passed', took: 1234 };
const FAILED: Outcome = { name: 'tidy up', result: 'failed', took: 60_000, reason: 'no answer' };
const place = { part: 'chat', direction: 'received', command: 'join' } as const;

function performance(...outcomes: readonly Outcome[]): Performance {
  return { room: 'verify-1', outcomes, frames: [], hosts: [] };
}

function verification(more: Partial<Verification>): Verification {
  const service = performance(PASSED);
  return { references: [service], service, differences: [], perhaps: [], newHosts: [], passed: true, ...more };
}

it('a point in a line', () => {
  expect(outcomeLine(PASSED)).toBe('  ok     open (1.2 s)');
  expect(outcomeLine(FAILED)).toBe('  FAILED tidy up (60.0 s): no answer');
  expect(outcomeLine({ name: 'live', result: 'skipped', took: 0, reason: 'needs “open”' })).toBe(
    '  -      live: needs “open”',
  );
});

it('nothing different', () => {
  expect(summaryLines(verification({}))).toEqual([
    'Every frame of the service looked like the emulator’s.',
    'All 1 points passed on the service.',
  ]);
});

it('each place in a frame, what never came, what may be chance, and a room that may be left', () => {
  const differences = [
    { ...place, path: '.a', emulator: 'number', service: 'string(3)' },
    { ...place, path: '.b', emulator: 'not there', service: 'null' },
    { ...place, command: 'quit', path: '', emulator: 'once', service: 'not there' },
  ];
  const perhaps = [{ ...place, path: '.c[]', emulator: 'object', service: 'not there' }];
  const service = performance(PASSED, FAILED);
  const newHosts = ['wss://elsewhere.example.com'];
  expect(summaryLines(verification({ differences, perhaps, service, newHosts, passed: false }))).toEqual([
    'Frames that looked different:',
    '  chat, received: join',
    '      .a: number on the emulator, string(3) on the service',
    '      .b: not there on the emulator, null on the service',
    'Frames of the emulator that never came, perhaps because a point failed:',
    '  chat, received: quit',
    'Seen on one of the two only, which may be chance:',
    '  chat, received: join',
    '      .c[]: object on the emulator, not there on the service',
    'Hosts that the emulator does not stand in for:',
    '  wss://elsewhere.example.com',
    'The room verify-1 may still be there: dismiss it in the console.',
    '1 of 2 points did not pass on the service.',
  ]);
});

it('the service is not asked when the story fails here', () => {
  const references = [performance(PASSED, FAILED)];
  const [line] = summaryLines(verification({ references, service: undefined, passed: false }));
  expect(line).toMatch(/not even go through on the emulator/);
});

it('nor when it was stopped', () => {
  const references = [performance(PASSED, { name: 'live', result: 'skipped', took: 0, reason: 'stopped' })];
  expect(summaryLines(verification({ references, service: undefined, passed: false }))).toEqual([
    'Stopped before the service was asked.',
  ]);
});
