import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../src/core/protocol/commands.js';
import type { RoomRecord } from '../../../src/core/room/record.js';
import { reduce } from '../../../src/core/room/reducer.js';
import { initialState, type RoomState } from '../../../src/core/room/room-state.js';
import { canResume, isHost, viewOf } from '../../../src/core/room/selectors.js';

const T = 1_790_000_000;
const self = { id: 'ana', name: 'Ana' };
const fresh = initialState('show', { self });

function read(state: RoomState, record?: RoomRecord, owner = 'star'): RoomState {
  return reduce(state, { type: 'profile-read', owner, record });
}
function announce(
  state: RoomState,
  command: Announcement,
  { from = 'star', at = (T + 1000) * 1000, now = 5000 } = {},
): RoomState {
  return reduce(state, { type: 'announced', from: { id: from, name: from }, command, at, now });
}
const waiting = (run: number, at = T): RoomRecord => ({ phase: 'waiting', run, at });
const live = (run: number, at = T): RoomRecord => ({ phase: 'live', run, at, stage: 'show' });

const inWaiting = read(fresh, waiting(0));
const inLive = read(fresh, live(3));
const afterStepOff = read(inLive, waiting(3, T + 10));

describe('the record', () => {
  it.each([
    ['waiting', waiting(0), { phase: 'waiting', run: 0 }],
    ['live', live(3), { phase: 'live', run: 3, stageId: 'show' }],
    ['ended', { phase: 'ended', run: 3, at: T } as const, { phase: 'ended', run: 3 }],
  ])('says %s to somebody who comes in', (_, record, expected) => {
    expect(read(fresh, record)).toMatchObject({ ...expected, owner: 'star', changedAt: T * 1000 });
  });

  it('that is missing means an open room of a host who writes none', () => {
    expect(read(fresh)).toMatchObject({ phase: 'waiting', run: 0, changedAt: 0 });
    expect(read(announce(read(fresh), { type: 'enter', stage: 7 }))).toMatchObject({ phase: 'live', stageId: 7 });
  });

  it('that is older than what was seen changes nothing', () => {
    expect(read(afterStepOff, live(3))).toBe(afterStepOff);
    const again = announce(afterStepOff, { type: 'enter', stage: 'show', run: 4, at: T + 20 });
    expect(read(again, waiting(3, T + 10))).toBe(again);
  });

  it('with a smaller run written later is another show of the same name', () => {
    expect(read(inLive, waiting(0, T + 500))).toMatchObject({ phase: 'waiting', run: 0, stage: 'empty' });
  });

  it('moves the planned start, and says nothing about it by silence', () => {
    const planned = read(inWaiting, { ...waiting(0, T + 1), startsAt: T + 60 });
    expect(planned.startsAt).toBe((T + 60) * 1000);
    expect(read(planned, waiting(0, T + 2)).startsAt).toBe((T + 60) * 1000);
  });
});

describe('an ENTER', () => {
  it('of the owner with a newer run starts the stage', () => {
    expect(announce(inWaiting, { type: 'enter', stage: 10086, run: 1, in: 3 })).toMatchObject({
      phase: 'live',
      stageId: 10086,
      run: 1,
      dropped: 0,
      countdown: { endsAt: 8000, length: 3000 },
    });
  });

  it('of anybody else changes nothing and is counted', () => {
    const after = announce(inWaiting, { type: 'enter', stage: 'trap', run: 9 }, { from: 'mallory' });
    expect(after).toEqual({ ...inWaiting, dropped: 1 });
  });

  it.each([1, 3])('of run %i, replayed after step-off, changes nothing and is counted', (run) => {
    expect(announce(afterStepOff, { type: 'enter', stage: 'show', run })).toEqual({
      ...afterStepOff,
      ownerName: 'star',
      dropped: 1,
    });
  });

  it('of the run that the record told already only brings the countdown', () => {
    const after = announce(inLive, { type: 'enter', stage: 'show', run: 3, in: 2 });
    expect(after).toEqual({ ...inLive, ownerName: 'star', countdown: { endsAt: 7000, length: 2000 } });
    expect(
      announce({ ...inLive, stage: 'playing' }, { type: 'enter', stage: 'show', run: 3, in: 2 }).countdown,
    ).toBeUndefined();
  });

  it('without a run counts by the service’s time', () => {
    expect(announce(inWaiting, { type: 'enter', stage: 7 })).toMatchObject({ phase: 'live', stageId: 7, run: 1 });
    expect(announce(inWaiting, { type: 'enter', stage: 7 }, { at: (T - 1) * 1000 })).toMatchObject({
      phase: 'waiting',
      dropped: 1,
    });
  });

  it('repeated by a legacy host for latecomers starts nothing anew', () => {
    const first = announce(inWaiting, { type: 'enter', stage: 7 });
    expect(announce(first, { type: 'enter', stage: 7 }, { at: (T + 2000) * 1000 })).toBe(first);
  });

  it('after the end is refused', () => {
    const ended = announce(inLive, { type: 'exit', run: 3 });
    expect(announce(ended, { type: 'enter', stage: 'show', run: 4 })).toMatchObject({ phase: 'ended', dropped: 1 });
  });
});

