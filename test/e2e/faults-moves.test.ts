// Pages that move, remove and remake our elements: the show goes on where it stands, and nothing is left of what is gone.
import { describe, expect, it } from 'vitest';
import { openBoth, PROVIDERS } from './support/both.js';
import { censusOf, takeCensus } from './support/census.js';
import { Devtools } from './support/devtools.js';
import type { Actor } from './support/play.js';

const ROOMS = 50;
/** Rooms before the first count: whatever a page makes once for all rooms is made by then. */
const WARM_UP = 5;
/** How much may be more after all rooms together: one room that is kept is 17 listeners and 280 nodes. */
const SLACK = { listeners: 5, nodes: 100, documents: 0, connections: 0, channels: 0, timers: 5, observers: 0 } as const;
/** A chat SDK that was destroyed leaves a listener and an interval of its own, which nobody can stop. */
const VENDOR = { listeners: ROOMS, timers: ROOMS + WARM_UP };
/** For all rooms together, in megabytes; the vendor's leftovers are most of it. */
const HEAP = 10;

const both = openBoth();

/** Into another place of the page and back, as lists and layouts do with what they hold. */
async function move(actor: Actor): Promise<void> {
  await actor.page.evaluate(() => {
    const element = document.querySelector('#place > *')!;
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(element);
    document.getElementById('place')!.append(element);
    elsewhere.remove();
  });
}

describe.each(PROVIDERS)('on %s', (provider) => {
  it('moved while waiting, counting down and on air: viewer and host stay where they are', () =>
    both.play(provider, async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });
      await Promise.all([move(host), move(viewer)]);
      const live = host.call('goLive', { countdown: 3 });
      await viewer.reaches({ countdown: true, stage: 'entering' });
      await Promise.all([move(host), move(viewer)]);
      expect(await live).toBe('ok');
      await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
      await Promise.all([move(host), move(viewer)]);
      await viewer.says('where am I?');
      await host.reaches({ texts: ['ana: where am I?'], phase: 'live', stage: 'playing' });
      await viewer.reaches({ view: 'video', stage: 'playing', run: 1, error: undefined });
      await viewer.showsMovingPicture();
    }));

  it(`${ROOMS} rooms come and go on one page: no listener, node or document stays`, async () => {
    await both.play(provider, async (play) => {
      await takeCensus(play.tabs.context);
      const host = await play.openHost();
      expect(await host.call('goLive')).toBe('ok');
      const stranger = await play.stranger();
      const tools = await Devtools.of(stranger.page);
      const attributes = Object.entries({ room: play.room, user: 'ana', ...play.services.attributes });
      // By the page itself. Some see the picture; most are gone while they are still on their way to the stage.
      const visit = (rooms: number) =>
        stranger.page.evaluate(
          async ([given, count]) => {
            for (let i = 0; i < count; i++) {
              const viewer = window.actor.paste('viewer', given) as HTMLElementTagNameMap['bigcast-viewer'];
              const isThere = () => (i % 5 === 0 ? viewer.view === 'video' : viewer.state.phase === 'live');
              while (!isThere()) await new Promise(requestAnimationFrame);
              viewer.remove();
            }
          },
          [attributes, rooms] as const,
        );
      const count = async () => ({ ...(await censusOf(stranger.page)), ...(await tools.held()) });
      await visit(WARM_UP);
      const before = await count();
      await visit(ROOMS);

      const vendor = provider === 'tencent' ? VENDOR : {};
      const limits: Readonly<Record<string, number>> = { ...SLACK, ...vendor, heap: HEAP };
      const grown = async () => {
        const after = await count();
        console.log(`${ROOMS} rooms on ${provider}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
        return Object.entries(limits).filter(([kind, most]) => {
          const key = kind as keyof typeof after;
          return after[key] - before[key] > most;
        });
      };
      // The last one may not have said goodbye to the end.
      await expect.poll(grown, { timeout: 20_000, interval: 1_000 }).toEqual([]);
    });
  }, 240_000);
});
