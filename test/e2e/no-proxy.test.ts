// As production runs: no proxy option is set, and the SDKs ask the vendor's own hosts. Those lead to an emulator here.
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openTabs, type Tabs } from '../support/browser.js';
import { isVendorHost, SIGNAL_HOSTS, startVendorHosts, type VendorHosts } from '../support/vendor-hosts.js';
import { eventually as eventuallyOnStage, serveStageSdk, StagePerson } from './pages/stage-sdk-page.js';
import { eventually, Person, serveSdk, type SdkSite } from './support/chat-sdk-page.js';

const ROOM = 'premiere';
const NO_PROXY = { proxy: null } as const;

let vendor: VendorHosts;
let browser: Browser;
let chatSite: SdkSite;
let stageSite: Awaited<ReturnType<typeof serveStageSdk>>;
let tabs: Tabs;
/** Every URL that any page asked for or opened a socket to. */
let asked: URL[];

beforeAll(async () => {
  [vendor, chatSite, stageSite] = await Promise.all([
    startVendorHosts({ chat: { pollingIntervalMs: 50 } }),
    serveSdk(),
    serveStageSdk(),
  ]);
  browser = await launchBrowser(vendor.flags);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([vendor.close(), chatSite.close(), stageSite.close()]);
});
beforeEach(async () => {
  asked = [];
  tabs = await openTabs(browser, {}, vendor.isStray);
  tabs.context.on('request', (request) => asked.push(new URL(request.url())));
  tabs.context.on('page', (page) => page.on('websocket', (socket) => asked.push(new URL(socket.url()))));
});
afterEach(async () => {
  vendor.emulator.faults.clear();
  await tabs.close();
  expect(vendor.emulator.unknownCommands).toEqual([]);
  expect(asked.filter(vendor.isStray).map(({ href }) => href)).toEqual([]);
  expect(vendor.requests.filter(({ host, known }) => !known || !isVendorHost(host))).toEqual([]);
});

const enter = async (user: string): Promise<Person> => {
  const person = await Person.openWith(tabs.context, chatSite, vendor.emulator, user, {});
  await person.login();
  return person;
};
const openOnStage = (user: string) => StagePerson.open(tabs.context, stageSite, vendor.emulator, user);
const hosts = () => [...new Set(asked.map(({ hostname }) => hostname))];

describe('chat', () => {
  it('logs in, joins, says something and is heard', async () => {
    const [owner, ana] = [await enter('owner'), await enter('ana')];
    await owner.call('createGroup', { type: 'AVChatRoom', name: 'Premiere', groupID: ROOM });
    for (const person of [owner, ana]) {
      expect(await person.call('joinGroup', { groupID: ROOM })).toHaveProperty('data.status', 'JoinedSuccess');
    }
    expect(await ana.says(ROOM, 'hello')).toHaveProperty('data.message.status', 'success');
    await owner.hears('ana: hello');
    expect(hosts()).toContain(`${vendor.emulator.sdkAppId}w4c.my-imcloud.com`);
    expect(vendor.requests).toContainEqual(expect.objectContaining({ host: 'web.sdk.qcloud.com', known: true }));
  });

  it('a host that is down: goes to the next one by itself', async () => {
    const ana = await enter('ana');
    const first = ana.hosts.at(-1);
    vendor.emulator.faults.perform({ part: 'chat', action: 'kill-socket' });
    await ana.learns('NET_STATE_CHANGE', { state: 'connected' });
    await eventually(async () => ana.hosts.at(-1)).not.toBe(first);
  });
});

describe('stage', () => {
  it('asks the scheduling service, publishes, and is seen', async () => {
    const [star, ana] = [await openOnStage('star'), await openOnStage('ana')];
    expect(await star.enter({ role: 'anchor', ...NO_PROXY })).toEqual({ ok: true });
    await star.publish();
    expect(await ana.enter(NO_PROXY)).toEqual({ ok: true });
    await ana.seesMoving('star');
    expect(hosts()).toEqual(
      expect.arrayContaining(['schedule.cloud-rtc.com', 'schedule.cloud-rtc.net', ...SIGNAL_HOSTS]),
    );
    // What it reports about itself.
    await eventuallyOnStage(async () => hosts()).toContain('yun.tim.qq.com');
  });

  it('scheduling that refuses once is asked again; one that refuses for good is an error', async () => {
    const { faults } = vendor.emulator;
    faults.add({ on: 'request', do: 'error', code: 1, command: 'schedule', user: 'ana', times: 2 });
    const ana = await openOnStage('ana');
    expect(await ana.enter(NO_PROXY)).toEqual({ ok: true });
    const eve = await openOnStage('eve');
    // One of the codes on which the SDK does not try again.
    const refusals = faults.add({
      on: 'request',
      do: 'error',
      code: 89333,
      command: 'schedule',
      user: 'eve',
      times: 'always',
    });
    expect(await eve.enter(NO_PROXY)).toEqual({ code: 5500 });
    expect(refusals.strikes).toBe(2);
  });
});
