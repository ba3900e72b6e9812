// <bigcast-status>: one sentence in plain words for every state of the room, and one action where there is one.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportOf, sliceOf } from '../../src/components/status/report.js';
import { speak } from '../../src/components/shared/lang/en-all.js';
import '../../src/components/room/define.js';
import '../../src/components/status/define.js';
import { initialState, ROOM_ERROR_CODES, RoomError, type RoomState } from '../../src/core/index.js';
import { scriptRoom } from '../../stories/support/with-room.js';
import { cleanUp, makeBox, part, until, words } from './viewer-support.js';

const en = speak('en');

function report(state: Partial<RoomState>) {
  const { mood, sentence, action } = reportOf(sliceOf(initialState('r', state)), en);
  return [mood, sentence, action?.label, action?.intent.type];
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

describe('what it says', () => {
  const error = (code: RoomError['code']) => new RoomError(code, 'For developers.');

  it.each<[string, Partial<RoomState>, unknown[]]>([
    ['coming in', {}, ['busy', 'Connecting…', undefined, undefined]],
    ['waiting', { link: 'online', phase: 'waiting' }, ['well', 'Connected · Waiting', undefined, undefined]],
    ['ended', { link: 'offline', phase: 'ended' }, ['well', 'Ended', undefined, undefined]],
    ['left', { link: 'offline' }, ['trouble', 'You left the room', 'Come back in', 'enter']],
    [
      'kicked',
      { link: 'kicked', error: error('kicked') },
      ['trouble', 'You came in somewhere else', 'Use here instead', 'enter'],
    ],
    [
      'in another room',
      { link: 'kicked', error: error('in-another-room') },
      ['trouble', en.error['in-another-room'], 'Use here instead', 'enter'],
    ],
    [
      'banned',
      { link: 'kicked', error: error('banned') },
      ['trouble', 'You cannot come into this room.', undefined, undefined],
    ],
    [
      'refused',
      { link: 'offline', error: error('credentials-rejected') },
      ['trouble', en.error['credentials-rejected'], 'Try again', 'enter'],
    ],
    [
      'not signed in',
      { link: 'offline', error: error('sign-in-required') },
      ['trouble', 'Sign in to join.', 'Try again', 'enter'],
    ],
    [
      'misconfigured otherwise',
      { link: 'offline', error: error('invalid-proxy') },
      ['trouble', en.error['invalid-proxy'], undefined, undefined],
    ],
    [
      'misconfigured',
      { link: 'offline', error: error('invalid-user') },
      ['trouble', en.error['invalid-user'], undefined, undefined],
    ],
    [
      'stage lost',
      { link: 'online', phase: 'live', stage: 'failed', error: error('stage-lost') },
      ['trouble', en.error['stage-lost'], 'Try again', 'retry-stage'],
    ],
    [
      'cancelled by oneself',
      { link: 'online', phase: 'waiting', error: error('cancelled') },
      ['well', 'Connected · Waiting', undefined, undefined],
    ],
    ['noticed', { link: 'online', phase: 'live', notice: 'network' }, ['notice', en.noticed, undefined, undefined]],
  ])('when %s', (_name, state, expected) => expect(report(state)).toEqual(expected));

  it('is never a bare code', () => {
    for (const code of ROOM_ERROR_CODES.filter((other) => other !== 'cancelled'))
      expect(report({ link: 'online', error: error(code) })[1]).toMatch(/ .*\.$/);
  });
});

it('reads out politely, and keeps the code for support folded away', async () => {
  const { provider, im } = scriptRoom();
  const owner = document.createElement('bigcast-room');
  Object.assign(owner, { room: 'premiere', user: 'me', provider });
  const status = document.createElement('bigcast-status');
  owner.append(status);
  makeBox().append(owner);
  await until(() => words(status) === 'Connected · Waiting');
  const sentence = part(status, 'sentence')!;
  expect(sentence.role).toBe('status');
  expect(status.matches(':state(well)')).toBe(true);
  im.signals.emit({ type: 'kicked', code: 'kicked' });
  await until(() => sentence.textContent.trim() === 'You came in somewhere else');
  expect(part(status, 'sentence')).toBe(sentence);
  expect(status.matches(':state(trouble)') && !status.matches(':state(well)')).toBe(true);
  expect((part(status, 'details') as HTMLDetailsElement).open).toBe(false);
  part(status, 'action')!.click();
  await until(() => words(status) === 'Connected · Waiting');
});
