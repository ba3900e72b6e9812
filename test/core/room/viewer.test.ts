import { describe, expect, it } from 'vitest';
import { RoomError, viewOf } from '../../../src/core/index.js';
import { callNames, NOW, profileOf, recordText, startRoom, startViewer } from '../../support/core-room.js';
import { settle } from '../../support/virtual-clock.js';

const waiting = () => profileOf(recordText('waiting', 0));
const live = () => profileOf(recordText('live', 1));
const LIVE_TIP = { type: 'profile-changed', record: recordText('live', 1, NOW + 1) } as const;
const hang = () => new Promise<never>(() => undefined);

describe('coming in', () => {
  it('connects, joins and reads the record in one go', async () => {
    const { controller, im } = await startViewer(waiting());
    expect(im.calls).toEqual([
      ['connect', { userId: 'ana', name: 'Ana', avatar: undefined }],
      ['joinRoom', 'show'],
    ]);
    expect(controller.state).toMatchObject({ link: 'online', phase: 'waiting', owner: 'star' });
  });

  it('waits for a room that is not open yet, and comes in by itself', async () => {
    const { controller, im, clock } = await startViewer(undefined);
    expect(controller.state).toMatchObject({ link: 'online', phase: 'not-open' });
    expect(viewOf(controller.state)).toBe('connecting');
    im.profile = waiting();
    await clock.pass(1000);
    expect(controller.state.phase).toBe('waiting');
  });

  it('tries again after a failure of the network, ever more slowly, with fresh ports', async () => {
    const { controller, im, clock } = await startRoom(waiting());
    await controller.dispatch({ type: 'leave' });
    im.failNext('connect', new RoomError('network', 'down'));
    im.failNext('connect', new RoomError('network', 'down'));
    void controller.dispatch({ type: 'enter' });
    await clock.pass(1000);
    expect(controller.state).toMatchObject({ link: 'connecting', error: { code: 'network' } });
    await clock.pass(2000);
    expect(controller.state).toMatchObject({ link: 'online', phase: 'waiting', error: undefined });
  });

  it('does not wait for ever for a service that says nothing', async () => {
    const { controller, im, clock } = await startRoom(waiting());
    await controller.dispatch({ type: 'leave' });
    im.failNext('connect', hang());
    void controller.dispatch({ type: 'enter' });
    await clock.pass(15_000 + 1000);
    expect(controller.state.link).toBe('online');
  });

  it('stops at an error that no retry heals, and says so', async () => {
    const room = await startRoom(undefined);
    await room.controller.dispatch({ type: 'leave' });
    room.im.failNext('connect', new RoomError('storage-unavailable', 'blocked'));
    void room.controller.dispatch({ type: 'enter' });
    await room.clock.pass(60_000);
    expect(room.controller.state).toMatchObject({ link: 'offline', error: { code: 'storage-unavailable' } });
    expect(viewOf(room.controller.state)).toBe('blocked');
    expect(room.clock.scheduled).toBe(0);
  });

  it('believes what it heard before it knew the owner only once it knows', async () => {
    const room = await startRoom(undefined);
    room.im.hear('mallory', { type: 'enter', stage: 'trap', run: 5 });
    room.im.hear('star', { type: 'enter', stage: 'show', run: 1 });
    room.im.profile = waiting();
    await room.clock.pass(1000);
    expect(room.controller.state).toMatchObject({ phase: 'live', stageId: 'show', run: 1, dropped: 1 });
  });
});

