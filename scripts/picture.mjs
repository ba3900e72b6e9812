// Makes docs/swap.png, the README's picture, from the real demo: a viewer's page before and after the swap.
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findChromium, HELP } from './find-chromium.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error(HELP);
const demo = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, PORT: '5179' } });
const [line] = await new Promise((resolve) => demo.stdout.once('data', (data) => resolve([String(data)])));
const url = /http\S+/.exec(line)[0];
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--disable-background-networking'],
});

try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 });
  await page.goto(url);
  const viewer = page.locator('bigcast-viewer').first();
  const texts = (count) =>
    page.waitForFunction((n) => document.querySelector('bigcast-viewer').state.timeline.length >= n, count);
  await texts(3);
  const before = await viewer.screenshot();
  await page.getByRole('button', { name: 'Start the show' }).click();
  await page.waitForFunction(() => document.querySelector('bigcast-viewer').view === 'video');
  await texts(6);
  const after = await viewer.screenshot();

  const sheet = await browser.newPage({ viewport: { width: 1440, height: 460 } });
  const image = (png) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  await sheet.setContent(
    `<style>body{margin:0;padding:8px;display:flex;gap:16px;background:#fff}img{width:calc(50% - 8px);border-radius:12px}</style>${image(before)}${image(after)}`,
  );
  await mkdir('docs', { recursive: true });
  const height = await sheet.evaluate(
    () => Math.ceil(document.querySelector('img').getBoundingClientRect().bottom) + 8,
  );
  await sheet.setViewportSize({ width: 1440, height });
  await sheet.screenshot({ path: 'docs/swap.png' });
} finally {
  await browser.close();
  demo.kill();
}
