// The chat half of the Tencent provider beyond the contract: logins, outages, moderation. The real SDK against the emulator.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImSignal } from '../../src/core/ports/im-port.js';
import type { Command } from '../../src/core/protocol/commands.js';
import { systemClock } from '../../src/core/support/clock.js';
import { loadChatSdk, type Chat, type SdkMessage } from '../../src/core/providers/tencent/im/sdk.js';
import type { PlainOptions } from '../support/emulator-host.js';
import { PATIENCE, Recorder } from '../support/recorder.js';
import { refusalOf } from '../support/refusal.js';
import { createTencentImWorld, type TencentImWorld } from '../support/tencent-im-world.js';

const ANA = { userId: 'ana', name: 'Ana' };
const BEA = { userId: 'bea', name: 'Bea' };
const CEM = { userId: 'cem' };

const text = (words: string): Command => ({ type: 'text', text: words });
const as = (id: string) => ({ id, priority: 'normal' }) as const;

/** What an owner does beside the port; the SDK gives its instance to whoever asks. */
interface Console extends Chat {
  deleteGroupMember(options: object): Promise<unknown>;
  setGroupMemberMuteTime(options: object): Promise<unknown>;
  updateGroupProfile(options: object): Promise<unknown>;
}

let world: TencentImWorld;

const begin = async (options?: PlainOptions) => void (world = await createTencentImWorld(options));
beforeEach(() => begin());
afterEach(() => world.close());

const consoleOf = async (app: number) => (await loadChatSdk()).create({ SDKAppID: app }) as Console;

async function host(room = world.room) {
  const { port, app } = world.person(ANA);
  await connect(port, app, 'ana', 'Ana');
  await port.openRoom(room);
  return { port, app, heard: new Recorder<ImSignal>(port), console: await consoleOf(app) };
}

async function connect(port: TencentPort, app: number, userId: string, name?: string) {
  const userSig = await world.emulator.sign(userId, { app });
  await port.connect({ userId, userSig, ...(name !== undefined && { name }) });
}
type TencentPort = ReturnType<TencentImWorld['person']>['port'];

async function member(...[who, settings, clock]: Parameters<TencentImWorld['person']>) {
  const person = world.person(who, settings, clock);
  const heard = new Recorder<ImSignal>(person.port);
  await person.connect();
  await person.port.joinRoom(world.room);
  return { ...person, heard };
}

const texts = (heard: Recorder<ImSignal>) =>
  heard.all('command').map(({ command }) => (command.type === 'text' ? command.text : command.type));

