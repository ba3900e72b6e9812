import { describe, expect, it } from 'vitest';
import {
  canResume,
  isHost,
  RoomError,
  type RoomController,
  type RoomIntent,
  type RoomOptions,
} from '../../../src/core/index.js';
import { parseRecord } from '../../../src/core/room/record.js';
import { LIMIT } from '../../../src/core/room/scope.js';
import { callNames, NOW, profileOf, recordText, startRoom, type CoreRoom } from '../../support/core-room.js';
import { settle } from '../../support/virtual-clock.js';

const hang = () => new Promise<never>(() => undefined);
const HOST: Partial<RoomOptions> = { user: 'star', name: 'Star', stage: 'hall' };

/** Dispatches and lets everything that can happen at once happen. */
async function ask({ controller, clock }: CoreRoom, intent: RoomIntent, ms = 0): Promise<string | undefined> {
  const done = controller.dispatch(intent);
  const settled = done.then(() => true);
  await clock.pass(ms);
  // The first thing a host wants loads the host's code, which takes real time and none of the virtual.
  while (!(await Promise.race([settled, settle().then(() => false)]))) await clock.pass(0);
  return (await done)?.code;
}

async function openHost(options: Partial<RoomOptions> = {}): Promise<CoreRoom> {
  const room = await startRoom(undefined, { ...HOST, ...options });
  expect(await ask(room, { type: 'open' })).toBeUndefined();
  return room;
}

async function liveHost(): Promise<CoreRoom> {
  const room = await openHost();
  expect(await ask(room, { type: 'go-live' })).toBeUndefined();
  return room;
}

/** What was written and said, without what it was said with. */
const said = ({ im }: CoreRoom) =>
  im.calls
    .filter(([name]) => name === 'writeRecord' || name === 'send' || name === 'dismissRoom')
    .map(([name, what]) => {
      if (name === 'writeRecord') return JSON.parse(what as string) as object;
      return name === 'send' ? (what as object) : name;
    });
const stateOf = ({ controller }: { controller: RoomController }) => controller.state;

