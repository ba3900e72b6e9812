// `npm run build-storybook`: what it makes can be put under any path, and asks for nothing from elsewhere.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openTabs } from '../support/browser.js';

const SUB_PATH = '/some/where/else/';
/** Milliseconds: Storybook is a large program, and the machine may be busy. */
const PATIENCE = 100_000;
/** In a small one Storybook puts its list of stories away. */
const WINDOW = { viewport: { width: 1280, height: 720 } };

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'docs' | 'story';
}

let folder: string;
let browser: Browser;
let server: PreviewServer;
let site: string;
let entries: readonly Entry[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bigcast-storybook-'));
  await promisify(execFile)('npm', ['run', 'build-storybook', '--', '--output-dir', folder, '--quiet']);
  const index = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Entry>;
  };
  entries = Object.values(index.entries);
  server = await preview({
    configFile: false,
    logLevel: 'error',
    base: SUB_PATH,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  site = server.resolvedUrls!.local[0]!;
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

it('shows the guide’s pages, complete, from a sub-path', async () => {
  const guide = entries.filter(({ title, type }) => title.startsWith('Guide/') && type === 'docs');
  expect(guide.length).toBeGreaterThanOrEqual(8);
  const tabs = await openTabs(browser, WINDOW);
  const page = await tabs.open(`${site}iframe.html`, withoutIcon);
  for (const { id, title } of guide) {
    await page.goto(`${site}iframe.html?viewMode=docs&id=${id}`);
    await page.getByRole('heading', { level: 1, name: title.replace('Guide/', '') }).waitFor({ timeout: PATIENCE });
  }
  // One is shown on purpose, among the troubles.
  expect(tabs.errors.filter((error) => !error.includes('invalid-room'))).toEqual([]);
  await tabs.close();
}, 240_000);

it('opens on the guide, and a story plays in it', async () => {
  const tabs = await openTabs(browser, WINDOW);
  const page = await tabs.open(site, withoutIcon);
  const frame = page.frameLocator('#storybook-preview-iframe');
  await frame.getByRole('heading', { level: 1, name: 'Getting started' }).waitFor({ timeout: PATIENCE });
  const show = entries.find(({ title, type }) => title === 'The show/From waiting to ended' && type === 'story')!;
  await page.goto(`${site}?path=/story/${show.id}`);
  await frame.locator('bigcast-viewer').first().getByRole('log').waitFor({ timeout: PATIENCE });
  expect(tabs.errors).toEqual([]);
  await tabs.close();
}, 240_000);

/** Every browser asks for one at the site's root, which is not Storybook's business. */
async function withoutIcon(page: Page): Promise<void> {
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
}
