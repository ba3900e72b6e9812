// What each of the chat service's error codes means to us, row by row; written from the vendor's lists, not from the table.
import { describe, expect, it } from 'vitest';
import { RoomError, type RoomErrorCode } from '../../src/core/errors/room-error.js';
import { CHAT_ERRORS, type ChatOperation } from '../../src/core/providers/tencent/im/error-table.js';
import { chatError, isDone, vendorCode } from '../../src/core/providers/tencent/im/errors.js';

const refused = (code: number) => Object.assign(new Error('in the vendor’s words'), { code });

/** What a person or a page can do about it, and the codes that say so whatever was being done. */
const MEANINGS: Partial<Record<RoomErrorCode, readonly number[]>> = {
  network: [2100, 2800, 2805, 2999, 3001, 8001, 8012, 60008],
  timeout: [2801],
  busy: [2025, 2996, 3000, 8011, 8511, 10006, 10014, 10023, 10049, 10056, 60022, 70050],
  'credentials-rejected': [
    3004, 6206, 8051, 20002, 70001, 70002, 70003, 70004, 70005, 70006, 70007, 70008, 70009, 70010, 70013, 70016, 70052,
    70107,
  ],
  'invalid-credentials': [2002, 2003],
  'app-id-rejected': [2000, 2001, 60006, 60012, 60015, 60018, 70014, 70020],
  'service-disabled': [3122, 10036, 10037, 60020, 70398],
  kicked: [1002, 3002, 3003, 3006, 6208, 8050],
  'stage-unavailable': [8002, 8006],
  cancelled: [8007],
  'unsupported-browser': [8023],
  banned: [10070, 70051],
  'invalid-room': [2602],
  'room-not-found': [2603, 8003, 8022, 10010, 10015],
  'room-taken': [8004, 10021],
  'not-owner': [2681, 10007],
  'not-joined': [2024, 2101, 2623, 2642, 3005, 6014, 8009],
  muted: [10017, 20012],
  'message-refused': [3123, 10016, 80001, 80002, 80004],
  internal: [
    2022, 2023, 2105, 2481, 2500, 2501, 2502, 2503, 2600, 2620, 2641, 2660, 2661, 2662, 2685, 2686, 2687, 2721, 2722,
    2903, 2905, 2997, 2998, 8005, 8010, 8020, 8021, 8024, 10002, 10004, 10009, 10013, 10025, 10035, 10050, 60002,
  ],
};
const ROWS = Object.entries(MEANINGS).flatMap(([meaning, codes]) => codes.map((code) => [code, meaning] as const));

describe('an error of the chat service', () => {
  it.each(ROWS)('%d is %s', (code, meaning) => {
    expect(chatError(refused(code), 'connect').code).toBe(meaning);
  });

  it('is stated here, row by row', () => {
    const stated = ROWS.map(([code]) => String(code)).sort();
    expect(stated).toEqual(Object.keys(CHAT_ERRORS).sort());
  });

  it.each<[ChatOperation, number, RoomErrorCode]>([
    ['join', 10007, 'banned'],
    ['join', 10016, 'banned'],
    ['join', 10010, 'room-not-found'],
    ['read', 10007, 'not-joined'],
    ['write', 10007, 'not-owner'],
    ['write', 10010, 'room-not-found'],
    ['write', 80001, 'internal'],
    ['dismiss', 10007, 'not-owner'],
    ['send', 2603, 'not-joined'],
    ['send', 10007, 'not-joined'],
    ['send', 10010, 'not-joined'],
    ['send', 10015, 'not-joined'],
    ['open', 10021, 'room-taken'],
  ])('while it was to %s, %d is %s', (operation, code, meaning) => {
    expect(chatError(refused(code), operation).code).toBe(meaning);
  });

  it.each<[ChatOperation, readonly number[]]>([
    ['open', [10025]],
    ['leave', [2603, 2623, 10007, 10010, 10015]],
    ['dismiss', [2603, 10010, 10015]],
  ])('while it was to %s, may mean that it is so already: %j', (operation, codes) => {
    const done = Object.keys(CHAT_ERRORS).filter((code) => isDone(refused(Number(code)), operation));
    expect(done.map(Number)).toEqual(codes);
  });

  it('keeps the vendor’s words, code and error for developers', () => {
    const cause = refused(10021);
    const error = chatError(cause, 'open');
    expect(error).toBeInstanceOf(RoomError);
    expect(error.message).toBe('The chat service refused to open (10021): in the vendor’s words');
    expect(error.cause).toBe(cause);
  });

  it.each([
    ['a code nobody knows', refused(999_999)],
    ['no code, as for bad parameters', new Error('Params validate failed.')],
    ['a code that is no number', Object.assign(new Error('?'), { code: '10010' })],
    ['no error at all', undefined],
  ])('with %s is internal', (_, cause) => {
    expect(chatError(cause, 'send').code).toBe('internal');
    expect(isDone(cause, 'leave')).toBe(false);
  });

  it('is left alone when it is ours already', () => {
    const error = new RoomError('cancelled', 'It was left.');
    expect(chatError(error, 'join')).toBe(error);
    expect(vendorCode(error)).toBeUndefined();
  });
});
