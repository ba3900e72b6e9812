// The real, unmodified stage SDK in real pages against the emulator: what the emulator's answers are made to fit.
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator, type EmulatorOptions, type TracedFrame } from '../../emulator/index.js';
import { launchBrowser, openTabs, type Tabs } from '../support/browser.js';
import {
  eventually,
  openStagePage,
  serveStageSdk,
  StagePerson,
  type Entry,
  type SdkSite,
} from './pages/stage-sdk-page.js';

const OK = { ok: true };

let browser: Browser;
let site: SdkSite;
let tabs: Tabs;
/** Pages nobody is on: loading the SDK costs more than most of the tests. */
let pages: Page[];
/** Where the pages' sockets led. */
let hosts: string[];
let emulator: Emulator;
let people: StagePerson[];
/** The commands that came, and those together with who sent them. */
let frames: string[];
/** The codes of the first words on the sockets. */
let setups: number[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveStageSdk()]);
  tabs = await openTabs(browser);
  tabs.context.on('page', (page) => page.on('websocket', (socket) => hosts.push(new URL(socket.url()).host)));
  pages = [];
});
afterAll(async () => {
  await tabs.close();
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  people = [];
  hosts = [];
  await begin();
});
afterEach(async () => {
  await Promise.all(people.map(leavePage));
  await emulator.close();
  expect(emulator.unknownCommands).toEqual([]);
  expect(hosts.filter((host) => !host.startsWith('127.0.0.1:'))).toEqual([]);
});

/** The next test may use a page on which everything has ended as it should. */
async function leavePage(person: StagePerson): Promise<void> {
  const { page } = person;
  if (page.isClosed()) return;
  try {
    await person.retire();
    pages.push(page);
  } catch {
    await page.close();
  }
}

async function begin(options: EmulatorOptions = {}): Promise<void> {
  frames = [];
  setups = [];
  emulator = await startEmulator({ ...options, trace });
}

/** A fresh emulator with these options. */
async function again(options: EmulatorOptions): Promise<void> {
  await emulator.close();
  await begin(options);
}

function trace({ direction, user, frame }: TracedFrame): void {
  const { cmd, code } = frame as { cmd: string | number; code: number };
  if (direction === 'sent') frames.push(String(cmd), `${cmd} ${user}`);
  else if (cmd === 19) setups.push(code);
}