describe('the swap', () => {
  it('enters on ENTER, and shows the picture on the first frame, not before', async () => {
    const { controller, im, av, clock, marks } = await startViewer(waiting());
    im.hear('star', { type: 'enter', stage: 'show', run: 1 });
    await clock.pass(0);
    expect(av.calls).toContainEqual(['enter', 'show', 'audience', 'star']);
    expect([controller.state.stage, viewOf(controller.state)]).toEqual(['entering', 'chat']);
    av.play();
    expect([controller.state.stage, viewOf(controller.state)]).toEqual(['playing', 'video']);
    expect(marks).toEqual(['enter-received', 'stage-entered', 'first-frame']);
  });

  it('loads ahead while waiting', async () => {
    const { av } = await startViewer(waiting());
    expect(callNames(av)).toEqual(['preload']);
  });

  it('finds the stage without any message, as a latecomer', async () => {
    const { av } = await startViewer(live());
    expect(av.calls).toEqual([['enter', 'show', 'audience', 'star']]);
  });

  it('makes a lost ENTER good within one interval', async () => {
    const { controller, im, clock } = await startViewer(waiting());
    im.profile = live();
    await clock.pass(60_000);
    expect(controller.state).toMatchObject({ phase: 'live', run: 1 });
  });

  it('reads less often in a very large room', async () => {
    const { im, clock } = await startViewer({ ...waiting(), members: 1_000_000 });
    im.profile = { ...waiting(), members: 1_000_000 };
    await clock.pass(99_999);
    expect(callNames(im)).not.toContain('readProfile');
    await clock.pass(1);
    expect(callNames(im)).toContain('readProfile');
  });

  it('enters no stage for a page that shows none', async () => {
    const { controller, im, av, clock } = await startRoom(waiting());
    im.signals.emit(LIVE_TIP);
    await clock.pass(5000);
    expect(controller.state.phase).toBe('live');
    expect(callNames(av)).toEqual([]);
  });

  it('spreads entering over the first 80 % of a countdown, and enters before zero', async () => {
    const { im, av, clock, controller } = await startViewer(waiting());
    im.hear('star', { type: 'enter', stage: 'show', run: 1, in: 10 });
    await clock.pass(3999);
    expect(callNames(av, ['preload'])).toEqual([]);
    await clock.pass(1);
    expect(callNames(av, ['preload'])).toEqual(['enter']);
    expect(controller.state.countdown).toEqual({ endsAt: NOW * 1000 + 10_000, length: 10_000 });
  });

  it('enters a small room at once: not even a timer comes in between', async () => {
    const { im, av } = await startViewer(waiting());
    im.hear('star', { type: 'enter', stage: 'hall', run: 1, at: NOW + 1 });
    await settle();
    expect(callNames(av)).toContain('enter');
  });

  it('spreads a large room without a countdown', async () => {
    const { im, av, clock } = await startViewer({ ...waiting(), members: 150_000 });
    im.signals.emit(LIVE_TIP);
    await clock.pass(4999);
    expect(callNames(av, ['preload'])).toEqual([]);
    await clock.pass(1);
    expect(callNames(av, ['preload'])).toEqual(['enter']);
  });
});

