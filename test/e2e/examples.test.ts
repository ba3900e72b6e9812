// The examples, built as whoever copies them builds them: people chat while they wait, the host goes live, the video shows.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkExamples } from '../../scripts/link-examples.mjs';
import { launchBrowser, openTabs } from '../support/browser.js';

const EXAMPLES = [
  { name: 'html', host: 'host.html' },
  { name: 'react', host: '?host', check: 'node_modules/@typescript/native/bin/tsc' },
  { name: 'vue', host: '?host', check: 'node_modules/vue-tsc/bin/vue-tsc.js' },
];

let browser: Browser;
beforeAll(async () => {
  linkExamples();
  browser = await launchBrowser();
}, 300_000);
afterAll(() => browser.close());

describe.each(EXAMPLES)('examples/$name', ({ name, host: hostPage }) => {
  it('works', async () => {
    const site = await serveExample(name);
    const tabs = await openTabs(browser);
    try {
      const viewer = await tabs.open(site.url);
      const host = await tabs.open(site.url + hostPage);
      await host.getByRole('button', { name: 'Open the room' }).click();
      await phaseIs(viewer, 'waiting');
      await viewer.getByRole('heading', { name: 'See you soon' }).waitFor();
      // A property: an attribute of this name would be another one.
      const start = await viewer.evaluate(() => document.querySelector('bigcast-viewer')!.startsAt);
      if (name !== 'html') expect(start).toBeTypeOf('number');
      await viewer.getByText('An evening with new songs').first().waitFor();
      await say(viewer, 'Hello from Ana');
      await host.getByText('Hello from Ana', { exact: true }).waitFor();
      if (name !== 'html') {
        await say(viewer, 'a spoiler');
        expect(await viewer.locator('textarea').inputValue()).toBe('a spoiler');
        await host.getByRole('button', { name: 'Say' }).click();
        await viewer.getByText('Two minutes!', { exact: true }).waitFor();
      }
      await host.getByRole('button', { name: 'Go live' }).click();
      await viewer.getByRole('heading', { name: 'We are live' }).waitFor();
      await viewer.waitForFunction(() => document.querySelector('bigcast-viewer')!.view === 'video');
      expect(tabs.errors).toEqual([]);
    } finally {
      await tabs.close();
      await site.close();
    }
  }, 120_000);
});

it.each(EXAMPLES.flatMap(({ name, check }) => (check ? [[name, check]] : [])))(
  'examples/%s has right types',
  (name, check) => void execFileSync(process.execPath, [check, '-p', `examples/${name}`], { stdio: 'inherit' }),
  120_000,
);

function phaseIs(page: Page, phase: string): Promise<unknown> {
  return page.waitForFunction((wanted) => document.querySelector('bigcast-viewer')!.state?.phase === wanted, phase);
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('bigcast-chat textarea').fill(text);
  await page.locator('bigcast-chat textarea').press('Enter');
}

/** Built into a folder of its own, and served from there. */
async function serveExample(name: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const root = path.resolve('examples', name);
  const outDir = await mkdtemp(path.join(tmpdir(), 'bigcast-example-'));
  if (name === 'html') {
    await cp(root, outDir, { recursive: true });
    await cp('dist/cdn', path.join(outDir, 'bigcast'), { recursive: true });
  } else await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
