import { describe, expect, it } from 'vitest';
import { formatRecord, MAX_RECORD_BYTES, parseRecord, isLater, rankOf } from '../../../src/core/room/record.js';
import { byteLength } from '../../../src/core/support/text.js';

describe('record', () => {
  it('is written as the design says', () => {
    expect(formatRecord({ phase: 'live', stage: '10086', run: 3, at: 1790000000 })).toBe(
      '{"v":1,"phase":"live","stage":"10086","run":3,"at":1790000000}',
    );
  });

  it.each([
    { phase: 'waiting', run: 0, at: 1, startsAt: 1790003600 },
    { phase: 'live', run: 3, at: 2, stage: 10086 },
    { phase: 'live', run: 3, at: 2, stage: '10086' },
    { phase: 'ended', run: 4, at: 3 },
  ] as const)('reads back $phase $stage', (record) => {
    expect(parseRecord(formatRecord(record))).toEqual(record);
  });

  it('fits for the longest room id there is', () => {
    const text = formatRecord({ phase: 'live', stage: '"'.repeat(48), run: Number.MAX_SAFE_INTEGER, at: 1790000000 });
    expect(byteLength(text)).toBeLessThanOrEqual(MAX_RECORD_BYTES);
  });

  it('refuses to write more than the field holds', () => {
    expect(() => formatRecord({ phase: 'live', stage: '"'.repeat(120), run: 1, at: 1 })).toThrow(
      /longer than 240 bytes/,
    );
  });

  it.each([
    '',
    'Welcome!',
    '{',
    'null',
    '[]',
    '{"v":2,"phase":"live"}',
    '{"v":1,"phase":"live","run":1,"at":1}',
    '{"v":1,"phase":"gone","run":1,"at":1}',
    '{"v":1,"phase":"waiting","run":-1,"at":1}',
    '{"v":1,"phase":"waiting","run":"1","at":1}',
    '{"v":1,"phase":"waiting","run":1}',
    `{"v":1,"phase":"waiting","run":1,"at":1,"x":"${'y'.repeat(240)}"}`,
  ])('is not %j', (text) => {
    expect(parseRecord(text)).toBeUndefined();
  });

  it('knows how far a room has come', () => {
    const course = [
      { phase: 'waiting', run: 0 },
      { phase: 'live', run: 1 },
      { phase: 'waiting', run: 1 },
      { phase: 'live', run: 2 },
      { phase: 'ended', run: 2 },
    ];
    const ranks = course.map(rankOf);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});

describe('which of two declarations is later', () => {
  const known = (phase: string, run: number, at = 100) => ({ phase, run, changedAt: at * 1000 });

  it.each([
    ['the next run', { phase: 'live', run: 2, at: 50 }, known('waiting', 1), true],
    ['an older run', { phase: 'waiting', run: 1, at: 200 }, known('live', 2), false],
    ['stepping off', { phase: 'waiting', run: 1, at: 101 }, known('live', 1), true],
    ['coming back in the same run', { phase: 'live', run: 1, at: 101 }, known('waiting', 1), true],
    ['an old announcement of the run again', { phase: 'live', run: 1, at: 99 }, known('waiting', 1), false],
    ['an old withdrawal of the run again', { phase: 'waiting', run: 1, at: 99 }, known('live', 1), false],
    ['one that does not say when', { phase: 'live', run: 1 }, known('waiting', 1), false],
    ['the end, whenever', { phase: 'ended', run: 1, at: 1 }, known('live', 1), true],
    ['anything after the end', { phase: 'live', run: 9, at: 900 }, known('ended', 1), false],
    ['anything where nothing is known', { phase: 'waiting', run: 0, at: 1 }, known('unknown', 0, 0), true],
  ])('%s', (_, said, before, expected) => {
    expect(isLater(said, before)).toBe(expected);
  });
});
