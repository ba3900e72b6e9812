// What each code of the stage service and its SDK means to us.
import { describe, expect, it } from 'vitest';
import { RoomError, type RoomErrorCode } from '../../src/core/errors/room-error.js';
import { stageError } from '../../src/core/providers/tencent/av/errors.js';
import { STAGE_ERRORS } from '../../src/core/providers/tencent/av/stage-errors.js';

const ROWS: Readonly<Partial<Record<RoomErrorCode, readonly number[]>>> = {
  'invalid-stage': [5012, 5013, 5015, 5016, -10012],
  'unsupported-browser': [5200, 5202, 5203, 5204, 5205, 5206, 5209],
  'media-missing': [5201, 5300, 5301, 5302, 5303, 5304, 5305, 5306, 5307, 5308, 5309],
  'stage-unavailable': [5101, 5102, 5103, 5107, 5400, 5500, 5501, -10015, -10016, -102006, -102023],
  'stage-lost': [5502, 5505, 5506, 5507, 5508],
  'service-disabled': [5401, -10035, -10037, -100013, -100024],
  'app-id-rejected': [-8, 70014, 70020],
  'credentials-rejected': [
    -100006, -102010, 70001, 70002, 70003, 70004, 70005, 70006, 70007, 70008, 70009, 70010, 70013, 70016, 70052,
  ],
  busy: [-100021, 70050],
  banned: [70051],
  cancelled: [5998],
  internal: [
    5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5008, 5009, 5010, 5014, 5100, 5104, 5105, 5106, 5503, 5504, 5999,
    -1, -10001, -10002,
  ],
};
const rows = Object.entries(ROWS).flatMap(([ours, codes]) => codes.map((code) => [code, ours] as const));

describe('a code of the stage', () => {
  it.each(rows)('%i means %s, as a kind or as a reason', (code, ours) => {
    expect(stageError({ code }, 'anchor').code).toBe(ours);
    expect(stageError({ code: 5400, extraCode: code }, 'anchor').code).toBe(ours);
  });

  it('is in this list, each', () => {
    const byNumber = (one: number, other: number) => one - other;
    const listed = rows.map(([code]) => code).sort(byNumber);
    expect(listed).toEqual(Object.keys(STAGE_ERRORS).map(Number).sort(byNumber));
  });

  it('means something else to an audience: that nobody has opened the stage yet', () => {
    expect(stageError({ code: 5400, extraCode: -102010 }, 'audience').code).toBe('stage-unavailable');
  });

  it.each([
    ['its kind, when its reason is not known', { code: 5400, extraCode: -99 }, 'stage-unavailable'],
    [
      'the error that led to it',
      { code: 5500, originError: { code: 16388, extraCode: 70001 } },
      'credentials-rejected',
    ],
    [
      'its kind, when no reason is given',
      { code: 5500, originError: { code: 16388, extraCode: 0 } },
      'stage-unavailable',
    ],
    ['nothing known', { code: 1 }, 'internal'],
    ['no number', { code: '5400' }, 'internal'],
    ['nothing at all', undefined, 'internal'],
  ] as const)('is told by %s', (_, error, ours) => {
    expect(stageError(error, 'anchor').code).toBe(ours);
  });

  it('keeps what the SDK said, for developers', () => {
    const cause = Object.assign(new Error('run out of credit'), { code: 5400, extraCode: -100013 });
    const error = stageError(cause, 'audience');
    expect(error).toMatchObject({ name: 'RoomError', cause });
    expect(error.message).toBe('The stage service refused to enter (-100013, 5400): run out of credit');
  });

  it('is left alone when it is ours already', () => {
    const ours = new RoomError('cancelled', 'Left.');
    expect(stageError(ours, 'anchor')).toBe(ours);
  });
});
