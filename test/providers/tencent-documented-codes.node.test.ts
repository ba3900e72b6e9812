// Every error code that the vendor's documents and SDKs name means something to us, and every meaning has a sentence in every language.
import { describe, expect, it } from 'vitest';
import * as ar from '../../src/components/shared/lang/ar.js';
import * as en from '../../src/components/shared/lang/en-all.js';
import * as es from '../../src/components/shared/lang/es.js';
import * as ja from '../../src/components/shared/lang/ja.js';
import * as ko from '../../src/components/shared/lang/ko.js';
import * as zhHans from '../../src/components/shared/lang/zh-hans.js';
import * as zhHant from '../../src/components/shared/lang/zh-hant.js';
import { CHAT_ERRORS } from '../../src/core/providers/tencent/im/error-table.js';
import { STAGE_ERRORS } from '../../src/core/providers/tencent/av/stage-errors.js';
import { REFUSALS } from '../../emulator/chat/refusal.js';

/** All that there are. */
const LANGUAGES = [ar, en, es, ja, ko, zhHans, zhHant].map(({ speak }) => speak('en'));

/** As the notes on the services have them, words left out; `2000-2003` stands for all four. */
const CHAT = `
  IM errors: 10002 10004 10006 10007 10009 10010 10013 10014 10015 10016 10017 10021 10023 10025 10035 10036 10037 10049
  10050 10056 20012 60020 70001 6206 70003 70009 70013 70014 6014 6208 80001 80002
  iLiveSDK: 8001 8002 8003 8004 8005 8006 8007 8009 8010 8011 8012 8020 8021 8022 8023 8024 8050 8051
  web SDK: 2000-2003 2022-2025 2100 2101 2105 2500-2503 2600 2602 2603 2620 2623 2660 2661 2662 2681 2685-2687 2800 2801
  2805 2903 2905 2996 2998 2999 3000 3001 3002 3003 3004 3005 3006 3123 20002 70001 60022 80001 80002
  elsewhere: 2481 2641 2642 3122 8511 10070`;

const STAGE = `
  parameters: 5000 5001-5009 5015  operations: 5100 5104 5107  environment: 5200 5201 5202 5203 5204 5205
  devices: 5300 5301 5302 5303 5304 5305 5306 5307 5308 5309
  server: 5400 -8 -10012 -10015 -10016 -10035 -10037 -100006 -100013 -100021 -100024 -102006 -102010 -102023 70001 70003
  others: 5401 5500 5501 5502 5503 5505-5508 5998 5999`;

/** The numbers in a text, with those between the ends of a range. */
function codesIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<!\d)(-?\d+)(?:-(\d+))?/g)].flatMap(([, first, last = first]) => {
    const [from, to] = [Number(first), Number(last)];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

describe.each([
  ['chat', CHAT, CHAT_ERRORS],
  ['stage', STAGE, STAGE_ERRORS],
] as const)('the codes of the %s', (_, text, table) => {
  const codes = [...new Set(codesIn(text))];

  it('are read from the notes with their ranges', () => {
    expect(codes.length).toBeGreaterThan(40);
    expect(codesIn('2000-2003 -8 5501')).toEqual([2000, 2001, 2002, 2003, -8, 5501]);
  });

  it.each(codes)('%i has a meaning, and a sentence in every language', (code) => {
    const meaning = table[code];
    expect(meaning).toBeDefined();
    for (const { error } of LANGUAGES) expect(error?.[meaning!]).toMatch(/\S/);
  });
});

it('what the emulator refuses with is among them', () => {
  expect(Object.keys(REFUSALS).filter((code) => CHAT_ERRORS[Number(code)] === undefined)).toEqual([]);
});
