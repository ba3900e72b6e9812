import { describe, expect, it } from 'vitest';
import { formatRecord, MAX_RECORD_BYTES, parseRecord, rankOf } from '../../../src/core/room/record.js';
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