async function open(user: string): Promise<StagePerson> {
  const page = pages.pop() ?? (await openStagePage(tabs.context, site));
  const person = await StagePerson.on(page, emulator, user);
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

describe('in VP8', () => widely('vp8'));
describe('in H264', () => widely('h264'));

function widely(codec: 'vp8' | 'h264'): void {
  beforeEach(() => again({ stage: { codec } }));

  it('plays for who was there before and for who comes later', async () => {
    const early = await enter('early');
    const star = await enter('star', { role: 'anchor' });
    await early.learns('remote-user-enter', { userId: 'star' });
    await early.page.bringToFront();
    await star.publish();
    await early.seesMoving('star');
    expect(await early.codec()).toBe(`video/${codec.toUpperCase()}`);
    const late = await enter('late');
    await late.seesMoving('star');
    expect(await late.told('remote-video-available')).toEqual([{ userId: 'star', streamType: 'main' }]);
    const inside = (await early.at('first-video-frame')) - (await star.at('call startLocalVideo'));
    const entering = (await late.at('first-video-frame')) - (await late.at('call enterRoom'));
    const [enterMs, insideMs] = [entering, inside].map((ms) => ms.toFixed(0));
    console.log(`${codec}: first frame ${insideMs} ms after startLocalVideo (inside), ${enterMs} ms after enterRoom`);
  });

  it('plays although every twentieth packet is lost on each way', async () => {
    emulator.stage.impair({ loss: 0.05 });
    await publisher();
    const ana = await enter('ana');
    await ana.seesMoving('star');
    const before = await ana.decoded();
    await eventually(() => ana.decoded()).toBeGreaterThan(before + 30);
    console.log(`${codec}, 5 % loss each way: ${JSON.stringify(await ana.reception())}`);
  });

  it('a small picture for who asks for it, and back, without a break', async () => {
    await publisher('star', { profile: '480p', small: { width: 160, height: 120, frameRate: 15, bitrate: 100 } });
    const ana = await open('ana');
    await ana.page.evaluate(() => void (window.stagePerson.options = { small: true }));
    await ana.enter();
    await eventually(() => ana.width('star')).toBe(160);
    await ana.seesMoving('star');
    const change = (small: boolean) =>
      ana.call('updateRemoteVideo', { userId: 'star', streamType: 'main', option: { small } });
    expect(await change(false)).toEqual(OK);
    await eventually(() => ana.width('star')).toBe(640);
    await ana.seesMoving('star');
    expect(await change(true)).toEqual(OK);
    await eventually(() => ana.width('star')).toBe(160);
    await ana.seesMoving('star');
  });
}

describe('what the others hear', () => {
  it('unpublished, and published again', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    expect(await star.call('stopLocalVideo')).toEqual(OK);
    await ana.learns('remote-video-unavailable', { userId: 'star', streamType: 'main' });
    await star.publish();
    await eventually(() => ana.told('remote-video-available')).toHaveLength(2);
    await ana.seesMoving('star');
  });

  it('muted: video and audio', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    expect(await star.call('startLocalAudio')).toEqual(OK);
    await ana.learns('remote-audio-available', { userId: 'star' });
    await ana.seesMoving('star');
    expect(await star.call('updateLocalVideo', { mute: true })).toEqual(OK);
    await ana.learns('remote-video-unavailable', { userId: 'star' });
    expect(await star.call('updateLocalAudio', { mute: true })).toEqual(OK);
    await ana.learns('remote-audio-unavailable', { userId: 'star' });
    expect(await star.call('updateLocalVideo', { mute: false })).toEqual(OK);
    await eventually(() => ana.told('remote-video-available')).toHaveLength(2);
    await ana.seesMoving('star');
  });

  it('sound that is not silence', async () => {
    const [star, ana] = await Promise.all([enter('star', { role: 'anchor' }), enter('ana')]);
    expect(await star.call('startLocalAudio')).toEqual(OK);
    await ana.learns('remote-audio-available', { userId: 'star' });
    await eventually(() => ana.audioEnergy()).toBeGreaterThan(0);
  });

  it('a screen beside the camera', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    await star.shareCanvas();
    await ana.learns('remote-video-available', { userId: 'star', streamType: 'sub' });
    await ana.seesMoving('star', 'sub');
    expect(await star.call('stopScreenShare')).toEqual(OK);
    await ana.learns('remote-video-unavailable', { userId: 'star', streamType: 'sub' });
    await ana.seesMoving('star');
  });

  it('a role is taken up and laid down', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    expect(await ana.call('switchRole', 'anchor')).toEqual(OK);
    await star.learns('remote-user-enter', { userId: 'ana' });
    await ana.publish();
    await star.seesMoving('ana');
    expect(await ana.call('switchRole', 'audience')).toEqual(OK);
    await star.learns('remote-user-exit', { userId: 'ana', reason: 3 });
    await ana.seesMoving('star');
  });

  it('left, and back with the same picture', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    expect(await star.call('exitRoom')).toEqual(OK);
    await ana.learns('remote-user-exit', { userId: 'star', reason: 0 });
    await star.enter({ role: 'anchor' });
    await eventually(() => ana.told('remote-video-available')).toHaveLength(2);
    await ana.seesMoving('star');
  });

  it('a viewer unsubscribes and subscribes again', async () => {
    const [, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    expect(await ana.call('stopRemoteVideo', { userId: 'star', streamType: 'main' })).toEqual(OK);
    await ana.startRemote('star');
    await ana.seesMoving('star');
  });

  it('custom messages', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.learns('remote-user-enter', { userId: 'star' });
    await star.page.evaluate(() => window.stagePerson.say(1, 'hello'));
    await ana.learns('custom-message', { userId: 'star', cmdId: 1, data: 'hello' });
  });

  it('rooms keep apart: also 123 and "123"', async () => {
    const star = await enter('star', { role: 'anchor', room: 123 });
    await star.publish();
    const [other, same] = [await enter('other', { room: '123' }), await enter('same', { room: 123 })];
    await same.seesMoving('star');
    expect(await other.told('remote-user-enter')).toEqual([]);
    expect(emulator.stage.room('123')?.publishedList).toEqual([]);
    expect(emulator.stage.room(123)?.publishedList).toMatchObject([{ userId: 'star' }]);
  });
});