describe('opening', () => {
  it('creates the room, joins it and writes the first record', async () => {
    const room = await openHost({ startsAt: (NOW + 3600) * 1000 });
    expect(callNames(room.im)).toEqual(['connect', 'joinRoom', 'openRoom', 'writeRecord']);
    expect(said(room)).toEqual([{ v: 1, phase: 'waiting', run: 0, at: NOW, startsAt: NOW + 3600 }]);
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', owner: 'star', startsAt: (NOW + 3600) * 1000 });
    expect(isHost(stateOf(room))).toBe(true);
  });

  it('stops waiting for the room to appear', async () => {
    const room = await openHost();
    await room.clock.pass(30_000);
    expect(callNames(room.im).filter((name) => name === 'joinRoom')).toHaveLength(1);
  });

  it('takes up a room again without writing over its record', async () => {
    const room = await startRoom(profileOf(recordText('waiting', 4), 'star'), HOST);
    expect(await ask(room, { type: 'open' })).toBeUndefined();
    expect(said(room)).toEqual([]);
    expect(stateOf(room).run).toBe(4);
  });

  it('says when the room is somebody else’s', async () => {
    const room = await startRoom(profileOf(recordText('waiting', 0), 'other'), HOST);
    expect(await ask(room, { type: 'open' })).toBe('room-taken');
    expect(stateOf(room)).toMatchObject({ error: { code: 'room-taken' }, phase: 'waiting', owner: 'other' });
    expect(await ask(room, { type: 'go-live' })).toBe('not-owner');
  });

  it('begins anew over a record that says the last show ended', async () => {
    const room = await startRoom(undefined, HOST);
    room.im.profile = profileOf(recordText('ended', 4), 'star');
    expect(await ask(room, { type: 'open' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'waiting' });
    expect(said(room)).toMatchObject([{ phase: 'waiting', run: 4 }]);
  });
});

describe('going live', () => {
  it('enters and publishes, then writes the record, then announces', async () => {
    const room = await liveHost();
    expect(room.av.calls).toEqual([
      ['capture', { camera: true, microphone: true }],
      ['preload'],
      ['enter', 'hall', 'anchor', 'star'],
      ['publish'],
    ]);
    expect(said(room).slice(1)).toEqual([
      { v: 1, phase: 'live', stage: 'hall', run: 1, at: NOW + 1 },
      { type: 'enter', stage: 'hall', run: 1, at: NOW + 1 },
    ]);
    expect(room.im.calls.at(-1)![2]).toMatchObject({ priority: 'high' });
    expect(stateOf(room)).toMatchObject({ phase: 'live', stage: 'playing', run: 1 });
  });

  it('with a countdown announces first and publishes at zero', async () => {
    const room = await openHost();
    const live = room.controller.dispatch({ type: 'go-live', countdown: 3 });
    await room.clock.pass(0);
    expect(said(room).at(-1)).toEqual({ type: 'enter', stage: 'hall', run: 1, at: NOW + 1, in: 3 });
    expect(stateOf(room)).toMatchObject({ phase: 'live', stage: 'entering', countdown: { endsAt: (NOW + 3) * 1000 } });
    await room.clock.pass(2999);
    expect(callNames(room.av, ['preload'])).toEqual(['capture', 'enter', 'prepare']);
    await room.clock.pass(1);
    expect(await live).toBeUndefined();
    expect(callNames(room.av)).toContain('publish');
    expect(stateOf(room)).toMatchObject({ stage: 'playing', countdown: undefined });
  });

  it('cancelled in the countdown takes everything back and publishes nothing', async () => {
    const room = await openHost();
    const live = room.controller.dispatch({ type: 'go-live', countdown: 3 });
    await room.clock.pass(2000);
    expect(await ask(room, { type: 'cancel-go-live' })).toBeUndefined();
    expect((await live)?.code).toBe('cancelled');
    expect(said(room).slice(3)).toEqual([
      { v: 1, phase: 'waiting', run: 1, at: NOW + 2 },
      { type: 'host-left', run: 1, at: NOW + 2 },
    ]);
    expect(callNames(room.av, ['preload'])).toEqual(['capture', 'enter', 'prepare', 'leave']);
    expect(stateOf(room)).toMatchObject({
      phase: 'waiting',
      stage: 'empty',
      countdown: undefined,
      run: 1,
      error: undefined,
    });
  });

  it('that can’t enter the stage announces nothing', async () => {
    const room = await openHost();
    room.av.failNext('enter', new RoomError('stage-unavailable', 'no'));
    expect(await ask(room, { type: 'go-live' })).toBe('stage-unavailable');
    expect(said(room)).toHaveLength(1);
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty', error: { code: 'stage-unavailable' } });
  });

  it('that can’t write the record leaves the stage and is back in waiting, with a run that nobody saw twice', async () => {
    const room = await openHost();
    room.im.failNext('writeRecord', new RoomError('network', 'no'));
    expect(await ask(room, { type: 'go-live' })).toBe('network');
    expect(callNames(room.av).at(-1)).toBe('leave');
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty', run: 1 });
    expect(await ask(room, { type: 'go-live' })).toBeUndefined();
    expect(stateOf(room).run).toBe(2);
  });

  it('that can’t announce is live all the same, tries again, and says so if it never can', async () => {
    const room = await openHost();
    for (let i = 0; i < 5; i++) room.im.failNext('send', new RoomError('network', 'no'));
    expect(await ask(room, { type: 'go-live' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'live', stage: 'playing', notice: undefined });
    await room.clock.pass(30_000);
    expect(stateOf(room).notice).toBe('network');
    expect(said(room).filter((what) => (what as { type?: string }).type === 'enter')).toHaveLength(5);
  });

  it('that fails to publish at zero is withdrawn', async () => {
    const room = await openHost();
    room.av.failNext('publish', new RoomError('stage-unavailable', 'no'));
    expect(await ask(room, { type: 'go-live', countdown: 1 }, 1000)).toBe('stage-unavailable');
    expect(said(room).at(-1)).toMatchObject({ type: 'host-left', run: 1 });
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
  });

  it('needs something to show', async () => {
    const room = await openHost();
    room.av.captured = { camera: false, microphone: false, cameraError: new RoomError('camera-denied', 'no') };
    expect(await ask(room, { type: 'go-live' })).toBe('camera-denied');
    expect(callNames(room.av)).toEqual(['capture', 'preload']);
  });

  it('twice, or in the wrong phase, is refused', async () => {
    const room = await openHost();
    const live = room.controller.dispatch({ type: 'go-live', countdown: 3 });
    expect(await ask(room, { type: 'go-live' })).toBe('wrong-phase');
    await room.clock.pass(3000);
    expect(await live).toBeUndefined();
    expect(await ask(room, { type: 'go-live' })).toBe('wrong-phase');
    expect(await ask(room, { type: 'cancel-go-live' })).toBe('wrong-phase');
  });
});

describe('stepping off', () => {
  it('writes, says it, leaves the stage, and can go live again', async () => {
    const room = await liveHost();
    expect(await ask(room, { type: 'step-off' })).toBeUndefined();
    expect(said(room).slice(3)).toEqual([
      { v: 1, phase: 'waiting', run: 1, at: NOW + 2 },
      { type: 'host-left', run: 1, at: NOW + 2 },
    ]);
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty', run: 1 });
    expect(await ask(room, { type: 'go-live' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'live', run: 2 });
  });

  it('leaves the stage although everything hangs, within bounds, and says nothing that the record does not', async () => {
    const room = await liveHost();
    room.im.failNext('writeRecord', hang());
    room.av.failNext('leave', hang());
    expect(await ask(room, { type: 'step-off' }, 8_000)).toBe('timeout');
    expect(callNames(room.av).at(-1)).toBe('leave');
    // Viewers who had heard "left" would not believe a "back" of the same run.
    expect(said(room).slice(3)).toEqual([expect.objectContaining({ phase: 'waiting' })]);
    expect(stateOf(room)).toMatchObject({ phase: 'live', stage: 'empty' });
    expect(canResume(stateOf(room))).toBe(true);
    expect(await ask(room, { type: 'step-off' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', error: undefined });
  });

  it('during the countdown cancels it', async () => {
    const room = await openHost();
    void room.controller.dispatch({ type: 'go-live', countdown: 3 });
    await room.clock.pass(1000);
    expect(await ask(room, { type: 'step-off' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
    expect(callNames(room.av)).not.toContain('publish');
  });
});

describe('what the simulation found', () => {
  it('a record that was withdrawn elsewhere takes the host off the stage', async () => {
    const room = await liveHost();
    room.im.signals.emit({ type: 'profile-changed', record: recordText('waiting', 1, NOW + 60) });
    await room.clock.pass(0);
    expect(callNames(room.av).at(-1)).toBe('leave');
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
  });

  it('resuming looks at the record first: a stage that was withdrawn meanwhile is not entered', async () => {
    const room = await liveHost();
    room.av.failNext('leave', new RoomError('timeout', 'lost'));
    room.im.failNext('writeRecord', new RoomError('timeout', 'carried out, but the answer was lost'));
    expect(await ask(room, { type: 'step-off' })).toBe('timeout');
    room.im.profile = profileOf(recordText('waiting', 1, NOW + 60));
    const entered = callNames(room.av).filter((name) => name === 'enter').length;
    expect(await ask(room, { type: 'resume' })).toBe('wrong-phase');
    expect(callNames(room.av).filter((name) => name === 'enter')).toHaveLength(entered);
  });

  it('a write that came through late, over a newer one, is made good at the next read', async () => {
    const room = await openHost();
    expect(await ask(room, { type: 'go-live' })).toBeUndefined();
    expect(await ask(room, { type: 'step-off' })).toBeUndefined();
    const writes = () => room.im.calls.filter(([name]) => name === 'writeRecord').length;
    const before = writes();
    room.im.profile = profileOf(recordText('live', 1, NOW + 1));
    await room.clock.pass(90_000);
    expect(writes()).toBe(before + 1);
    expect(JSON.parse(room.im.profile.record)).toMatchObject({ phase: 'waiting', run: 1 });
    expect(stateOf(room)).toMatchObject({ phase: 'waiting' });
  });

  it('a withdrawal that only seemed to fail is overruled when the stage is taken up again', async () => {
    const room = await openHost();
    const going = room.controller.dispatch({ type: 'go-live', countdown: 3 });
    await room.clock.pass(1_000);
    room.av.signals.emit({ type: 'lost', code: 'stage-lost' });
    room.av.failNext('publish', new RoomError('stage-unavailable', 'not on the stage any more'));
    room.im.failNext('writeRecord', new RoomError('timeout', 'carried out, but the answer was lost'));
    await room.clock.pass(10_000);
    expect((await going)?.code).toBe('stage-unavailable');
    // Back by itself, since as far as this page knows the record still says live.
    expect(stateOf(room)).toMatchObject({ phase: 'live', run: 1, stage: 'playing' });
    const written = room.im.calls.flatMap(([name, text]) =>
      name === 'writeRecord' ? [parseRecord(text as string)!] : [],
    );
    const [withdrawn, insisted] = written.slice(-2);
    expect([withdrawn, insisted]).toMatchObject([
      { phase: 'waiting', run: 1 },
      { phase: 'live', run: 1 },
    ]);
    expect(insisted!.at).toBeGreaterThan(withdrawn!.at);
  });

  it('a stage that is withdrawn while the host comes back to it gets no picture', async () => {
    const room = await liveHost();
    let arrive = () => undefined as void;
    room.av.failNext('enter', new Promise<never>((resolve) => (arrive = resolve as () => void)));
    room.av.signals.emit({ type: 'lost', code: 'stage-lost' });
    await room.clock.pass(0);
    room.im.signals.emit({ type: 'profile-changed', record: recordText('waiting', 1, NOW + 60) });
    arrive();
    await room.clock.pass(0);
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
    expect(callNames(room.av).slice(-3)).toEqual(['leave', 'enter', 'leave']);
  });

  it('a go-live that only seemed to fail is found out soon, and offered', async () => {
    const room = await openHost();
    const lost = new RoomError('network', 'carried out, but the answer was lost');
    room.im.failNext('writeRecord', lost);
    room.im.failNext('writeRecord', new RoomError('network', 'never got there'));
    room.im.failNext('readProfile', lost);
    expect(await ask(room, { type: 'go-live' })).toBe('network');
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
    room.im.profile = profileOf(recordText('live', 1, NOW + 1));
    await room.clock.pass(1_000);
    await room.clock.pass(10_000);
    expect(stateOf(room)).toMatchObject({ phase: 'live', run: 1, stage: 'empty' });
    expect(canResume(stateOf(room))).toBe(true);
  });

  it('an announcement that comes to nothing after its show is over is no news', async () => {
    const room = await openHost();
    for (let attempt = 1; attempt < 5; attempt++) room.im.failNext('send', new RoomError('network', 'no'));
    room.im.failNext('send', hang());
    expect(await ask(room, { type: 'go-live' })).toBeUndefined();
    await room.clock.pass(14_000);
    expect(room.im.calls.filter(([name]) => name === 'send')).toHaveLength(5);
    expect(await ask(room, { type: 'step-off' })).toBeUndefined();
    await room.clock.pass(20_000);
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', notice: undefined });
  });

  it('a stage that was withdrawn while other steps were under way is left before the next is entered, if one still is', async () => {
    const room = await liveHost();
    room.im.failNext('readProfile', hang());
    const steps = (['resume', 'go-live'] as const).map((type) => room.controller.dispatch({ type }));
    await room.clock.pass(0);
    room.im.signals.emit({ type: 'profile-changed', record: recordText('waiting', 1, NOW + 60) });
    room.av.failNext('leave', hang());
    await room.clock.pass(LIMIT.chat);
    expect(callNames(room.av).at(-1)).toBe('leave');
    room.im.signals.emit({ type: 'profile-changed', record: recordText('ended', 1, NOW + 70) });
    await room.clock.pass(LIMIT.chat);
    expect((await Promise.all(steps)).map((error) => error?.code)).toEqual(['timeout', 'wrong-phase']);
    expect(callNames(room.av).filter((name) => name === 'enter')).toHaveLength(1);
  });

  it('a page that leaves while it opens declares nothing over a live show', async () => {
    const room = await startRoom(undefined, HOST);
    room.im.profile = profileOf(recordText('live', 1));
    let answer: (() => void) | undefined;
    room.im.failNext('openRoom', new Promise<never>((resolve) => (answer = resolve as () => void)));
    const opening = room.controller.dispatch({ type: 'open' });
    while (!callNames(room.im).includes('openRoom')) await room.clock.pass(0);
    const leaving = room.controller.dispatch({ type: 'leave' });
    answer?.();
    await room.clock.pass(10_000);
    await leaving;
    expect((await opening)?.code).toBe('not-joined');
    expect(callNames(room.im)).not.toContain('writeRecord');
  });

  it('a read that comes late, while a resumed show is declared again, does not hide that it is on air', async () => {
    const room = await startRoom(profileOf(recordText('live', 1, NOW - 20), 'star'), HOST);
    await ask(room, { type: 'open' });
    let answer: (() => void) | undefined;
    room.im.failNext('writeRecord', new Promise<never>((resolve) => (answer = resolve as () => void)));
    const resuming = room.controller.dispatch({ type: 'resume' });
    while (stateOf(room).stage !== 'playing') await room.clock.pass(0);
    room.im.signals.emit({ type: 'profile-changed', record: recordText('waiting', 1, NOW - 10) });
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
    answer?.();
    await room.clock.pass(0);
    expect((await resuming)?.code).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'live', stage: 'playing' });
    expect(callNames(room.av, ['preload']).at(-1)).toBe('publish');
  });

  it('a host who is kicked while resuming stays out', async () => {
    const room = await liveHost();
    room.im.failNext('writeRecord', new RoomError('timeout', 'lost'));
    expect(await ask(room, { type: 'step-off' })).toBe('timeout');
    let answer: (() => void) | undefined;
    room.im.failNext('readProfile', new Promise<never>((resolve) => (answer = resolve as () => void)));
    const resuming = room.controller.dispatch({ type: 'resume' });
    await room.clock.pass(0);
    room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    answer?.();
    await room.clock.pass(10_000);
    expect((await resuming)?.code).toBe('not-joined');
    expect(stateOf(room)).toMatchObject({ link: 'kicked', stage: 'empty' });
  });

  it('a permission prompt that nobody answers blocks no other step', async () => {
    const room = await openHost();
    room.av.failNext('capture', hang());
    const live = room.controller.dispatch({ type: 'go-live', countdown: 3 });
    await room.clock.pass(1000);
    expect(await ask(room, { type: 'cancel-go-live' })).toBeUndefined();
    await room.clock.pass(0);
    expect((await live)?.code).toBe('cancelled');
    expect(await ask(room, { type: 'go-live' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'live' });
  });

  it.each([
    ['ended', 'capture'],
    ['ended', 'enter'],
    ['live', 'enter'],
  ] as const)('what another tab declared (%s) while this one went live (at %s) stands', async (phase, step) => {
    const room = await openHost();
    let answer: ((media: object) => void) | undefined;
    room.av.failNext(step, new Promise<never>((resolve) => (answer = resolve as (media: object) => void)));
    const going = room.controller.dispatch({ type: 'go-live' });
    await room.clock.pass(0);
    const before = said(room);
    room.im.signals.emit({ type: 'profile-changed', record: recordText(phase, 1, NOW + 60) });
    answer?.({ camera: true, microphone: true });
    await room.clock.pass(10_000);
    expect((await going)?.code).toMatch(/wrong-phase|cancelled/);
    expect(said(room)).toEqual(before);
    expect(stateOf(room)).toMatchObject({ phase, stage: 'empty' });
  });

  it('a host who is kicked while going live captures and publishes nothing more', async () => {
    const room = await openHost();
    let answer: (() => void) | undefined;
    room.av.failNext('capture', new Promise<never>((resolve) => (answer = resolve as () => void)));
    void room.controller.dispatch({ type: 'go-live' });
    await room.clock.pass(0);
    room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    answer?.();
    await room.clock.pass(10_000);
    expect(callNames(room.av)).not.toContain('enter');
    expect(stateOf(room)).toMatchObject({ link: 'kicked', media: undefined });
  });
});

describe('ending', () => {
  it('writes, says it, closes the room and frees everything', async () => {
    const room = await liveHost();
    expect(await ask(room, { type: 'end' })).toBeUndefined();
    expect(said(room).slice(3)).toEqual([
      { v: 1, phase: 'ended', run: 1, at: NOW + 2 },
      { type: 'exit', run: 1, at: NOW + 2 },
      'dismissRoom',
    ]);
    expect(stateOf(room)).toMatchObject({ phase: 'ended', link: 'offline', stage: 'empty' });
    expect([room.im.closed, room.av.closed, room.clock.scheduled]).toEqual([true, true, 0]);
  });

  it('goes on through failures, and counts as done when viewers can know', async () => {
    const room = await liveHost();
    room.im.failNext('writeRecord', new RoomError('network', 'no'));
    room.im.failNext('send', new RoomError('network', 'no'));
    expect(await ask(room, { type: 'end' })).toBeUndefined();
    expect(stateOf(room).phase).toBe('ended');
  });

  it('that nobody can know of is a failure, and can be tried again', async () => {
    const room = await liveHost();
    for (const name of ['writeRecord', 'send', 'dismissRoom'] as const)
      room.im.failNext(name, new RoomError('network', 'no'));
    expect(await ask(room, { type: 'end' })).toBe('network');
    expect(stateOf(room)).toMatchObject({ phase: 'live', link: 'online' });
    expect(await ask(room, { type: 'end' })).toBeUndefined();
  });
});

describe('coming back', () => {
  const reloaded = () => startRoom(profileOf(recordText('live', 3), 'star'), HOST);

  it('after a reload offers the stage that the record announces, and returns to it in the same run', async () => {
    const room = await reloaded();
    expect(canResume(stateOf(room))).toBe(true);
    expect(callNames(room.av)).toEqual([]);
    expect(await ask(room, { type: 'resume' })).toBeUndefined();
    expect(room.av.calls.slice(2)).toEqual([['enter', 'show', 'anchor', 'star'], ['publish']]);
    // Declared again, later: somebody may have seen this run withdrawn.
    expect(said(room)).toEqual([
      { v: 1, phase: 'live', stage: 'show', run: 3, at: NOW },
      { type: 'host-back', run: 3, at: NOW },
    ]);
    expect(stateOf(room)).toMatchObject({ phase: 'live', run: 3, stage: 'playing' });
  });

  it('after a reload can step off instead', async () => {
    const room = await reloaded();
    expect(await ask(room, { type: 'step-off' })).toBeUndefined();
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', run: 3 });
  });

  it('by itself when the service lost the stage', async () => {
    const room = await liveHost();
    room.av.signals.emit({ type: 'lost', code: 'stage-lost' });
    await room.clock.pass(0);
    expect(callNames(room.av).slice(-3)).toEqual(['leave', 'enter', 'publish']);
    expect(stateOf(room).stage).toBe('playing');
  });

  it('withdraws the announcement when it can’t', async () => {
    const room = await liveHost();
    for (let i = 0; i < 3; i++) room.av.failNext('enter', new RoomError('stage-unavailable', 'no'));
    room.av.signals.emit({ type: 'lost', code: 'stage-lost' });
    await room.clock.pass(60_000);
    expect(stateOf(room)).toMatchObject({ phase: 'waiting', stage: 'empty' });
  });
});

describe('going away', () => {
  it('while live steps off first', async () => {
    const room = await liveHost();
    expect(await ask(room, { type: 'leave' })).toBeUndefined();
    expect(said(room).slice(3)).toMatchObject([{ phase: 'waiting', run: 1 }, { type: 'host-left' }]);
    expect([room.im.closed, room.av.closed, room.clock.scheduled]).toEqual([true, true, 0]);
  });

  it('because another tab took over leaves the stage to it', async () => {
    const room = await liveHost();
    const before = said(room).length;
    room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    await room.clock.pass(0);
    expect(said(room)).toHaveLength(before);
    expect(callNames(room.av)).toContain('close');
    expect(stateOf(room)).toMatchObject({ link: 'kicked', stage: 'empty' });
  });

  it('forgets what was captured with the ports that captured it', async () => {
    const room = await liveHost();
    expect(stateOf(room).media).toEqual({ camera: true, microphone: true });
    await ask(room, { type: 'leave' });
    expect(stateOf(room).media).toBeUndefined();
  });

  it('passes on that devices came or went', async () => {
    const room = await openHost();
    let changes = 0;
    room.controller.onDevicesChange(() => changes++);
    room.av.signals.emit({ type: 'devices-changed' });
    expect(changes).toBe(1);
  });

  it('tells of a device that stops, and goes on with the other', async () => {
    const room = await liveHost();
    room.av.signals.emit({ type: 'capture-lost', kind: 'camera', reason: 'missing' });
    expect(stateOf(room)).toMatchObject({
      stage: 'playing',
      media: { camera: false, microphone: true, cameraError: { code: 'camera-missing' } },
    });
    room.av.signals.emit({ type: 'capture-lost', kind: 'microphone', reason: 'denied' });
    expect(stateOf(room).media).toMatchObject({ microphone: false, microphoneError: { code: 'microphone-denied' } });
  });
});
