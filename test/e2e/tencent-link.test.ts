// On the real SDKs: sockets die, stages do not answer, hosts vanish. Nobody is stuck and nothing written is lost.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Theatre, type Actor } from './support/play.js';
import { startEmulated, type EmulatedServices } from './support/services.js';

const OUTAGE = 5_000;

let theatre: Theatre<EmulatedServices>;
beforeAll(async () => {
  theatre = await Theatre.openOn((origin) => startEmulated(origin, { emulator: { stage: { removeAfterMs: 2_000 } } }));
});
afterAll(() => theatre.close());
afterEach(() => {
  theatre.services.emulator.faults.clear();
  theatre.services.emulator.faults.perform({ action: 'mend' });
});

/** More frames come, and they are not all the same. */
async function seesOn(viewer: Actor): Promise<void> {
  const before = await viewer.decodedFrames();
  await expect.poll(() => viewer.decodedFrames(), { timeout: 30_000 }).toBeGreaterThan(before + 10);
  await viewer.showsMovingPicture();
}

/** Pressed by the page itself at the moment it is there: the next try comes by itself, and takes the button away. */
async function pressRetry(viewer: Actor): Promise<void> {
  await viewer.page.waitForFunction(
    () => {
      const stage = document.querySelector('bigcast-viewer')?.shadowRoot?.querySelector('bigcast-stage');
      const retry = stage?.shadowRoot?.querySelector<HTMLElement>('[part~=retry]');
      retry?.click();
      return retry !== null && retry !== undefined;
    },
    undefined,
    { timeout: 30_000 },
  );
}

it('a chat socket that is gone for 5 s: said, what is typed is sent on return, and the video never stops', () =>
  theatre.play(async (play) => {
    const { faults } = theatre.services.emulator;
    const host = await play.openHost();
    // By this address the emulator knows whose sockets to refuse before anybody has logged in.
    const viewer = await play.viewer('ana', { 'im-proxy': `${theatre.services.emulator.chatUrl}/ana` });
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', stage: 'playing' });
    const followed = await viewer.follow();

    const outage = Date.now();
    faults.perform({ part: 'chat', action: 'cut-off', user: 'ana' });
    await viewer.reaches({ link: 'connecting', view: 'video', stage: 'playing' });
    await viewer.says('typed in a tunnel');
    await viewer.reaches({ texts: ['ana: typed in a tunnel'] });
    await host.says('missed by some');
    await seesOn(viewer);
    await expect.poll(() => Date.now() - outage, { timeout: 2 * OUTAGE }).toBeGreaterThan(OUTAGE);
    faults.perform({ part: 'chat', action: 'mend', user: 'ana' });

    await host.reaches({ texts: ['Star: missed by some', 'ana: typed in a tunnel'] }, 40_000);
    await viewer.reaches({ link: 'online', stage: 'playing', error: undefined });
    expect(await viewer.deliveries()).toEqual(['sent']);
    expect((await followed.seen()).stages).toEqual(['playing']);
  }, /WebSocket|ERR_CONNECTION|503/));

it('a signalling socket that is killed: the video goes on', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', stage: 'playing' });
    for (const user of ['ana', 'star']) {
      expect(theatre.services.emulator.faults.perform({ part: 'stage', action: 'kill-socket', user })).toBe(1);
      await seesOn(viewer);
    }
    await viewer.reaches({ stage: 'playing', phase: 'live' });
    expect(await host.call('stepOff')).toBe('ok');
    await viewer.reaches({ view: 'chat', stage: 'empty' });
  }));

it('a stage that swallows everything: the chat lives, there is a visible retry, and it works once the fault is over', () =>
  theatre.play(async (play) => {
    const { faults } = theatre.services.emulator;
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    await viewer.reaches({ phase: 'waiting' });
    faults.perform({ part: 'stage', action: 'black-hole', user: 'ana' });
    expect(await host.call('goLive')).toBe('ok');

    await viewer.reaches({ stage: 'failed', link: 'online', error: 'stage-unavailable' }, 30_000);
    await viewer.says('no picture here');
    await host.reaches({ texts: ['ana: no picture here'] });
    await pressRetry(viewer);
    await viewer.reaches({ stage: 'entering' });

    faults.perform({ part: 'stage', action: 'mend', user: 'ana' });
    await viewer.reaches({ view: 'video', stage: 'playing', error: undefined }, 40_000);
    await viewer.showsMovingPicture();
  }, /stage-unavailable:/));

it('a host whose tab is killed: away, the chat goes on, and the host comes back from a new tab in the same run', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
    await host.crash();
    await viewer.reaches({ stage: 'away', phase: 'live' }, 30_000);
    await viewer.says('where is she?');

    const again = await play.host();
    await again.reaches({ phase: 'live', stage: 'empty' });
    await again.page.getByRole('button', { name: 'Back on stage' }).click();
    await viewer.reaches({ view: 'video', stage: 'playing', run: 1 }, 30_000);
    await viewer.showsMovingPicture();
  }));

it('a viewer who reloads in the middle of the show is back in the video', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    await viewer.page.reload();
    await viewer.page.waitForFunction(() => 'actor' in window);
    await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
    await viewer.showsMovingPicture();
  }));
