// A CDN that fails, on the files as they are published: what failed is asked for again, and never past a pin.
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openTabs } from '../support/browser.js';
import { serveCdn, type Cdn } from './support/cdn.js';

let cdn: Cdn;
let browser: Browser;
beforeAll(async () => {
  [cdn, browser] = await Promise.all([serveCdn(), launchBrowser()]);
});
afterEach(() => {
  cdn.answer = () => false;
  cdn.asked.length = 0;
});
afterAll(async () => {
  await browser.close();
  await cdn.close();
});

/** Does what a host does who tries again until it works. */
async function persist(page: Page, method: 'open' | 'goLive'): Promise<void> {
  const attempt = () =>
    page.evaluate((name) => {
      const host = document.querySelector('bigcast-host')!;
      return host[name]().then(() => 'ok', String);
    }, method);
  await expect.poll(attempt, { timeout: 30_000, interval: 200 }).toBe('ok');
}

const viewOf = (page: Page) => page.evaluate(() => document.querySelector('bigcast-viewer')!.view);

it('every file that is loaded later fails once: the show comes all the same, with all its parts', async () => {
  const failed = new Set<string>();
  cdn.answer = (file, response) => {
    if (!file.startsWith('/lazy/') || failed.has(file)) return false;
    failed.add(file);
    response.writeHead(503).end();
    return true;
  };
  const tabs = await openTabs(browser);
  const page = await tabs.open(cdn.pageUrl('unlucky'));
  await persist(page, 'open');
  await expect.poll(() => viewOf(page), { timeout: 30_000 }).toBe('chat');
  await persist(page, 'goLive');
  await expect.poll(() => viewOf(page), { timeout: 30_000 }).toBe('video');
  // The parts of the elements are there, too: the host's console, and the controls over the picture.
  await page.locator('bigcast-host [part~=console]').waitFor({ timeout: 30_000 });
  await page.locator('bigcast-viewer [part~=controls]').first().waitFor({ state: 'attached', timeout: 30_000 });
  expect(failed.size).toBeGreaterThan(7);
  // Not under the address that failed, which many browsers do not ask for a second time.
  expect(cdn.asked).toContainEqual(expect.stringMatching(/\/lazy\/flows-.*\?\d+$/));
  await tabs.close();
});

it('a file that was tampered with on a page that pins it: refused each time, never asked for past the pin', async () => {
  let tampered = 0;
  cdn.answer = (file, response) => {
    if (!file.startsWith('/lazy/local-')) return false;
    tampered++;
    response
      .setHeader('content-type', 'text/javascript')
      .end('window.tampered = true; export const localProvider = 0;');
    return true;
  };
  const tabs = await openTabs(browser);
  const page = await tabs.open(cdn.pageUrl('pinned', true));
  await expect.poll(() => tampered, { timeout: 30_000 }).toBeGreaterThan(1);
  expect(await page.evaluate(() => 'tampered' in window)).toBe(false);
  expect(cdn.asked.filter((file) => file.includes('?'))).toEqual([]);
  // Mended, the same page goes on.
  cdn.answer = () => false;
  await persist(page, 'open');
  await expect.poll(() => viewOf(page), { timeout: 30_000 }).toBe('chat');
  await tabs.close();
});