describe('logging in', () => {
  it.each([
    ['a signature that ran out', { seconds: -60 }, 'credentials-rejected'],
    ['a signature by another key', { secretKey: 'another key' }, 'credentials-rejected'],
    ['a signature for another application', { app: 5 }, 'app-id-rejected'],
  ])('refuses %s, and takes a good one on the same port', async (_, sign, code) => {
    const { port, connect } = world.person(BEA);
    expect(await refusalOf(connect(sign))).toBe(code);
    await connect();
    expect(await refusalOf(port.joinRoom(world.room))).toBe('room-not-found');
  });

  it('says when the application is not known, or there is no signature', async () => {
    expect(await refusalOf(world.person(BEA, { sdkAppId: 5 }).connect())).toBe('app-id-rejected');
    const { port } = world.person(BEA);
    expect(await refusalOf(port.connect(BEA))).toBe('invalid-credentials');
  });

  it('fails at once while the service is down, and works when it is back', async () => {
    await world.emulator.perform({ action: 'cut-off', user: 'bea' });
    const { port, connect } = world.person(BEA);
    expect(await refusalOf(connect())).toBe('network');
    await world.emulator.perform({ action: 'mend', user: 'bea' });
    await connect();
    expect(await refusalOf(port.joinRoom(world.room))).toBe('room-not-found');
  });

  it('can be given up while the service does not answer, and tried again', async () => {
    await world.emulator.plant({ on: 'request', do: 'drop', command: 'wslogin', user: 'bea' });
    const { port, app, connect } = world.person(BEA);
    const connecting = refusalOf(connect());
    await vi.waitFor(async () => expect((await world.emulator.connections()).chat).toBeGreaterThan(0), PATIENCE);
    await port.close();
    expect(await connecting).toBe('cancelled');
    expect(await world.leftovers?.()).toEqual([]);
    const again = world.person(BEA, { sdkAppId: app });
    await again.connect();
    expect(await refusalOf(again.port.joinRoom(world.room))).toBe('room-not-found');
  });

  it('writes the name only when it is another one, and does without when it cannot', async () => {
    const writes = await world.emulator.plant({
      on: 'request',
      do: 'error',
      code: 40_000,
      command: 'portrait_set',
      times: 'always',
    });
    const connectOnce = async (name: string) => {
      const { port, connect } = world.person({ ...BEA, name });
      await connect();
      await port.close();
      return world.emulator.strikes(writes);
    };
    expect(await connectOnce('Bea')).toBe(1);
    await world.emulator.clear();
    await connectOnce('Bea');
    const more = await world.emulator.plant({ on: 'request', do: 'delay', ms: 0, command: 'portrait_set', times: 2 });
    await connectOnce('Bea');
    expect(await world.emulator.strikes(more)).toBe(0);
    await connectOnce('Beatrix');
    expect(await world.emulator.strikes(more)).toBe(1);
  });
});

describe('two rooms on one page', () => {
  it('share the login of an application; the second room takes the place of the first, which is told', async () => {
    const ana = await host();
    const dea = world.person({ userId: 'dea' });
    await dea.connect();
    await dea.port.openRoom(world.otherRoom);
    const first = await member(BEA);
    const second = world.person(BEA, { sdkAppId: first.app });
    const heard = new Recorder<ImSignal>(second.port);
    await second.connect();
    expect((await world.emulator.connections()).chat).toBe(3);
    expect(first.heard.all('kicked')).toEqual([]);

    await second.port.joinRoom(world.otherRoom);
    expect(await first.heard.heard('kicked')).toEqual({ type: 'kicked', code: 'in-another-room' });
    expect(await refusalOf(first.port.send(text('hm'), as('m1')))).toBe('not-joined');
    await ana.heard.heard('left', ({ person }) => person.id === 'bea');

    // Back to the first, by the person's own wish: now it is the other one that is told.
    await first.port.joinRoom(world.room);
    expect(await heard.heard('kicked')).toEqual({ type: 'kicked', code: 'in-another-room' });
    await ana.port.send(text('welcome back'), as('m0'));
    await first.heard.heard('command');
    heard.forget();
    await second.port.joinRoom(world.otherRoom);

    await first.port.close();
    await dea.port.send(text('welcome'), as('m2'));
    await heard.heard('command');
    await second.port.send(text('thanks'), as('m3'));
    expect(heard.all('kicked')).toEqual([]);
  });

  it('are not touched by a second room that is not there', async () => {
    const ana = await host();
    const first = await member(BEA);
    const second = world.person(BEA, { sdkAppId: first.app });
    await second.connect();
    expect(await refusalOf(second.port.joinRoom(world.otherRoom))).toBe('room-not-found');
    await ana.port.send(text('still there?'), as('m1'));
    await first.heard.heard('command');
    expect(first.heard.all('kicked')).toEqual([]);
  });

  it('may be the same room: it is left when both have left it', async () => {
    const ana = await host();
    const first = await member(BEA);
    const second = await member(BEA, { sdkAppId: first.app });
    await ana.heard.heard('joined');
    await first.port.close();
    await ana.port.send(text('hello'), as('m1'));
    await second.heard.heard('command');
    expect(ana.heard.all('left')).toEqual([]);
    await second.port.leaveRoom();
    await ana.heard.heard('left');
  });

  it('are for one person', async () => {
    await host();
    const first = await member(BEA);
    const second = world.person(CEM, { sdkAppId: first.app });
    expect(await refusalOf(second.connect())).toBe('user-mismatch');
    await first.port.send(text('still me'), as('m1'));
    await first.port.close();
    await second.connect();
    await second.port.joinRoom(world.room);
  });
});

