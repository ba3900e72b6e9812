// What a hostile member can put on a wire: values, texts and JSON made to break readers, from nothing or from a valid message.
import fc from 'fast-check';

/** Inputs for each property: enough for everyday, and as many as asked for by whoever wants to search longer. */
export const RUNS = Number(process.env['BIGCAST_FUZZ_RUNS'] ?? 4_000);

/** For the tests that search: longer the more they search, and never short on a busy machine. */
export const PATIENCE = { timeout: 30_000 + 5 * RUNS };

/** fast-check's parameters; `share` of the runs where a case costs more than the others. */
export function runs(share = 1): { numRuns: number } {
  return { numRuns: Math.max(50, Math.round(RUNS * share)) };
}

/** Keys that mean something to JavaScript, to us, or to nobody. */
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'userAction',
  'actionParam',
  'stage',
  'run',
  'at',
  'in',
  'v',
  'phase',
  'startsAt',
  'type',
  'kind',
  'from',
  'id',
  'name',
  'avatar',
  'wire',
  'text',
  'data',
  'extension',
  'seq',
  '',
  '0',
  '\u0000',
  'polluted',
];

const NUMBERS = [
  0,
  -0,
  -1,
  1,
  2,
  4,
  5,
  2100,
  2.5,
  1e300,
  -1e300,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  2 ** 31 - 1,
  2 ** 31,
  4_294_967_294,
  4_294_967_295,
  8.64e12,
  8.64e15,
  NaN,
  Infinity,
  -Infinity,
];

const STRINGS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  'x\ud83d',
  '\u202eevil',
  '\u2069\u202e',
  '\ufeff',
  '\u200b'.repeat(200),
  'e\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(40),
  '\n'.repeat(100),
  '1e3',
  '0x10',
  ' 7 ',
  '１２３',
  '4294967294',
  '4294967295',
  '99999999999999999999',
  '@TGS#1',
  'waiting',
  'live',
  'ended',
  'enter',
  'text',
  'custom',
  'command',
  'people',
  'offer',
  'x'.repeat(12_289),
  '<img src=x onerror=alert(1)>',
];

export const hostileString: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...STRINGS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  // Halves of characters, which no well-formed generator makes.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units)),
  },
);

export const hostileNumber: fc.Arbitrary<number> = fc.oneof(fc.constantFrom(...NUMBERS), fc.double(), fc.integer());

const leaf = fc.oneof(hostileString, hostileNumber, fc.boolean(), fc.constantFrom<unknown>(null, undefined));

/** Any value, a few levels deep, with keys that matter. */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 2, arbitrary: hostileObjectOf(tie('value')) },
  ),
})).value;

function hostileObjectOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  // `fromEntries` makes `__proto__` a key like any other, as JSON.parse does.
  return fc
    .array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries));
}

const ABSENT = Symbol('absent');

/** An object whose fields are, each on its own, right, missing, or anything at all. */
export function likely(right: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(right).map(([key, arbitrary]) =>
    fc
      .oneof(
        { weight: 14, arbitrary },
        { weight: 1, arbitrary: hostileValue },
        { weight: 1, arbitrary: fc.constant(ABSENT) },
      )
      .map((value) => [key, value] as const),
  );
  const extra = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(fc.constantFrom(...KEYS), leaf), { maxLength: 3 }) },
  );
  return fc.tuple(extra, ...fields).map(([more, ...known]) => {
    const present = known.filter(([, value]) => value !== ABSENT);
    return Object.fromEntries([...more, ...present]);
  });
}

/** JSON text of `value`, or what a hostile writer makes of it. */
export function jsonOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const text = value.map((some) => JSON.stringify(some) ?? '');
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: fc.tuple(text, text).map(([one, other]) => twice(one, other)) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, fc.nat(), hostileString).map(([json, at, junk]) => spliced(json, at, junk)),
    },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 6_000 }).map((depth) => nested(depth)) },
    { weight: 1, arbitrary: hostileString },
  );
}

/** All keys of two objects in one text: where a key is there twice, readers differ in what they believe. */
function twice(one: string, other: string): string {
  return one.startsWith('{"') && other.startsWith('{"') ? `${one.slice(0, -1)},${other.slice(1)}` : one + other;
}

function spliced(text: string, at: number, junk: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + junk + text.slice(place + 1);
}

export function nested(depth: number): string {
  return `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;
}

/** Fails when something has reached into what all objects share. */
export function expectNothingPolluted(): void {
  const added = Object.keys(Object.prototype).concat(Object.keys(Array.prototype));
  if (added.length > 0 || 'polluted' in {}) throw new Error(`Every object has got ${added.join(', ')}.`);
}