describe('on the stage', () => {
  it('tries again with backoff while the chat goes on, and at once when asked', async () => {
    const { controller, im, av, clock } = await startViewer(waiting());
    for (let i = 0; i < 2; i++) av.failNext('enter', new RoomError('stage-unavailable', 'no'));
    im.signals.emit(LIVE_TIP);
    await clock.pass(0);
    expect(controller.state).toMatchObject({ stage: 'failed', error: { code: 'stage-unavailable' } });
    expect(await controller.dispatch({ type: 'send-text', text: 'still here' })).toBeUndefined();
    await clock.pass(1000);
    expect(controller.state.stage).toBe('failed');
    void controller.dispatch({ type: 'retry-stage' });
    await clock.pass(0);
    av.play();
    expect(controller.state).toMatchObject({ stage: 'playing', error: undefined });
  });

  it('gives up a stage that never answers, leaves it, and tries anew', async () => {
    const { controller, im, av, clock } = await startViewer(waiting());
    av.failNext('enter', hang());
    im.signals.emit(LIVE_TIP);
    await clock.pass(12_000);
    expect(controller.state.stage).toBe('failed');
    await clock.pass(1000);
    expect(callNames(av, ['preload'])).toEqual(['enter', 'leave', 'enter']);
  });

  it('stops trying some time, and starts again when asked', async () => {
    const { controller, av, clock } = await startViewer(live());
    for (let i = 0; i < 20; i++) av.failNext('enter', new RoomError('stage-unavailable', 'no'));
    av.signals.emit({ type: 'lost', code: 'stage-lost' });
    await clock.pass(3_600_000);
    const entered = callNames(av).filter((name) => name === 'enter').length;
    expect(entered).toBe(10);
    av.failures.clear();
    void controller.dispatch({ type: 'retry-stage' });
    await clock.pass(0);
    expect(callNames(av).filter((name) => name === 'enter').length).toBe(11);
  });

  it('is away while no picture comes, and asks the record', async () => {
    const { controller, im, av, clock } = await startViewer(live());
    av.play();
    av.stop();
    expect([controller.state.stage, viewOf(controller.state)]).toEqual(['away', 'video']);
    await clock.pass(1000);
    expect(callNames(im)).toContain('readProfile');
    av.play();
    expect(controller.state.stage).toBe('playing');
  });

  it('is away when no first picture comes in time', async () => {
    const { controller, clock } = await startViewer(live());
    await clock.pass(3999);
    expect(controller.state.stage).toBe('entering');
    await clock.pass(1);
    expect(controller.state.stage).toBe('away');
  });

  it('leaves before it enters the next run, and is never on two stages', async () => {
    const { im, av, clock, controller } = await startViewer(live());
    im.hear('star', { type: 'host-left', run: 1 });
    im.hear('star', { type: 'enter', stage: 'show', run: 2 });
    await clock.pass(0);
    expect(callNames(av, ['preload'])).toEqual(['enter', 'leave', 'enter']);
    expect(controller.state.run).toBe(2);
  });

  it('asks for sound, and gives it', async () => {
    const { controller, av } = await startViewer(live());
    let resumed = false;
    av.signals.emit({ type: 'autoplay-blocked', resume: async () => void (resumed = true) });
    expect(controller.state.soundBlocked).toBe(true);
    await controller.dispatch({ type: 'allow-sound' });
    expect([resumed, controller.state.soundBlocked]).toEqual([true, false]);
  });

  it('survives an element that moves, and leaves when the last one goes', async () => {
    const { controller, av, clock, im } = await startRoom(live());
    const release = controller.attachStage({} as HTMLElement);
    await clock.pass(0);
    release();
    const release2 = controller.attachStage({} as HTMLElement);
    await clock.pass(0);
    expect(callNames(av)).toEqual(['enter']);
    release2();
    await clock.pass(0);
    expect(callNames(av)).toEqual(['enter', 'leave']);
    expect(im.closed).toBe(false);
  });
});

describe('the end', () => {
  it.each([
    ['EXIT', (room: Awaited<ReturnType<typeof startViewer>>) => room.im.hear('star', { type: 'exit', run: 1 })],
    ['the dismissal', (room: Awaited<ReturnType<typeof startViewer>>) => room.im.signals.emit({ type: 'dismissed' })],
    [
      'the record',
      (room: Awaited<ReturnType<typeof startViewer>>) =>
        room.im.signals.emit({ type: 'profile-changed', record: recordText('ended', 1, NOW + 5) }),
    ],
  ])('by %s frees everything and keeps the conversation', async (_, finish) => {
    const room = await startViewer(live());
    room.im.hear('ben', { type: 'text', text: 'bye' });
    await room.clock.pass(0);
    finish(room);
    await room.clock.pass(0);
    expect(room.controller.state).toMatchObject({ phase: 'ended', link: 'offline', stage: 'empty' });
    expect(viewOf(room.controller.state)).toBe('ended');
    expect(room.controller.state.timeline).toHaveLength(1);
    expect([room.im.closed, room.av.closed, room.clock.scheduled]).toEqual([true, true, 0]);
    expect(callNames(room.im)).toContain('leaveRoom');
    expect(callNames(room.av)).toContain('leave');
  });

  it('is found out by a reader when the room is gone and no message came', async () => {
    const { controller, im, clock } = await startViewer(live());
    im.profile = undefined;
    await clock.pass(60_000);
    expect(controller.state.phase).toBe('ended');
  });

  it('of a stay leaves nothing scheduled, and one can come back', async () => {
    const { controller, im, av, clock } = await startViewer(live());
    const left = controller.dispatch({ type: 'leave' });
    await clock.pass(0);
    await left;
    expect(controller.state).toMatchObject({ link: 'offline', phase: 'unknown', stage: 'empty' });
    expect([im.closed, av.closed, clock.scheduled]).toEqual([true, true, 0]);
    void controller.dispatch({ type: 'enter' });
    await clock.pass(0);
    expect(controller.state).toMatchObject({ link: 'online', phase: 'live' });
  });
});