describe('ends that were not wanted', () => {
  it.each([
    ['kick', () => emulator.stage.kick('ana')],
    ['kick', () => emulator.faults.perform({ part: 'stage', action: 'kick', user: 'ana' })],
    ['banned', () => emulator.stage.ban('ana')],
    ['room_disband', () => emulator.stage.disband('stage')],
  ] as const)('%s', async (reason, act) => {
    const ana = await enter('ana');
    act();
    await ana.learns('kicked-out', { reason });
    const again = await ana.enter();
    if (reason === 'banned') expect(again).toMatchObject({ extraCode: -100006 });
    else expect(again).toEqual(OK);
  });

  it('the same user enters on another page', async () => {
    const [first, second] = [await enter('ana'), await enter('ana')];
    await first.learns('kicked-out', { reason: 'kick' });
    expect(await second.told('kicked-out')).toEqual([]);
  });

  it('a publisher who crashed is removed after the timeout', async () => {
    await again({ stage: { removeAfterMs: 800 } });
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    const start = Date.now();
    await star.crash();
    await ana.learns('remote-user-exit', { userId: 'star', reason: 1 });
    expect(Date.now() - start).toBeGreaterThan(750);
    await ana.learns('remote-video-unavailable', { userId: 'star' });
    const back = await publisher();
    await ana.seesMoving('star');
    expect(await back.told('error')).toEqual([]);
  });
});

describe('bad networks', () => {
  it('signalling sockets are killed: they come back, and the picture never stops', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    expect(emulator.faults.perform({ part: 'stage', action: 'kill-socket' })).toBe(2);
    await ana.seesMoving('star');
    await eventually(async () => emulator.stage.connections).toBe(2);
    for (const user of ['star', 'ana']) await eventually(async () => frames.includes(`reconnect ${user}`)).toBe(true);
    await eventually(async () => (await ana.told('connection-state-changed')).at(-1)).toMatchObject({
      state: 'CONNECTED',
    });
    expect(await star.call('stopLocalVideo')).toEqual(OK);
    await ana.learns('remote-video-unavailable', { userId: 'star' });
  });

  it('cut off until removed: enters again by itself, and the picture resumes', async () => {
    await again({ stage: { removeAfterMs: 500 } });
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    emulator.faults.perform({ part: 'stage', action: 'cut-off', user: 'star' });
    await ana.learns('remote-user-exit', { userId: 'star', reason: 1 });
    emulator.faults.perform({ part: 'stage', action: 'mend', user: 'star' });
    await eventually(() => ana.told('remote-video-available')).toHaveLength(2);
    await ana.seesMoving('star');
    expect(await star.told('kicked-out')).toEqual([]);
  });

  it('media stops and starts again', async () => {
    const [, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    const { faults } = emulator;
    expect(faults.perform({ action: 'impair', user: 'star', direction: 'up', loss: 1 })).toBe(1);
    const decodedMeanwhile = async () => {
      const before = await ana.decoded();
      await ana.drawsFrames(30);
      return (await ana.decoded()) - before;
    };
    await eventually(decodedMeanwhile).toBe(0);
    expect(faults.perform({ action: 'repair', user: 'star' })).toBe(1);
    await ana.seesMoving('star');
    expect(await decodedMeanwhile()).toBeGreaterThan(0);
  });

  it('a delayed and narrow line', async () => {
    emulator.stage.impair({ user: 'ana', direction: 'down', delayMs: 100, bitsPerSecond: 1_000_000 });
    const [, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
  });

  it('a connection for media is lost: another one is built, and the picture resumes', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    for (const person of [star, ana]) {
      await person.failConnection();
      await eventually(async () => frames.filter((cmd) => cmd === 'rebuild_pc').length).toBeGreaterThan(0);
      frames.length = 0;
      await ana.seesMoving('star');
    }
  });

  it('a service that accepts and never answers', async () => {
    emulator.faults.add({ part: 'stage', on: 'push', do: 'drop', command: 'setup', times: 'always' });
    emulator.faults.add({ part: 'stage', on: 'request', do: 'drop', times: 'always' });
    const ana = await open('ana');
    void ana.enter().catch(() => undefined);
    await eventually(async () => frames.includes('join/v2 ana')).toBe(true);
    expect(await ana.settled('enterRoom')).toBe(false);
    emulator.faults.clear();
    await eventually(() => ana.settled('enterRoom')).toBe(true);
  });

  it('statistics and quality are reported', async () => {
    const [star, ana] = await Promise.all([publisher(), enter('ana')]);
    await ana.seesMoving('star');
    await eventually(() => star.told('network-quality')).toContainEqual(
      expect.objectContaining({ uplinkNetworkQuality: 1, uplinkLoss: 0 }),
    );
  });
});

