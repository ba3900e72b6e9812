// The codec and the record against what a hostile member sends: never throws, keeps nothing but what belongs, keeps it small.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createCodec, type Wire } from '../../../src/core/protocol/codec.js';
import type { Command } from '../../../src/core/protocol/commands.js';
import { formatRecord, MAX_RECORD_BYTES, parseRecord, rankOf, type RoomRecord } from '../../../src/core/room/record.js';
import { byteLength } from '../../../src/core/support/text.js';
import {
  expectNothingPolluted,
  hostileString,
  hostileValue,
  jsonOf,
  likely,
  nested,
  PATIENCE,
  runs,
} from './arbitraries.js';
import { expectCommand, expectRecord, expectSame } from './well-formed.js';

const codec = createCodec();
afterEach(expectNothingPolluted);

const stage = fc.oneof(
  fc.integer({ min: 1, max: 4_294_967_294 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 }),
);
const run = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const seconds = fc.integer({ min: 0, max: 8.64e12 });
const times = { run, at: seconds };

const extension = jsonOf(likely({ stage, ...times, in: fc.double({ min: 0.1, max: 3600, noNaN: true }) }));
const body = jsonOf(
  likely({
    userAction: fc.constantFrom<unknown>(2, 4, 5, 2100, '2', '2100'),
    actionParam: fc.oneof(stage.map(String), hostileString),
  }),
);
const wire = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('text'), text: fc.oneof(hostileString, hostileValue) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('custom'),
      data: fc.oneof({ weight: 9, arbitrary: body }, { weight: 1, arbitrary: hostileValue }),
      description: hostileString,
      extension: fc.oneof({ weight: 9, arbitrary: extension }, { weight: 1, arbitrary: hostileValue }),
    }),
  },
) as fc.Arbitrary<Wire>;

/** Commands as we send them. */
const command = fc.oneof(
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 200 })
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'text', text })),
  fc.record(
    { type: fc.constant('enter'), stage, ...times, in: fc.double({ min: 0.001, max: 3600, noNaN: true }) },
    { requiredKeys: ['type', 'stage'] },
  ),
  fc.record({ type: fc.constantFrom('exit', 'host-left', 'host-back'), ...times }, { requiredKeys: ['type'] }),
) as fc.Arbitrary<Command>;

const record = fc.oneof(
  fc.record(
    { phase: fc.constant('waiting'), run, at: seconds, startsAt: seconds },
    { requiredKeys: ['phase', 'run', 'at'] },
  ),
  fc.record({ phase: fc.constant('live'), run, at: seconds, stage }),
  fc.record({ phase: fc.constant('ended'), run, at: seconds }),
) as fc.Arbitrary<RoomRecord>;
const recordText = jsonOf(
  likely({
    v: fc.constant(1),
    phase: fc.constantFrom('waiting', 'live', 'ended'),
    run,
    at: seconds,
    stage,
    startsAt: seconds,
  }),
);

describe('the codec', PATIENCE, () => {
  it('never throws, and gives a well-formed command no larger than its wire, or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(wire, (some) => {
        const heard = codec.decode(some);
        if (!heard) return;
        read++;
        expectCommand(heard);
        if (JSON.stringify(heard).length > JSON.stringify(some).length + 100) expect.fail('It has grown.');
      }),
      runs(2),
    );
    // Else it would have been shown nothing but rubbish.
    expect(read).toBeGreaterThan(runs(2).numRuns / 20);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(command, (some) => expectSame(codec.decode(codec.encode(some)), some)),
      runs(),
    );
  });

  it('ignores what it does not know', () => {
    fc.assert(
      fc.property(command, fc.dictionary(fc.string({ minLength: 5 }), hostileValue), (some, extra) => {
        const plain = codec.encode(some);
        if (plain.kind === 'text') return;
        const more = (text: string) => JSON.stringify({ ...extra, ...(JSON.parse(text || '{}') as object) });
        const richer: Wire = { ...plain, data: more(plain.data), extension: more(plain.extension) };
        if (richer.data.length > 12_288 || richer.extension.length > 12_288) return;
        expectSame(codec.decode(richer), some);
      }),
      runs(),
    );
  });

  it.each([100, 1_000, 2_000, 100_000])('survives %i levels of nesting', (depth) => {
    const deep = nested(depth);
    expect(codec.decode({ kind: 'custom', data: deep, description: '', extension: deep })).toBeUndefined();
    const data = `{"userAction":2,"actionParam":${deep}}`;
    const expected = data.length > 12_288 ? undefined : { type: 'exit' };
    expect(codec.decode({ kind: 'custom', data, description: '', extension: deep })).toEqual(expected);
  });

  it('believes the last of two keys, as every reader of JSON does', () => {
    const data = '{"userAction":1793,"userAction":2,"actionParam":"","__proto__":{"polluted":1}}';
    const extension = '{"run":9,"run":1,"__proto__":{"at":7,"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect(codec.decode({ kind: 'custom', data, description: '', extension })).toEqual({ type: 'exit', run: 1 });
  });

  it('keeps no text that the service could not have carried, and none that shows nothing', () => {
    expect(codec.decode({ kind: 'text', text: 'x'.repeat(12_288) })).toBeDefined();
    expect(codec.decode({ kind: 'text', text: 'x'.repeat(12_289) })).toBeUndefined();
    expect(codec.decode({ kind: 'text', text: ' \n\u00a0\t' })).toBeUndefined();
  });

  it('takes no run and no time that cannot be reckoned with', () => {
    const heard = (extras: object) =>
      codec.decode({
        kind: 'custom',
        data: '{"userAction":2,"actionParam":""}',
        description: '',
        extension: JSON.stringify(extras),
      });
    expect(heard({ run: 2 ** 31 - 1, at: 8.64e12 })).toEqual({ type: 'exit', run: 2 ** 31 - 1, at: 8.64e12 });
    expect(heard({ run: 2 ** 31, at: 8.64e12 + 1 })).toEqual({ type: 'exit' });
    expect(heard({ run: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER })).toEqual({ type: 'exit' });
  });
});

describe('the record', PATIENCE, () => {
  it('never throws, and gives a well-formed record or nothing', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: recordText }, { weight: 1, arbitrary: hostileValue }), (text) => {
        const known = parseRecord(text as string);
        if (!known) return;
        read++;
        expectRecord(known);
        if (JSON.stringify(known).length > MAX_RECORD_BYTES) expect.fail(text as string);
      }),
      runs(2),
    );
    expect(read).toBeGreaterThan(runs(2).numRuns / 50);
  });

  it('reads back what it wrote, in as many bytes as there are', () => {
    fc.assert(
      fc.property(record, (some) => {
        const text = formatRecord(some);
        if (byteLength(text) > MAX_RECORD_BYTES) expect.fail(text);
        expectSame(parseRecord(text), some);
      }),
      runs(),
    );
  });

  it('can be ranked: going live and stepping off always move a room on', () => {
    fc.assert(
      fc.property(run, (number) => {
        const live = rankOf({ phase: 'live', run: number });
        const off = rankOf({ phase: 'waiting', run: number });
        if (off <= live || rankOf({ phase: 'live', run: number + 1 }) <= off) expect.fail(`run ${number}`);
      }),
      runs(0.5),
    );
  });
});
