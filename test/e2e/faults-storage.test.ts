// Browsers that refuse to store or to pass on: the local provider says so, and nothing is thrown past a page's own error handling.
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openBoth } from './support/both.js';

const both = openBoth();

/** Before the page's own scripts: as where cookies are blocked, reading throws. */
async function withoutStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        configurable: true,
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
}

/** What a browser that blocks cookies tells a page that asks. */
async function withoutCookies(page: Page): Promise<void> {
  await page.addInitScript(() => void Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }));
}

/** As in browsers that do not have it. */
async function withoutChannel(page: Page): Promise<void> {
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'BroadcastChannel'));
}

const LACKS = [
  ['storage', [withoutStorage]],
  ['channels', [withoutChannel]],
  ['storage and channels', [withoutStorage, withoutChannel]],
] as const;

const lacking = (lacks: readonly ((page: Page) => Promise<void>)[]) => async (page: Page) => {
  for (const take of lacks) await take(page);
};

describe.each(LACKS)('a browser without %s', (_, lacks) => {
  it('on local: a typed error that stands in the page, for viewer and host', () =>
    both.play(
      'local',
      async (play) => {
        const viewer = await play.viewer('ana', {}, lacking(lacks));
        await viewer.reaches({ view: 'blocked', link: 'offline', error: 'storage-unavailable' });
        expect(await viewer.call('send', 'hello')).toBe('storage-unavailable');
        const host = await play.host('star', {}, lacking(lacks));
        await host.reaches({ link: 'offline', error: 'storage-unavailable' });
        expect(await host.call('open')).toBe('not-joined');
        // Nothing is thrown on the way out, either.
        await viewer.page.evaluate(() => document.querySelector('bigcast-viewer')!.remove());
        await host.page.evaluate(() => document.querySelector('bigcast-host')!.remove());
      },
      /(storage-unavailable|not-joined):/,
    ));
});

describe('on tencent, whose SDKs read what is stored while they load', () => {
  it('a browser that says it blocks cookies: people chat, and the stage says what to allow', () =>
    both.play(
      'tencent',
      async (play) => {
        const host = await play.openHost();
        const viewer = await play.viewer('ana', {}, lacking([withoutStorage, withoutCookies]));
        await viewer.reaches({ view: 'chat', phase: 'waiting', error: undefined });
        await viewer.says('hello');
        await host.reaches({ texts: ['ana: hello'] });
        expect(await host.call('goLive')).toBe('ok');
        await viewer.reaches({ stage: 'failed', link: 'online', error: 'storage-unavailable' });
        await viewer.page.getByText('This browser blocks storage').first().waitFor();
        await host.says('can you see me?');
        await viewer.reaches({ texts: ['ana: hello', 'Star: can you see me?'] });
      },
      /storage-unavailable:/,
    ));

  it('a browser that refuses without a word: a typed error at once, for viewer and host', () =>
    both.play(
      'tencent',
      async (play) => {
        const viewer = await play.viewer('ana', {}, lacking([withoutStorage]));
        await viewer.reaches({ view: 'blocked', link: 'offline', error: 'storage-unavailable' });
        await viewer.page.getByText('This browser blocks storage').first().waitFor();
        const host = await play.host('star', {}, lacking([withoutStorage]));
        await host.reaches({ link: 'offline', error: 'storage-unavailable' });
        expect(await host.call('open')).toBe('not-joined');
      },
      /(storage-unavailable|not-joined):/,
    ));
});

it('storage that goes away in the middle: typed errors, the page lives, and ends cleanly', () =>
  both.play(
    'local',
    async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      expect(await host.call('goLive')).toBe('ok');
      await viewer.reaches({ view: 'video', stage: 'playing' });
      await viewer.page.evaluate(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
      });
      expect(await viewer.call('send', 'hello')).toBe('storage-unavailable');
      // Long enough for every look at what is stored.
      await host.says('still here?');
      await expect.poll(async () => (await viewer.state()).texts.at(-1)).toBe('Star: still here?');
      expect(await host.call('stepOff')).toBe('ok');
      await viewer.reaches({ view: 'chat', stage: 'empty' });
      expect(await viewer.call('leave')).toBe('ok');
      await viewer.reaches({ link: 'offline' });
    },
    /storage-unavailable:/,
  ));
