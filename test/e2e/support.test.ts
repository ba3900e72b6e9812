// The end-to-end tests' own ground: tabs share what tabs of one browser share, and nothing leaves this machine.
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

it('opens tabs that share storage and hear each other', async () => {
  const tabs = await openTabs(browser);
  const [here, there] = [await tabs.open(`${site.url}/LICENSE`), await tabs.open(`${site.url}/LICENSE`)];
  await there.evaluate(() => {
    new BroadcastChannel('test').onmessage = ({ data }) => (document.title = String(data));
  });
  await here.evaluate(() => {
    localStorage.setItem('key', 'kept');
    new BroadcastChannel('test').postMessage('heard');
  });
  await there.waitForFunction(() => document.title === 'heard');
  expect(await there.evaluate(() => localStorage.getItem('key'))).toBe('kept');
  await tabs.close();
});

it('gives pages a camera and a microphone', async () => {
  const tabs = await openTabs(browser);
  const page = await tabs.open(`${site.url}/LICENSE`);
  const kinds = await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    return stream.getTracks().map((track) => track.kind);
  });
  expect(kinds.sort()).toEqual(['audio', 'video']);
  await tabs.close();
});

it('refuses and reports requests and sockets to elsewhere', async () => {
  const tabs = await openTabs(browser);
  const page = await tabs.open(`${site.url}/LICENSE`);
  const outcome = await page.evaluate(() => {
    const request = fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    );
    const socket = new Promise((resolve) => {
      new WebSocket('wss://example.com/').addEventListener('close', () => resolve('closed'));
    });
    return Promise.all([request, socket]);
  });
  expect(outcome).toEqual(['refused', 'closed']);
  expect([...tabs.strayRequests].sort()).toEqual(['https://example.com/', 'wss://example.com/']);
  await expect(tabs.close()).rejects.toThrow(/^Pages reached for the network: .*https:\/\/example\.com\//);
});
