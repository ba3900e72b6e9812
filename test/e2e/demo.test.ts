// What `npm start` opens: one click, and both viewers see the show.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright';
import { launchBrowser, openTabs } from '../support/browser.js';
import { serveSite, type Site } from '../support/serve.js';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it('the demo: people chat while they wait, one click brings the show to both viewers', async () => {
  const tabs = await openTabs(browser);
  const page = await tabs.open(`${site.url}/demo/index.html`);
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('bigcast-viewer')].map(({ view, state }) => ({
        view,
        talked: state.timeline.some(({ kind }) => kind === 'text'),
      })),
    );
  await expect.poll(seen, { timeout: 20_000 }).toEqual([
    { view: 'chat', talked: true },
    { view: 'chat', talked: true },
  ]);
  await page.getByRole('button', { name: 'Start the show' }).click();
  await expect.poll(seen, { timeout: 20_000 }).toEqual([
    { view: 'video', talked: true },
    { view: 'video', talked: true },
  ]);
  expect(tabs.errors).toEqual([]);
  await tabs.close();
});