describe('who may', () => {
  it.each([
    ['expired', 70001, (ana: StagePerson) => ana.sign(-1)],
    ['by another key', 70003, (ana: StagePerson) => ana.sign(60, 'another key')],
  ] as const)('a signature that is refused: %s', async (_, code, sign) => {
    const ana = await open('ana');
    expect(await ana.enter({ userSig: sign(ana) })).toEqual({ code: 5500 });
    expect(setups).toContain(code);
    expect(await ana.enter()).toEqual(OK);
  });

  it.each([-100013, -100021])('entering is refused with %i', async (code) => {
    emulator.faults.add({ part: 'stage', on: 'request', do: 'error', code, command: 'join/v2', times: 2 });
    const ana = await open('ana');
    expect(await ana.enter()).toEqual({ code: 5400, extraCode: code });
    expect(await ana.enter()).toEqual(OK);
  });

  it('with privateMapKeys: who has none, one for elsewhere, or no right to create, stays outside', async () => {
    await again({ stage: { privateMapKey: true } });
    const ana = await open('ana');
    expect(await ana.enter()).toEqual({ code: 5400, extraCode: -100006 });
    expect(await ana.enter({ privateMapKey: ana.mapKey('elsewhere', 255) })).toEqual({
      code: 5400,
      extraCode: -100006,
    });
    expect(await ana.enter({ privateMapKey: ana.mapKey('stage', 42) })).toEqual({ code: 5400, extraCode: -102010 });
    expect(await ana.enter({ room: 7, privateMapKey: ana.mapKey(7, 255) })).toEqual(OK);
  });

  it('with privateMapKeys: an audience watches and cannot publish, whatever it calls itself', async () => {
    await again({ stage: { privateMapKey: true } });
    const [star, ana, eve] = await Promise.all([open('star'), open('ana'), open('eve')]);
    expect(await star.enter({ role: 'anchor', privateMapKey: star.mapKey('stage', 255) })).toEqual(OK);
    await star.publish();
    expect(await ana.enter({ privateMapKey: ana.mapKey('stage', 42) })).toEqual(OK);
    await ana.seesMoving('star');
    expect(await ana.call('switchRole', 'anchor')).toMatchObject({ code: expect.any(Number) as number });
    expect(await eve.enter({ role: 'anchor', privateMapKey: eve.mapKey('stage', 42) })).toEqual(OK);
    await eve.page.evaluate(() => void window.stagePerson.call('startLocalVideo', [{}]));
    await eventually(async () => frames.includes('publish/v2 eve')).toBe(true);
    await ana.seesMoving('star');
    expect(await ana.told('remote-video-available')).toEqual([{ userId: 'star', streamType: 'main' }]);
    expect(emulator.stage.room('stage')?.publishedList).toMatchObject([{ userId: 'star' }]);
    // Her SDK still waits for a yes.
    await eve.page.close();
  });
});
