// Only the owner moves a room, only forwards; and what gets lost is made good by the record.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Theatre, type Actor, type Play } from './support/play.js';
import { tapWire } from './support/wire.js';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open();
});
afterAll(() => theatre.close());

it('ENTER and EXIT of somebody who is not the owner change nothing, and are counted', () =>
  theatre.play(async (play) => {
    await play.openHost();
    const viewer = await play.viewer('ana');
    await viewer.reaches({ phase: 'waiting' });
    await forge(await play.stranger(), play.room, [
      { type: 'enter', stage: 'trap', run: 7 },
      { type: 'exit', run: 7 },
      { type: 'host-left', run: 7 },
    ]);
    await viewer.reaches({ dropped: 3 });
    expect(await viewer.state()).toMatchObject({ phase: 'waiting', view: 'chat', stage: 'empty', run: 0 });
    // What the same person says as anybody may, is heard.
    await viewer.reaches({ texts: ['mallory: just talking'] });
  }));

it('an old ENTER played again after step-off changes nothing', () =>
  theatre.play(async (play) => {
    await tapWire(play.tabs.context);
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    expect(await host.call('stepOff')).toBe('ok');
    await viewer.reaches({ view: 'chat', phase: 'waiting' });

    const replayed = await host.page.evaluate(() => {
      const enter = window.wire.posted.filter(({ data }) => JSON.stringify(data).includes('2100'));
      for (const { channel, data } of enter) {
        const line = new BroadcastChannel(channel);
        // As the wire might deliver it twice: under another id, so that it is no mere duplicate.
        line.postMessage({ ...(data as object), id: `again-${Math.random()}` });
        line.close();
      }
      return enter.length;
    });
    expect(replayed).toBe(1);
    await viewer.reaches({ dropped: 1 });
    expect(await viewer.state()).toMatchObject({ view: 'chat', phase: 'waiting', run: 1, stage: 'empty' });
  }));

it('a dropped ENTER is made good when the record is read again', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana', { deaf: '' }, (page) => page.clock.install());
    await viewer.reaches({ phase: 'waiting' });

    expect(await host.call('goLive')).toBe('ok');
    // Talk that comes after the announcement proves that the line carries, and that the announcement did not.
    await host.says('can you see me?');
    await viewer.reaches({ texts: ['Star: can you see me?'] });
    expect(await viewer.state()).toMatchObject({ phase: 'waiting', view: 'chat', run: 0 });

    // One interval at most: 60 s ± 50 %.
    await viewer.page.clock.fastForward(90_000);
    await viewer.reaches({ phase: 'live', run: 1, view: 'video' });
    await viewer.showsMovingPicture();
  }));

interface Forged {
  readonly type: string;
  readonly stage?: string;
  readonly run: number;
}

/** Joins as mallory through the provider itself, past every check of the elements, and says what a member can say. */
async function forge(stranger: Actor, room: Play['room'], commands: readonly Forged[]): Promise<void> {
  await stranger.page.evaluate(
    async ([id, forged]) => {
      const { localProvider } = window.actor;
      const clock = {
        now: () => Date.now(),
        after: (ms: number, run: () => void) =>
          (
            (timer) => () =>
              clearTimeout(timer)
          )(setTimeout(run, ms)),
      };
      const { im } = localProvider({
        room: id,
        settings: {},
        credentials: () => Promise.resolve({ userId: 'mallory' }),
        clock,
        random: Math.random,
        ids: () => crypto.randomUUID(),
      });
      await im.connect({ userId: 'mallory' });
      await im.joinRoom(id);
      for (const command of forged) await im.send(command as never, { id: crypto.randomUUID(), priority: 'high' });
      await im.send({ type: 'text', text: 'just talking' }, { id: crypto.randomUUID(), priority: 'normal' });
    },
    [room, commands] as const,
  );
}
