// The emulator opened to the network, as `--host` does, and a page at this machine's own address there, as a phone has it.
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../emulator/index.js';
import { urlsAt } from '../../emulator/start.js';
import { networkAddresses } from '../../emulator/support/addresses.js';
import { serveDemo } from '../../scripts/demo-server.mjs';
import { isElsewhere, launchBrowser, onlyThisMachine, openTabs, type Tabs } from '../support/browser.js';
import { serveStageSdk, StagePerson } from './pages/stage-sdk-page.js';
import { Person, serveSdk } from './support/chat-sdk-page.js';

/** A machine without a network has none: then loopback has to do. */
const ADDRESS = networkAddresses()[0] ?? '127.0.0.1';

let browser: Browser;
let emulator: Emulator;
let tabs: Tabs;
const sites: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  [browser, emulator] = await Promise.all([
    launchBrowser([onlyThisMachine(`EXCLUDE ${ADDRESS}`)]),
    startEmulator({ host: '0.0.0.0' }),
  ]);
  tabs = await openTabs(browser, {}, (url) => isElsewhere(url) && url.hostname !== ADDRESS);
});
afterEach(() => expect(emulator.unknownCommands).toEqual([]));
afterAll(async () => {
  await tabs.close();
  await browser.close();
  await emulator.close();
  for (const site of sites) await site.close();
});

async function kept<T extends { close(): Promise<void> }>(serving: Promise<T>): Promise<T> {
  const site = await serving;
  sites.push(site);
  return site;
}

it('the stage: watches on plain http, whoever publishes on this machine', async () => {
  const [here, there] = await Promise.all([kept(serveStageSdk()), kept(serveStageSdk(ADDRESS))]);
  const star = await StagePerson.open(tabs.context, here, emulator, 'star');
  expect(await star.enter({ role: 'anchor' })).toEqual({ ok: true });
  await star.publish();
  const ana = await StagePerson.open(tabs.context, there, emulator, 'ana');
  const { stageUrl, loggerUrl } = urlsAt(ADDRESS, emulator.port);
  expect(await ana.enter({ proxy: { websocketProxy: stageUrl, loggerProxy: loggerUrl } })).toEqual({ ok: true });
  await ana.seesMoving('star');
  expect(await ana.offeredAddresses()).toContain(ADDRESS);
});

it('the chat: logs in, joins and is heard', async () => {
  const [here, there] = await Promise.all([kept(serveSdk()), kept(serveSdk(ADDRESS))]);
  const owner = await Person.open(tabs.context, here, emulator, 'owner');
  await owner.login();
  await owner.call('createGroup', { type: 'AVChatRoom', name: 'Premiere', groupID: 'premiere' });
  await owner.call('joinGroup', { groupID: 'premiere' });
  const proxyServer = urlsAt(ADDRESS, emulator.port).chatUrl;
  const ana = await Person.openWith(tabs.context, there, emulator, 'ana', { proxyServer });
  await ana.login();
  await ana.call('joinGroup', { groupID: 'premiere' });
  await ana.says('premiere', 'hello from the sofa');
  await owner.hears('ana: hello from the sofa');
});

it('the demo opened to the network: a phone chats and sees the show that a page of this machine gives', async () => {
  const options = { host: '0.0.0.0', port: 0, cacheDir: 'node_modules/.vite-e2e', watch: false };
  const demo = await kept(serveDemo(options));
  const { port } = new URL(demo.url);
  const [host, viewer] = await Promise.all([
    tabs.open(`http://127.0.0.1:${port}/host.html?room=sofa`),
    tabs.open(`http://${ADDRESS}:${port}/viewer.html?room=sofa`),
  ]);
  const viewOf = () => viewer.evaluate(() => document.querySelector('bigcast-viewer')?.view);
  await host.waitForFunction(() => document.querySelector('bigcast-host')?.state.link === 'online');
  await host.evaluate(() => document.querySelector('bigcast-host')!.open());
  await expect.poll(viewOf, { timeout: 30_000 }).toBe('chat');
  await host.evaluate(() => document.querySelector('bigcast-host')!.send('welcome to the sofa'));
  await viewer.getByText('welcome to the sofa', { exact: true }).waitFor();
  await host.evaluate(() => document.querySelector('bigcast-host')!.goLive());
  await expect.poll(viewOf, { timeout: 30_000 }).toBe('video');
});
