// What browsers do to tabs that nobody looks at: hidden behind others, and frozen. The page comes back right.
import { describe, expect, it } from 'vitest';
import { openBoth, PROVIDERS } from './support/both.js';
import { Devtools } from './support/devtools.js';
import type { Actor, Play } from './support/play.js';

/** What the browser itself reports of sockets that it closes. */
const BROWSER = /Back-Forward Cache/;

const both = openBoth({}, { plain: true });

/** A host on air and a viewer who sees it. */
async function onAir(play: Play): Promise<{ host: Actor; viewer: Actor }> {
  const host = await play.openHost();
  const viewer = await play.viewer('ana');
  expect(await host.call('goLive')).toBe('ok');
  await viewer.reaches({ view: 'video', stage: 'playing' });
  return { host, viewer };
}

/** Not by the composer: nobody types into a tab that is hidden. */
async function say(actor: Actor, text: string): Promise<void> {
  expect(await actor.call('send', text)).toBe('ok');
}

/** From now on what the life cycle brings the page; ask with {@link lifeOf}. */
async function followLife(actor: Actor): Promise<void> {
  await actor.page.evaluate(() => {
    window.kept.life = [];
    const note = (event: Event) =>
      window.kept.life!.push('persisted' in event ? `${event.type} ${String(event.persisted)}` : event.type);
    for (const type of ['freeze', 'resume', 'visibilitychange']) document.addEventListener(type, note);
    for (const type of ['pagehide', 'pageshow']) window.addEventListener(type, note);
  });
}

const lifeOf = (actor: Actor) => actor.page.evaluate(() => window.kept.life);

/** By the browser's own back button: it may have kept the page as it was, or loads it anew. */
async function goAwayAndBack(actor: Actor, meanwhile: () => Promise<void>): Promise<void> {
  await actor.page.bringToFront();
  await actor.page.goto(new URL('/actor.html', actor.page.url()).href, { waitUntil: 'commit' });
  await meanwhile();
  await actor.page.bringToFront();
  await actor.page.goBack({ waitUntil: 'commit' });
  await actor.page.waitForFunction(() => 'actor' in window);
}

describe.each(PROVIDERS)('on %s', (provider) => {
  it('a viewer whose tab is behind another, whose timers hardly run: all is right when they look again', () =>
    both.play(
      provider,
      async (play) => {
        const { host, viewer } = await onAir(play);
        await host.page.bringToFront();
        expect(await viewer.page.evaluate(() => document.visibilityState)).toBe('hidden');
        const texts = Array.from({ length: 30 }, (_, i) => `line ${i}`);
        for (const text of texts) await say(host, text);
        expect(await host.call('stepOff')).toBe('ok');
        await viewer.reaches({ phase: 'waiting', stage: 'empty' });
        await viewer.page.bringToFront();
        await viewer.reaches({ view: 'chat', texts: texts.map((text) => `Star: ${text}`), error: undefined });
        await viewer.page.getByText('line 29', { exact: true }).first().waitFor();
      },
      BROWSER,
    ));

  it('a viewer whose tab is frozen: what happened meanwhile is there when it thaws', () =>
    both.play(
      provider,
      async (play) => {
        const { host, viewer } = await onAir(play);
        await followLife(viewer);
        const tools = await Devtools.of(viewer.page);
        await host.page.bringToFront();
        await tools.setLifecycle('frozen');
        await say(host, 'while you slept');
        expect(await host.call('stepOff')).toBe('ok');
        expect(await host.call('goLive')).toBe('ok');
        await tools.setLifecycle('active');
        await viewer.page.bringToFront();
        await viewer.reaches({ view: 'video', stage: 'playing', run: 2 });
        await viewer.showsMovingPicture();
        await viewer.reaches({ texts: ['Star: while you slept'], link: 'online', error: undefined });
        expect(await lifeOf(viewer)).toEqual(['visibilitychange', 'freeze', 'resume', 'visibilitychange']);
      },
      BROWSER,
    ));

  it('a host whose tab is frozen on air: viewers are told the truth, and the picture goes on after', () =>
    both.play(
      provider,
      async (play) => {
        const { host, viewer } = await onAir(play);
        const tools = await Devtools.of(host.page);
        await viewer.page.bringToFront();
        await tools.setLifecycle('frozen');
        await say(viewer, 'are you there?');
        await viewer.reaches({ phase: 'live', texts: ['ana: are you there?'] });
        await tools.setLifecycle('active');
        await host.page.bringToFront();
        await host.reaches({ texts: ['ana: are you there?'], stage: 'playing', phase: 'live' });
        await viewer.page.bringToFront();
        await viewer.reaches({ view: 'video', stage: 'playing', run: 1 }, 30_000);
        await viewer.showsMovingPicture();
      },
      BROWSER,
    ));

  it('a viewer who goes to another page and back is in the show again', () =>
    both.play(
      provider,
      async (play) => {
        const { host, viewer } = await onAir(play);
        await goAwayAndBack(viewer, async () => say(host, 'while you were away'));
        await viewer.reaches({ view: 'video', stage: 'playing', run: 1, link: 'online', error: undefined }, 30_000);
        await viewer.showsMovingPicture();
        await host.reaches({ members: 2 });
      },
      BROWSER,
    ));

  it('a viewer who waits, goes to another page and comes back when the show is on, sees it', () =>
    both.play(
      provider,
      async (play) => {
        const host = await play.openHost();
        const viewer = await play.viewer('ana');
        await viewer.reaches({ view: 'chat', phase: 'waiting' });
        await goAwayAndBack(viewer, async () => expect(await host.call('goLive')).toBe('ok'));
        await viewer.reaches({ view: 'video', stage: 'playing', run: 1, link: 'online', error: undefined }, 30_000);
        await viewer.showsMovingPicture();
      },
      BROWSER,
    ));

  it('a host who goes to another page and back is offered the stage again, in the same run', () =>
    both.play(
      provider,
      async (play) => {
        const { host, viewer } = await onAir(play);
        await goAwayAndBack(host, async () => {
          await viewer.page.bringToFront();
          await viewer.reaches({ stage: 'away', phase: 'live' }, 30_000);
        });
        await host.page.bringToFront();
        await host.page.getByRole('button', { name: 'Back on stage' }).click();
        await host.reaches({ stage: 'playing', phase: 'live' }, 30_000);
        await viewer.page.bringToFront();
        await viewer.reaches({ view: 'video', stage: 'playing', run: 1 }, 30_000);
        await viewer.showsMovingPicture();
      },
      BROWSER,
    ));
});