describe('being thrown out', () => {
  it.each(['multipleAccount', 'multipleDevice', 'restApi'] as const)('says so: %s', async (reason) => {
    await host();
    const bea = await member(BEA);
    await world.emulator.perform({ action: 'kick', user: 'bea', reason });
    expect(await bea.heard.heard('kicked')).toEqual({ type: 'kicked', code: 'kicked' });
    expect(await refusalOf(bea.port.joinRoom(world.room))).toBe('not-joined');
    expect(bea.heard.all('kicked')).toHaveLength(1);
  });

  it('is not being thrown out when a login runs out: connect and join again', async () => {
    const ana = await host();
    const bea = await member(BEA);
    await ana.heard.heard('joined');
    await world.emulator.perform({ action: 'expire-signature', user: 'bea' });
    await bea.heard.heard('credentials-expired');
    expect(await refusalOf(bea.port.send(text('hm'), as('m1')))).toBe('not-joined');
    await bea.connect();
    expect(await bea.port.joinRoom(world.room)).toMatchObject({ owner: 'ana' });
    await ana.port.send(text('welcome back'), as('m2'));
    await bea.heard.heard('command');
    await bea.port.send(text('thanks'), as('m3'));
    await ana.heard.heard('command');
    expect(bea.heard.all('kicked')).toEqual([]);
    expect(bea.heard.all('credentials-expired')).toHaveLength(1);
  });

  it('is final after a ban', async () => {
    const ana = await host();
    const [bea, cem] = [await member(BEA), await member(CEM)];
    await ana.console.deleteGroupMember({ groupID: world.room, userIDList: ['bea'], duration: 600, reason: 'spam' });
    expect(await bea.heard.heard('kicked')).toEqual({ type: 'kicked', code: 'banned' });
    expect(await refusalOf(bea.port.send(text('why?'), as('m1')))).toBe('not-joined');
    expect(await refusalOf(bea.port.joinRoom(world.room))).toBe('banned');
    await cem.heard.heard('left', ({ person }) => person.id === 'bea');
    expect(cem.heard.all('kicked')).toEqual([]);
    expect(bea.heard.all('kicked')).toHaveLength(1);
  });
});

describe('being refused to speak', () => {
  it('because one is muted, or because everybody is', async () => {
    const ana = await host();
    const bea = await member(BEA);
    await ana.console.setGroupMemberMuteTime({ groupID: world.room, userID: 'bea', muteTime: 600 });
    expect(await refusalOf(bea.port.send(text('hm'), as('m1')))).toBe('muted');
    await ana.console.setGroupMemberMuteTime({ groupID: world.room, userID: 'bea', muteTime: 0 });
    await ana.console.updateGroupProfile({ groupID: world.room, muteAllMembers: true });
    expect(await refusalOf(bea.port.send(text('hm'), as('m2')))).toBe('room-muted');
    await ana.console.updateGroupProfile({ groupID: world.room, muteAllMembers: false });
    await bea.port.send(text('thanks'), as('m3'));
  });

  it.each([
    [80_001, 'message-refused'],
    [10_016, 'message-refused'],
    [10_023, 'busy'],
    [60_020, 'service-disabled'],
  ])('with %d', async (code, meaning) => {
    await host();
    const bea = await member(BEA);
    await world.emulator.plant({ on: 'request', do: 'error', code, command: 'send_group_msg', user: 'bea' });
    expect(await refusalOf(bea.port.send(text('hm'), as('m1')))).toBe(meaning);
    await bea.port.send(text('fine'), as('m2'));
  });

  it('because of a word', async () => {
    await host();
    const bea = await member(BEA);
    expect(await refusalOf(bea.port.send(text('a forbidden-word'), as('m1')))).toBe('message-refused');
  });
});