describe('the other announcements', () => {
  it('EXIT ends the room, once, and only forwards', () => {
    const ended = announce(inLive, { type: 'exit', run: 3 });
    expect(viewOf(ended)).toBe('ended');
    expect(announce(ended, { type: 'exit', run: 3 })).toBe(ended);
    expect(announce(inLive, { type: 'exit', run: 2 })).toMatchObject({ phase: 'live', dropped: 1 });
    expect(announce(inLive, { type: 'exit' }, { at: (T - 5) * 1000 })).toMatchObject({ phase: 'live', dropped: 1 });
    expect(announce(inLive, { type: 'exit', run: 3 }, { from: 'mallory' })).toMatchObject({
      phase: 'live',
      dropped: 1,
    });
  });

  it('host-left goes back to waiting, and an old one does not', () => {
    expect(announce(inLive, { type: 'host-left', run: 3 })).toMatchObject({ phase: 'waiting', run: 3, dropped: 0 });
    expect(announce(inLive, { type: 'host-left', run: 2 })).toMatchObject({ phase: 'live', dropped: 1 });
    expect(announce(inLive, { type: 'host-left' })).toMatchObject({ phase: 'waiting', run: 3 });
    expect(announce(afterStepOff, { type: 'host-left', run: 3 })).toMatchObject({ dropped: 0 });
  });

  it('a legacy host who leaves in the second of coming is believed: the service counts in seconds', () => {
    const at = (T + 9) * 1000;
    const live = announce(inWaiting, { type: 'enter', stage: 7 }, { at });
    expect(live.phase).toBe('live');
    expect(announce(live, { type: 'exit' }, { at })).toMatchObject({ phase: 'ended', dropped: 0 });
    const left = announce(live, { type: 'host-left' }, { at });
    expect(left).toMatchObject({ phase: 'waiting', dropped: 0 });
    // But the ENTER of that second, again, brings nobody back.
    expect(announce(left, { type: 'enter', stage: 7 }, { at })).toMatchObject({ phase: 'waiting', dropped: 1 });
  });

  it('host-back of a legacy host returns to the stage it had', () => {
    const left = announce(
      announce(read(fresh), { type: 'enter', stage: 7 }),
      { type: 'host-left' },
      { at: (T + 2000) * 1000 },
    );
    expect(left).toMatchObject({ phase: 'waiting' });
    expect(announce(left, { type: 'host-back' }, { at: (T + 3000) * 1000 })).toMatchObject({
      phase: 'live',
      stageId: 7,
    });
    expect(announce(inWaiting, { type: 'host-back' })).toMatchObject({ phase: 'waiting', dropped: 1 });
    expect(announce(inLive, { type: 'host-back', run: 3 })).toMatchObject({ phase: 'live', dropped: 0 });
  });
});

describe('the state', () => {
  it('is frozen and keeps its identity when nothing changed', () => {
    expect(Object.isFrozen(inLive)).toBe(true);
    expect(reduce(inLive, { type: 'members-counted', count: inLive.members })).toBe(inLive);
  });

  it('forgets stage and countdown when the room is no longer live', () => {
    const playing = reduce(
      { ...inLive, countdown: { endsAt: 1, length: 1 }, soundBlocked: true },
      { type: 'host-audio-changed', on: true },
    );
    expect(read({ ...playing, stage: 'playing' }, waiting(3, T + 1))).toMatchObject({
      stage: 'empty',
      countdown: undefined,
      hostAudio: false,
      soundBlocked: false,
    });
  });

  it('keeps the conversation when the room ends or is left', () => {
    const talked = reduce(inLive, {
      type: 'texts-received',
      texts: [{ kind: 'text', id: 'star/1', from: { id: 'star', name: 'Mira' }, text: 'hi', at: 1, delivery: 'sent' }],
      leftOut: 0,
    });
    expect(talked.ownerName).toBe('Mira');
    expect(reduce(reduce(talked, { type: 'dismissed' }), { type: 'left' }).timeline).toBe(talked.timeline);
  });
});

describe('what is shown', () => {
  it.each([
    [fresh, 'connecting'],
    [{ ...fresh, phase: 'not-open' }, 'connecting'],
    [{ ...inWaiting, link: 'online' }, 'chat'],
    [{ ...inLive, stage: 'entering' }, 'chat'],
    [{ ...inLive, stage: 'playing' }, 'video'],
    [{ ...inLive, stage: 'away' }, 'video'],
    [{ ...inLive, stage: 'playing', link: 'connecting' }, 'video'],
    [{ ...inLive, stage: 'failed' }, 'chat'],
    [{ ...inLive, link: 'kicked' }, 'blocked'],
    [{ ...fresh, link: 'offline' }, 'blocked'],
    [{ ...inLive, phase: 'ended', link: 'offline' }, 'ended'],
  ] as [RoomState, string][])('%#', (state, view) => {
    expect(viewOf(state)).toBe(view);
  });

  it('tells the host from others, and offers resume only to a host who is off the stage', () => {
    const host = read(initialState('show', { self: { id: 'star', name: 'S' } }), live(1));
    expect([isHost(host), isHost(inLive)]).toEqual([true, false]);
    expect(canResume(host)).toBe(true);
    expect(canResume({ ...host, stage: 'playing' })).toBe(false);
    expect(canResume(inLive)).toBe(false);
  });
});
