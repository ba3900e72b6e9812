// What comes after the first load, on a built page: it is there before the swap, and a page that cannot have it goes on without.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Theatre } from './support/play.js';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open();
});
afterAll(() => theatre.close());

/** The parts' chunks by name. */
const PARTS = ['on-air', 'live', 'en-all', 'flows'];

function partOf(url: string): string | undefined {
  const file = new URL(url).pathname.split('/').at(-1) ?? '';
  return PARTS.find((name) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));
}

/** What of the page's parts was asked for from now on. */
function follow(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const part = partOf(request.url());
    if (part) asked.push(part);
  });
  return asked;
}

const controls = (page: Page) => page.locator('bigcast-stage [part~="controls"]');

it('the swap needs nothing that did not come while waiting', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    let asked: string[] = [];
    const viewer = await play.viewer('ana', {}, (page) => {
      asked = follow(page);
      return Promise.resolve();
    });
    await viewer.reaches({ phase: 'waiting' });
    // One that another needs may be asked for ahead, and then again.
    await expect.poll(() => [...new Set(asked)].sort()).toEqual([...PARTS].sort());
    const before = asked.length;
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    await controls(viewer.page).waitFor({ state: 'attached' });
    expect(asked.slice(before)).toEqual([]);
  }));

it('without its parts a page still swaps, shows the picture and tells an error', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const lost = (url: URL) => ['on-air', 'live', 'en-all'].includes(partOf(url.href) ?? '');
    const viewer = await play.viewer('ana', {}, async (page) => {
      await page.route(lost, (route) => route.abort());
    });
    await viewer.reaches({ phase: 'waiting' });
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', stage: 'playing' });
    await viewer.showsMovingPicture();
    expect(await controls(viewer.page).count()).toBe(0);
    expect(await viewer.call('send', '')).toBe('message-empty');
    await viewer.page.getByText('Something went wrong. Try again. (message-empty)').first().waitFor();
  }, /fetch|ERR_FAILED|message-empty/));
