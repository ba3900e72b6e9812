// The real, unmodified stage SDK in real pages against the emulator: what the emulator's answers are made to fit.
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/index.js';
import { launchBrowser, openTabs, type Tabs } from '../support/browser.js';
import { eventually, serveStageSdk, StagePerson, type Entry, type SdkSite } from './pages/stage-sdk-page.js';

const OK = { ok: true };

let browser: Browser;
let site: SdkSite;
let tabs: Tabs;
let emulator: Emulator;
let people: StagePerson[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveStageSdk()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  tabs = await openTabs(browser);
  people = [];
  await begin();
});
afterEach(async () => {
  await tabs.close();
  await emulator.close();
  expect(emulator.unknownCommands).toEqual([]);
  const hosts = new Set(people.flatMap((person) => person.hosts));
  expect([...hosts].filter((host) => !host.startsWith('127.0.0.1:'))).toEqual([]);
});

async function begin(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator(options);
}

async function open(user: string): Promise<StagePerson> {
  const person = await StagePerson.open(tabs.context, site, emulator, user);
  people.push(person);
  return person;
}

async function enter(user: string, entry: Entry = {}): Promise<StagePerson> {
  const person = await open(user);
  expect(await person.enter(entry)).toEqual(OK);
  return person;
}

async function publisher(user = 'star', options: object = {}): Promise<StagePerson> {
  const star = await enter(user, { role: 'anchor' });
  await star.publish(options);
  return star;
}

it('plays for who was there before and for who comes later', async () => {
  const early = await enter('early');
  const star = await enter('star', { role: 'anchor' });
  await early.learns('remote-user-enter', { userId: 'star' });
  await star.publish();
  await early.seesMoving('star');
  const late = await enter('late');
  await late.seesMoving('star');
  await early.page.evaluate(() => 0);
  const shown = async (person: StagePerson) => (await person.heard('first-video-frame'))[0]!.at;
  const entered = (await late.heard('call enterRoom'))[0]!.at;
  const available = (await late.heard('remote-video-available'))[0]!.at;
  const epoch = (person: StagePerson) => person.page.evaluate(() => performance.timeOrigin);
  const called = (await star.heard('call startLocalVideo'))[0]!.at + (await epoch(star));
  console.log(
    `first frame: entering ${((await shown(late)) - entered).toFixed(0)} ms after enterRoom ` +
      `(available after ${(available - entered).toFixed(0)}), ` +
      `inside ${((await shown(early)) + (await epoch(early)) - called).toFixed(0)} ms after startLocalVideo`,
  );
});

describe('x', () => {
  it('y', () => expect(eventually).toBeDefined());
});
void publisher;