it('a goodbye that takes long does not close what somebody came in with since', async () => {
  const { controller, im, av, clock } = await startViewer(live());
  im.failNext('leaveRoom', new Promise<never>(() => undefined));
  // Impatient: out, in, out, in.
  const wishes = (['leave', 'enter', 'leave', 'enter'] as const).map((type) => controller.dispatch({ type }));
  await clock.pass(20_000);
  await Promise.all(wishes);
  expect(controller.state).toMatchObject({ link: 'online', phase: 'live' });
  expect(callNames(im).slice(callNames(im).lastIndexOf('connect'))).not.toContain('close');
  expect(callNames(av).at(-1)).toBe('enter');
});

describe('the connection', () => {
  it('that comes back reads the record', async () => {
    const { controller, im, clock } = await startViewer(waiting());
    im.signals.emit({ type: 'link', link: 'connecting' });
    expect([controller.state.link, viewOf(controller.state)]).toEqual(['connecting', 'chat']);
    im.profile = live();
    im.signals.emit({ type: 'link', link: 'online' });
    await clock.pass(0);
    expect(controller.state).toMatchObject({ link: 'online', phase: 'live' });
  });

  it('that comes back to a crowd is read spread out', async () => {
    const { im, clock } = await startViewer({ ...waiting(), members: 100_000 });
    im.signals.emit({ type: 'link', link: 'online' });
    await clock.pass(4_999);
    expect(callNames(im)).not.toContain('readProfile');
    await clock.pass(1);
    expect(callNames(im)).toContain('readProfile');
  });

  it('taken over elsewhere says so, and can be taken back', async () => {
    const { controller, im, clock } = await startViewer(live());
    im.signals.emit({ type: 'kicked', code: 'kicked' });
    await clock.pass(0);
    expect(controller.state).toMatchObject({ link: 'kicked', stage: 'empty', error: { code: 'kicked' } });
    expect([viewOf(controller.state), clock.scheduled]).toEqual(['blocked', 0]);
    void controller.dispatch({ type: 'enter' });
    await clock.pass(0);
    expect(controller.state).toMatchObject({ link: 'online', error: undefined });
  });

  it('is checked after the page was hidden for long, not for a moment', async () => {
    const { controller, im, clock } = await startViewer(waiting());
    controller.setVisible(false);
    await clock.pass(10_000);
    controller.setVisible(true);
    await clock.pass(0);
    expect(callNames(im)).not.toContain('readProfile');
    controller.setVisible(false);
    await clock.pass(30_001);
    controller.setVisible(true);
    await clock.pass(0);
    expect(callNames(im)).toContain('readProfile');
  });

  it('that refuses a read leaves it to the next', async () => {
    const { controller, im, clock } = await startViewer(waiting());
    im.failNext('readProfile', new RoomError('busy', '2996'));
    im.profile = live();
    await clock.pass(60_000);
    expect(controller.state.phase).toBe('waiting');
    await clock.pass(60_000);
    expect(controller.state.phase).toBe('live');
  });
});

it('how loud the host is stays as it was set, also after leaving and coming back', async () => {
  const { controller, av, clock } = await startViewer(live());
  controller.setVolume(3);
  controller.setVolume(0.25);
  const left = controller.dispatch({ type: 'leave' });
  await clock.pass(0);
  await left;
  void controller.dispatch({ type: 'enter' });
  await clock.pass(0);
  expect(av.calls.filter(([name]) => name === 'setVolume').map(([, volume]) => volume)).toEqual([1, 0.25, 0.25]);
});
