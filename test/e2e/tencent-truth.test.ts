// On the real SDKs: only the owner moves a room, and what gets lost is made good.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DeliveryKind } from '../../emulator/index.js';
import { Theatre, type Play } from './support/play.js';
import { RawMember } from './support/raw-member.js';
import { startEmulated, type EmulatedServices } from './support/services.js';

const ENTER = '"userAction":2100';
const EXIT = '"userAction":2,';

let theatre: Theatre<EmulatedServices>;
beforeAll(async () => {
  // With history, newcomers are told of what was announced before they came.
  const emulator = { stage: { removeAfterMs: 2_000 }, chat: { features: ['history', 'memberList'] } } as const;
  theatre = await Theatre.openOn((origin) => startEmulated(origin, { emulator }));
});
afterAll(() => theatre.close());
beforeEach(() => theatre.services.emulator.faults.clear());

/** From now on nobody but their senders learns of these. */
function lose(lost: { readonly item: DeliveryKind; readonly contains?: string }) {
  return theatre.services.emulator.faults.add({ on: 'delivery', do: 'drop', times: 'always', ...lost });
}

/** A host and a viewer in a room where nobody is on the stage yet. */
async function opened(play: Play, isTimeControlled = false) {
  const host = await play.openHost();
  const viewer = await play.viewer('ana', {}, isTimeControlled ? (page) => page.clock.install() : undefined);
  await viewer.reaches({ phase: 'waiting' });
  return { host, viewer };
}

it('a stranger’s ENTER, EXIT and attributes move nobody, and are counted', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    const mallory = await RawMember.join((await play.stranger()).page, play.room, 'mallory', theatre.services);
    await mallory.command(2100, 'trap');
    await mallory.command(2);
    await mallory.writeAttributes({ phase: 'live', stage: 'trap' });
    await mallory.text('just talking');
    await viewer.reaches({ dropped: 2, texts: ['mallory: just talking'] });
    expect(await viewer.state()).toMatchObject({ phase: 'waiting', view: 'chat', stage: 'empty', run: 0 });

    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
    const followed = await viewer.follow();
    await mallory.command(2100, 'trap');
    await mallory.command(4);
    await mallory.command(2);
    await viewer.reaches({ dropped: 5 });
    await viewer.showsMovingPicture();
    expect(await followed.seen()).toEqual({ stages: ['playing'], errors: [] });
    expect(await viewer.state()).toMatchObject({ phase: 'live', view: 'video', run: 1 });
  }));

it('an old ENTER that the history brings to a newcomer after step-off changes nothing', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    expect(await host.call('goLive')).toBe('ok');
    expect(await host.call('stepOff')).toBe('ok');
    await host.says('see you later');
    const viewer = await play.viewer('ben');
    await viewer.reaches({ phase: 'waiting', view: 'chat', run: 1, texts: ['Star: see you later'] });
    // ENTER came, and does not count any more; that the host left is no news.
    expect(await viewer.state()).toMatchObject({ dropped: 1, stage: 'empty' });
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', run: 2 });
  }));

it('an old ENTER that its owner’s line carries again after step-off changes nothing', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    const witness = await RawMember.join((await play.stranger()).page, play.room, 'mallory', theatre.services);
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    expect(await host.call('stepOff')).toBe('ok');
    await viewer.reaches({ view: 'chat', phase: 'waiting', dropped: 0 });
    await expect.poll(() => witness.heard(2100)).toHaveLength(1);
    const [enter] = await witness.heard(2100);

    // Only one page may be the owner at a time. What she says is new to the service: it has another number and another time.
    await host.page.close();
    const owner = await RawMember.join((await play.stranger()).page, play.room, 'star', theatre.services);
    await owner.custom(enter!);
    await owner.text('that was all');
    await viewer.reaches({ dropped: 1, texts: ['Star: that was all'] });
    expect(await viewer.state()).toMatchObject({ view: 'chat', phase: 'waiting', run: 1, stage: 'empty' });
  }));

it('without ENTER the tip of the record brings viewers to the stage at once', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    const lost = lose({ item: 'message', contains: ENTER });
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', run: 1 });
    await viewer.showsMovingPicture();
    expect(lost.strikes).toBeGreaterThan(0);
  }));

it('without ENTER and tip the record is read within one interval', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play, true);
    const lost = [lose({ item: 'message', contains: ENTER }), lose({ item: 'profile' })];
    expect(await host.call('goLive')).toBe('ok');
    await host.says('can you see me?');
    await viewer.reaches({ texts: ['Star: can you see me?'] });
    expect(await viewer.state()).toMatchObject({ phase: 'waiting', view: 'chat', run: 0 });
    // One interval at most: 60 s ± 50 %.
    await viewer.page.clock.fastForward(90_000);
    await viewer.reaches({ phase: 'live', run: 1, view: 'video' });
    expect(lost.every(({ strikes }) => strikes > 0)).toBe(true);
  }));

it('without EXIT and tip the dismissal ends the show', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    const lost = [lose({ item: 'message', contains: EXIT }), lose({ item: 'profile' })];
    expect(await host.call('end')).toBe('ok');
    await viewer.reaches({ view: 'ended', stage: 'empty', link: 'offline' });
    expect(lost.every(({ strikes }) => strikes > 0)).toBe(true);
  }));

it('without EXIT, tip and dismissal the read of the record finds that the room is gone', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play, true);
    const lost = [lose({ item: 'message', contains: EXIT }), lose({ item: 'profile' }), lose({ item: 'dismissed' })];
    expect(await host.call('end')).toBe('ok');
    expect(await viewer.state()).toMatchObject({ phase: 'waiting' });
    await viewer.page.clock.fastForward(90_000);
    await viewer.reaches({ view: 'ended', link: 'offline' });
    expect(lost.every(({ strikes }) => strikes > 0)).toBe(true);
  }));

it.each([
  ['ENTER as the kit says it', 2100, {}],
  ['an ENTER of its own', 2200, { 'enter-action': '2200' }],
])(
  'a legacy host, with no record, a number for a stage and %s, brings our viewers there and back',
  (_, enter, attributes) =>
    theatre.play(async (play) => {
      const { services } = theatre;
      const { page } = await play.stranger();
      const host = await RawMember.join(page, play.room, 'legacy', services, { owner: true });
      const viewer = await play.viewer('ana', attributes);
      await viewer.reaches({ phase: 'waiting', view: 'chat' });
      // The number of some other command there.
      await host.command(enter + 50, '666');

      const { sdkAppId, stageUrl, loggerUrl } = services.emulator;
      await page.evaluate(
        async (entry) => {
          const { default: TRTC } = (await window.actor.vendor.stage()) as unknown as {
            default: { create(options: object): Record<string, (options?: object) => Promise<void>> };
          };
          const stage = TRTC.create({ enableAutoPlayDialog: false });
          await stage['enterRoom']!(entry);
          await stage['startLocalVideo']!({ option: { profile: '240p' } });
        },
        {
          roomId: 10086,
          scene: 'live',
          role: 'anchor',
          sdkAppId,
          userId: 'legacy',
          userSig: services.sign('legacy'),
          proxy: { websocketProxy: stageUrl, loggerProxy: loggerUrl },
        },
      );
      expect(await viewer.state()).toMatchObject({ phase: 'waiting', dropped: 0 });
      await host.command(enter, '10086');
      await viewer.reaches({ view: 'video', stage: 'playing' });
      await viewer.showsMovingPicture();
      await host.command(2);
      await viewer.reaches({ view: 'ended', stage: 'empty' });
    }),
);
