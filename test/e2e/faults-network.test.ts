// A viewer in a tunnel: the browser itself says that there is no network, and then that there is one again.
import { expect, it } from 'vitest';
import { openBoth } from './support/both.js';
import { Devtools } from './support/devtools.js';

const both = openBoth();

/** What the browser logs of requests that it refuses. */
const REFUSED = /ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch|network/i;

it('on tencent, on air: said in the link, what is typed is sent on return, and the show is the one that runs', () =>
  both.play(
    'tencent',
    async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      expect(await host.call('goLive')).toBe('ok');
      await viewer.reaches({ view: 'video', stage: 'playing' });
      const tools = await Devtools.of(viewer.page);

      await tools.setOffline(true);
      await viewer.reaches({ link: 'connecting' }, 30_000);
      await viewer.says('in a tunnel');
      await viewer.reaches({ texts: ['ana: in a tunnel'] });
      expect(await host.call('send', 'can you hear me?')).toBe('ok');
      expect(await host.call('stepOff')).toBe('ok');
      expect(await host.call('goLive')).toBe('ok');
      await tools.setOffline(false);

      await viewer.reaches({ link: 'online', view: 'video', stage: 'playing', run: 2, error: undefined }, 40_000);
      await viewer.showsMovingPicture();
      await expect.poll(() => viewer.deliveries(), { timeout: 20_000 }).toEqual(['sent']);
      await host.reaches({ texts: ['Star: can you hear me?', 'ana: in a tunnel'] });
    },
    REFUSED,
  ));

it('on tencent, waiting: a show that began meanwhile is found on return', () =>
  both.play(
    'tencent',
    async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ view: 'chat', phase: 'waiting' });
      const tools = await Devtools.of(viewer.page);
      await tools.setOffline(true);
      await viewer.reaches({ link: 'connecting' }, 30_000);
      expect(await host.call('goLive')).toBe('ok');
      await tools.setOffline(false);
      await viewer.reaches({ link: 'online', view: 'video', stage: 'playing', run: 1, error: undefined }, 40_000);
      await viewer.showsMovingPicture();
    },
    REFUSED,
  ));

it('on local, whose chat needs no network: people chat on, and the picture is there at the latest on return', () =>
  both.play('local', async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    await viewer.reaches({ phase: 'waiting' });
    const tools = await Devtools.of(viewer.page);
    await tools.setOffline(true);
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ phase: 'live', link: 'online' });
    await viewer.says('still here');
    await host.reaches({ texts: ['ana: still here'] });
    await tools.setOffline(false);
    await viewer.reaches({ view: 'video', stage: 'playing', run: 1 }, 40_000);
    await viewer.showsMovingPicture();
  }));