describe('the room', () => {
  it('tells its owner’s name, before she has said anything', async () => {
    const ana = await host();
    const bea = world.person(BEA);
    await bea.connect();
    expect(await bea.port.joinRoom(world.room)).toEqual({ owner: 'ana', ownerName: 'Ana', record: '' });
    // Her own page knows it.
    expect(await ana.port.readProfile()).toEqual({ owner: 'ana', record: '' });
  });

  it('is come into without the owner’s name when that is late, or there is none; a later read has it', async () => {
    await host();
    const bea = world.person(BEA);
    await bea.connect();
    await world.emulator.plant({ on: 'request', do: 'drop', command: 'portrait_get_all', times: 'always' });
    expect(await bea.port.joinRoom(world.room)).toEqual({ owner: 'ana', record: '' });
    await world.emulator.clear();
    expect(await bea.port.readProfile()).toMatchObject({ ownerName: 'Ana' });

    const cem = world.person(CEM);
    await cem.connect();
    await cem.port.openRoom(world.otherRoom);
    expect(await bea.port.joinRoom(world.otherRoom)).toEqual({ owner: 'cem', record: '' });
  });

  it('is joined although the service says that one is in it, and heard', async () => {
    const ana = await host();
    await world.emulator.plant({ on: 'request', do: 'error', code: 10_013, command: 'apply_join_group', user: 'bea' });
    const bea = await member(BEA);
    await ana.port.send(text('hello'), as('m1'));
    await bea.heard.heard('command');
  });

  it('is taken again when the service has put one out without a word, and what was said is said', async () => {
    const ana = await host();
    const bea = await member(BEA);
    await world.emulator.plant({ on: 'request', do: 'error', code: 10_007, command: 'send_group_msg', user: 'bea' });
    await bea.port.send(text('hello'), as('m1'));
    expect(await ana.heard.heard('command')).toMatchObject({ id: 'm1' });
    await ana.heard.heard('left');
    expect(ana.heard.all('joined')).toHaveLength(2);
  });

  it('tells late comers what was said lately, once and when; not what they said themselves', async () => {
    await world.close();
    await begin({ chat: { features: ['history'] } });
    const ana = await host();
    const bea = await member(BEA);
    const { at } = await ana.port.send(text('one'), as('m1'));
    await bea.port.send(text('two'), as('m2'));
    await ana.port.send({ type: 'enter', stage: 'show', run: 1 }, as('m3'));
    const cem = await member(CEM);
    await cem.heard.heard('command', ({ id }) => id === 'm3');
    expect(texts(cem.heard)).toEqual(['one', 'two', 'enter']);
    expect(cem.heard.all('command')[0]).toMatchObject({ id: 'm1', at, from: { id: 'ana', name: 'Ana' } });
    bea.heard.forget();
    await bea.port.leaveRoom();
    await bea.port.joinRoom(world.room);
    await bea.heard.heard('command', ({ id }) => id === 'm3');
    expect(texts(bea.heard)).toEqual(['one', 'enter']);
  });

  it('understands legacy clients and is understood by them', async () => {
    const ana = await host();
    const bea = await member(BEA);
    const legacy = await consoleOf(bea.app);
    const received: SdkMessage[] = [];
    const sdk = await loadChatSdk();
    legacy.on<'MESSAGE_RECEIVED'>(sdk.EVENT.MESSAGE_RECEIVED, ({ data }) => received.push(...data));
    const payload = { data: '{"userAction":2100,"actionParam":"10086"}', description: '', extension: '' };
    const plain = { to: world.room, conversationType: 'GROUP', priority: 'High', cloudCustomData: '' };
    const { data } = await ana.console.sendMessage(ana.console.createCustomMessage({ ...plain, payload }));
    expect(await bea.heard.heard('command')).toMatchObject({
      id: data.message.ID,
      command: { type: 'enter', stage: 10_086 },
    });
    await ana.port.send({ type: 'enter', stage: 'show', run: 3 }, as('m1'));
    await bea.heard.heard('command', ({ id }) => id === 'm1');
    const sent = received.at(-1)!.payload as { data: string };
    expect(JSON.parse(sent.data)).toEqual({ userAction: 2100, actionParam: 'show' });
  });
});

