// What `npm start` opens: one click, and both viewers see the show, on either provider.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright';
import { serveDemo } from '../../scripts/demo-server.mjs';
import { launchBrowser, openTabs } from '../support/browser.js';

let demo: Awaited<ReturnType<typeof serveDemo>>;
let browser: Browser;
beforeAll(async () => {
  // Apart from `npm start`, which may be running.
  const options = { host: '127.0.0.1', port: 0, cacheDir: 'node_modules/.vite-e2e', watch: false };
  [demo, browser] = await Promise.all([serveDemo(options), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

it.each([
  ['the real SDKs on the emulator', '', 'tencent'],
  ['the embedded default', '?provider=local', 'local'],
])(
  'the demo on %s: people chat while they wait, one click brings the show to both viewers',
  async (_, query, provider) => {
    const tabs = await openTabs(browser);
    const page = await tabs.open(demo.url + query);
    const seen = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('bigcast-viewer')].map(({ provider, view, state }) => ({
          provider,
          view,
          talked: state.timeline.some(({ kind }) => kind === 'text'),
        })),
      );
    const both = (view: string) => Array.from({ length: 2 }, () => ({ provider, view, talked: true }));
    await expect.poll(seen, { timeout: 30_000 }).toEqual(both('chat'));
    await page.getByRole('button', { name: 'Start the show' }).click();
    await expect.poll(seen, { timeout: 30_000 }).toEqual(both('video'));
    expect(tabs.errors).toEqual([]);
    await tabs.close();
  },
);