describe('outages', () => {
  it('of a socket: connecting, online, and the conversation goes on', async () => {
    const ana = await host();
    const bea = await member(BEA);
    await world.emulator.perform({ action: 'kill-socket', user: 'bea' });
    await bea.heard.heard('link', ({ link }) => link === 'connecting');
    await bea.heard.heard('link', ({ link }) => link === 'online');
    await ana.port.send(text('there?'), as('m1'));
    await bea.heard.heard('command');
    await bea.port.send(text('here'), as('m2'));
    await ana.heard.heard('command');
    expect(bea.heard.all('link').map(({ link }) => link)).toEqual(['connecting', 'online']);
  });

  /** Cut off until the SDK has tried in vain: from then on it would wait sixteen seconds. */
  async function cutOff(user: string) {
    const before = world.workersStarted();
    await world.emulator.perform({ action: 'cut-off', user });
    await vi.waitFor(() => expect(world.workersStarted()).toBeGreaterThan(before + 1), PATIENCE);
  }

  it('of seconds: back long before the SDK would try again, still in the room', async () => {
    const ana = await host();
    const bea = await member(BEA);
    await cutOff('bea');
    await world.emulator.perform({ action: 'mend', user: 'bea' });
    await bea.heard.heard('link', ({ link }) => link === 'online');
    await ana.port.send(text('there?'), as('m1'));
    await bea.heard.heard('command');
    expect(ana.heard.all('left')).toEqual([]);
  });

  it('in which something is said: it is said once it is over', async () => {
    const ana = await host();
    const bea = await member(BEA);
    await cutOff('bea');
    const said = bea.port.send(text('hello?'), as('m1'));
    await world.emulator.perform({ action: 'mend', user: 'bea' });
    await said;
    await ana.heard.heard('command');
    expect(ana.heard.all('command')).toHaveLength(1);
  });

  it('longer than the service keeps a person: the room is taken again', async () => {
    let ahead = 0;
    const clock = { ...systemClock, now: () => Date.now() + ahead };
    const ana = await host();
    const bea = await member(BEA, {}, clock);
    await ana.heard.heard('joined');
    ana.heard.forget();
    await world.emulator.perform({ action: 'kill-socket', user: 'bea' });
    await bea.heard.heard('link', ({ link }) => link === 'connecting');
    ahead = 20_000;
    await bea.heard.heard('link', ({ link }) => link === 'online');
    await ana.heard.heard('joined', ({ person }) => person.id === 'bea');
    await ana.port.send(text('there?'), as('m1'));
    await bea.heard.heard('command');
  });

  it('in which the room was dismissed: one is told', async () => {
    let ahead = 0;
    const clock = { ...systemClock, now: () => Date.now() + ahead };
    const ana = await host();
    const bea = await member(BEA, {}, clock);
    await world.emulator.plant({ on: 'delivery', do: 'drop', item: 'dismissed' });
    await world.emulator.perform({ action: 'kill-socket', user: 'bea' });
    await bea.heard.heard('link', ({ link }) => link === 'connecting');
    ahead = 20_000;
    await ana.port.dismissRoom();
    await bea.heard.heard('dismissed');
    expect(await refusalOf(bea.port.send(text('hm'), as('m1')))).toBe('not-joined');
  });

  it('do not keep a port from closing, nor the next one from connecting', async () => {
    await host();
    const bea = await member(BEA);
    await cutOff('bea');
    await bea.port.close();
    await world.emulator.perform({ action: 'mend', user: 'bea' });
    const again = await member(BEA, { sdkAppId: bea.app });
    await again.port.send(text('back'), as('m1'));
    expect(bea.heard.all('kicked')).toEqual([]);
  });
});
