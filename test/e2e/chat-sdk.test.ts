// The real, unmodified chat SDK in real pages against the emulator: what the emulator's answers are made to fit.
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type ChatOptions, type Emulator } from '../../emulator/index.js';
import { systemClock } from '../../src/core/support/clock.js';
import { launchBrowser, openTabs, type Tabs } from '../support/browser.js';
import { eventually, Person, serveSdk, type SdkSite } from './support/chat-sdk-page.js';

const ROOM = 'premiere';

let browser: Browser;
let site: SdkSite;
let tabs: Tabs;
let emulator: Emulator;
let people: Person[];
/** How far the emulator's clock is ahead, in ms. */
let ahead: number;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSdk()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  tabs = await openTabs(browser);
  people = [];
  ahead = 0;
  await begin();
});
afterEach(async () => {
  await tabs.close();
  await emulator.close();
  expect(emulator.unknownCommands).toEqual([]);
  const hosts = new Set(people.flatMap((person) => person.hosts));
  expect([...hosts].filter((host) => !host.startsWith('127.0.0.1:'))).toEqual([]);
});

/** A fresh emulator; with the pace of polls that a test can wait for. */
async function begin(chat: Partial<ChatOptions> = {}): Promise<void> {
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  emulator = await startEmulator({ clock, chat: { pollingIntervalMs: 50, ...chat } });
}

async function open(user: string): Promise<Person> {
  const person = await Person.open(tabs.context, site, emulator, user);
  people.push(person);
  return person;
}

async function enter(user: string, seconds?: number): Promise<Person> {
  const person = await open(user);
  await person.login(seconds);
  return person;
}

/** An owner with an open room, and members in it. */
async function room(...users: string[]): Promise<Person[]> {
  const inside = await Promise.all(['owner', ...users].map((user) => enter(user)));
  expect(await inside[0]!.call('createGroup', { type: 'AVChatRoom', name: 'Premiere', groupID: ROOM })).toHaveProperty(
    'data',
  );
  for (const person of inside)
    expect(await person.call('joinGroup', { groupID: ROOM })).toHaveProperty('data.status', 'JoinedSuccess');
  return inside;
}

it('logs in, makes a room, joins it, and quits', async () => {
  const [owner, ana] = (await room('ana')) as [Person, Person];
  expect(await owner.call('createGroup', { type: 'AVChatRoom', name: 'Again', groupID: ROOM })).toEqual({
    code: 10025,
  });
  expect(await ana.call('createGroup', { type: 'AVChatRoom', name: 'Mine', groupID: ROOM })).toEqual({ code: 10021 });
  expect(await ana.call('joinGroup', { groupID: ROOM })).toHaveProperty('data.status', 'AlreadyInGroup');
  expect(await ana.call('joinGroup', { groupID: 'none' })).toEqual({ code: 10010 });
  expect(await owner.call('quitGroup', ROOM)).toEqual({ code: 10009 });
  expect(await ana.call('quitGroup', ROOM)).toEqual({ data: { groupID: ROOM } });
  expect(await ana.call('quitGroup', ROOM)).toEqual({ code: 2623 });
});

it('the profile is there before joining, and comes with the join', async () => {
  const owner = await enter('owner');
  const introduction = '{"v":1,"phase":"waiting"}';
  const group = { type: 'AVChatRoom', name: 'Premiere', groupID: ROOM, introduction, notification: 'Soon' };
  await owner.call('createGroup', group);
  await owner.call('updateGroupProfile', { groupID: ROOM, introduction });
  const ana = await enter('ana');
  const expected = { groupID: ROOM, name: 'Premiere', ownerID: 'owner', introduction, notification: 'Soon' };
  expect(await ana.call('getGroupProfile', { groupID: ROOM })).toMatchObject({ data: { group: expected } });
  expect(await ana.call('joinGroup', { groupID: ROOM })).toMatchObject({
    data: { status: 'JoinedSuccess', group: expected },
  });
  expect(await ana.call('getGroupProfile', { groupID: 'none' })).toEqual({ code: 10010 });
});

it('refuses signatures: expired, by another key', async () => {
  const ana = await open('ana');
  expect(await ana.signIn(-1)).toEqual({ code: 70001 });
  expect(await ana.signIn(60, 'another key')).toEqual({ code: 70003 });
  await ana.login();
});

it('a second room leaves the first', async () => {
  const [owner, ana] = (await room('ana')) as [Person, Person];
  const ben = await enter('ben');
  await ben.call('createGroup', { type: 'AVChatRoom', name: 'Other', groupID: 'other' });
  await ana.call('joinGroup', { groupID: 'other' });
  await owner.says(ROOM, 'anybody?');
  await ben.says('other', 'not a member');
  await ben.call('joinGroup', { groupID: 'other' });
  await ben.says('other', 'welcome');
  await ana.hears('ben: welcome');
  // Not the SDK's own 2101: it believes to be in both, as its quit came after the service's.
  expect(await ana.says(ROOM, 'hm')).toEqual({ code: 10007 });
});

describe('messages', () => {
  it('text and custom, with extension and priority, come whole to the others and not to the sender', async () => {
    const [owner, ana, ben] = (await room('ana', 'ben')) as [Person, Person, Person];
    const custom = {
      data: '{"userAction":2100,"actionParam":"10086"}',
      description: '',
      extension: '{"v":1,"run":3}',
    };
    const message = { to: ROOM, payload: custom, priority: 'High', cloudCustomData: '{"name":"Star"}' };
    expect(await owner.sends('createCustomMessage', message)).toHaveProperty('data.message.status', 'success');
    await ana.says(ROOM, 'hello', 'Low');
    const expected = [
      {
        type: 'TIMCustomElem',
        from: 'owner',
        to: ROOM,
        priority: 'High',
        payload: custom,
        cloudCustomData: '{"name":"Star"}',
      },
      { type: 'TIMTextElem', from: 'ana', to: ROOM, priority: 'Low', payload: { text: 'hello' }, cloudCustomData: '' },
    ];
    await eventually(() => ben.received('TIMCustomElem', 'TIMTextElem')).toEqual(expected);
    await eventually(() => ana.received('TIMCustomElem', 'TIMTextElem')).toEqual(expected.slice(0, 1));
    await eventually(() => owner.received('TIMCustomElem', 'TIMTextElem')).toEqual(expected.slice(1));
  });

  it('a forbidden word, too much text, an error by a fault', async () => {
    const [, ana] = (await room('ana')) as [Person, Person];
    expect(await ana.says(ROOM, 'a forbidden-word')).toEqual({ code: 80001 });
    expect(await ana.says(ROOM, 'x'.repeat(13_000))).toEqual({ code: 80002 });
    emulator.faults.add({ on: 'request', do: 'error', code: 10016, command: 'send_group_msg', user: 'ana' });
    expect(await ana.says(ROOM, 'refused')).toEqual({ code: 10016 });
    expect(await ana.says(ROOM, 'fine')).toHaveProperty('data.message.status', 'success');
  });

  it('delivered twice it is received once; dropped, never; its sender knows of neither', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    emulator.faults.add({ on: 'delivery', do: 'duplicate', item: 'message' });
    await owner.says(ROOM, 'twice');
    emulator.faults.add({ on: 'delivery', do: 'drop', item: 'message' });
    expect(await owner.says(ROOM, 'never')).toHaveProperty('data.message.status', 'success');
    await owner.says(ROOM, 'end');
    await ana.hears('owner: twice', 'owner: end');
  });

  it('history, where the plan has it, comes once after joining, the joiner’s own included', async () => {
    await emulator.close();
    await begin({ features: ['history'] });
    const [owner, ana] = (await room('ana')) as [Person, Person];
    await owner.says(ROOM, 'one');
    await ana.says(ROOM, 'two');
    const ben = await enter('ben');
    await ben.call('joinGroup', { groupID: ROOM });
    await ben.hears('owner: one', 'ana: two');
    await ana.call('quitGroup', ROOM);
    await ana.call('joinGroup', { groupID: ROOM });
    await eventually(() => ana.texts()).toContain('ana: two');
  });
});

describe('what the service says', () => {
  it('a changed introduction comes as a tip with its author; others may not write it', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    expect(await ana.call('updateGroupProfile', { groupID: ROOM, introduction: 'forged' })).toEqual({ code: 10007 });
    const introduction = '{"v":1,"phase":"live","stage":"10086","run":3,"at":1790000000}';
    expect(await owner.call('updateGroupProfile', { groupID: ROOM, introduction })).toHaveProperty('data');
    const changes = async () =>
      (await ana.received('TIMGroupTipElem')).filter(
        ({ payload }) => (payload as { operationType: number }).operationType === 6,
      );
    await eventually(changes).toMatchObject([
      {
        from: '@TIM#SYSTEM',
        to: ROOM,
        payload: {
          operationType: 6,
          operatorID: 'owner',
          newGroupProfile: { introduction },
          groupProfile: { groupID: ROOM },
        },
      },
    ]);
    expect((await changes()).map(({ payload }) => (payload as { newGroupProfile: object }).newGroupProfile)).toEqual([
      { introduction },
    ]);
    expect(await ana.call('getGroupProfile', { groupID: ROOM })).toMatchObject({ data: { group: { introduction } } });
  });

  it('who came and went, and how many are there', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    await ana.call('quitGroup', ROOM);
    const tips = async () =>
      (await owner.received('TIMGroupTipElem')).map(({ payload }) => {
        const { operationType, operatorID, userIDList } = payload as Record<string, unknown>;
        return { operationType, operatorID, userIDList };
      });
    await eventually(tips).toEqual([
      { operationType: 1, operatorID: 'owner', userIDList: ['owner'] },
      { operationType: 1, operatorID: 'ana', userIDList: ['ana'] },
      { operationType: 2, operatorID: 'ana', userIDList: ['ana'] },
    ]);
    expect(await owner.call('getGroupOnlineMemberCount', ROOM)).toEqual({ data: { memberCount: 1 } });
  });

  it('attributes by a member reach the others', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    await Promise.all([owner, ana].map((person) => person.call('getGroupAttributes', { groupID: ROOM, keyList: [] })));
    const groupAttributes = { mood: 'good' };
    expect(await ana.call('setGroupAttributes', { groupID: ROOM, groupAttributes })).toEqual({
      data: { groupAttributes },
    });
    const update = { groupID: ROOM, groupAttributes, updatedKeyList: ['mood'], deletedKeyList: [] };
    await owner.learns('GROUP_ATTRIBUTES_UPDATED', update);
    expect(await ana.heard('GROUP_ATTRIBUTES_UPDATED')).toEqual([update]);
    const latecomer = await enter('ben');
    await latecomer.call('joinGroup', { groupID: ROOM });
    expect(await latecomer.call('getGroupAttributes', { groupID: ROOM, keyList: [] })).toEqual({
      data: { groupAttributes },
    });
  });

  it('counters', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    expect(await ana.call('increaseGroupCounter', { groupID: ROOM, key: 'likes', value: 2 })).toEqual({
      data: { counters: { likes: 2 } },
    });
    await owner.learns('GROUP_COUNTER_UPDATED', { groupID: ROOM, key: 'likes', value: 2 });
  });

  it('the list of who is there', async () => {
    const [owner] = (await room('ana')) as [Person];
    const answer = await owner.call('getGroupMemberList', { groupID: ROOM });
    const { memberList } = (answer as { data: { memberList: { userID: string }[] } }).data;
    expect(memberList.map(({ userID }) => userID).sort()).toEqual(['ana', 'owner']);
  });
});

describe('moderation', () => {
  it('a muted member is refused; others are not', async () => {
    const [owner, ana, ben] = (await room('ana', 'ben')) as [Person, Person, Person];
    const mute = { groupID: ROOM, userID: 'ana', muteTime: 600 };
    expect(await owner.call('setGroupMemberMuteTime', mute)).toHaveProperty('data');
    expect(await ana.says(ROOM, 'hm')).toEqual({ code: 10017 });
    expect(await ben.says(ROOM, 'hello')).toHaveProperty('data');
    await owner.call('setGroupMemberMuteTime', { ...mute, muteTime: 0 });
    expect(await ana.says(ROOM, 'thanks')).toHaveProperty('data');
    await owner.hears('ben: hello', 'ana: thanks');
  });

  it('everybody muted: only the owner speaks', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    await owner.call('updateGroupProfile', { groupID: ROOM, muteAllMembers: true });
    expect(await ana.says(ROOM, 'hm')).toEqual({ code: 10017 });
    await owner.says(ROOM, 'quiet');
    await ana.hears('owner: quiet');
    const { data } = (await ana.call('getGroupProfile', { groupID: ROOM })) as { data: { group: object } };
    expect(data.group).toMatchObject({ muteAllMembers: true });
  });

  it('a banned member is told and cannot come back', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    const ban = { groupID: ROOM, userIDList: ['ana'], duration: 600, reason: 'spam' };
    expect(await owner.call('deleteGroupMember', ban)).toHaveProperty('data');
    const notices = async () => (await ana.received('TIMGroupSystemNoticeElem')).map(({ payload }) => payload);
    await eventually(notices).toMatchObject([
      { operationType: 21, operatorID: 'owner', groupProfile: { groupID: ROOM } },
    ]);
    expect(await ana.says(ROOM, 'why?')).toEqual({ code: 2101 });
    expect(await ana.call('joinGroup', { groupID: ROOM })).toEqual({ code: 10070 });
  });

  it('dismissal reaches the members, and one who polls only later', async () => {
    const [owner, ana, ben] = (await room('ana', 'ben')) as [Person, Person, Person];
    emulator.faults.add({ on: 'request', do: 'delay', ms: 700, command: 'get_msg', user: 'ben', times: 2 });
    await owner.says(ROOM, 'goodbye');
    expect(await owner.call('dismissGroup', ROOM)).toEqual({ data: { groupID: ROOM } });
    for (const person of [ana, ben]) {
      const notices = async () => (await person.received('TIMGroupSystemNoticeElem')).map(({ payload }) => payload);
      await eventually(notices).toMatchObject([
        { operationType: 5, operatorID: 'owner', groupProfile: { groupID: ROOM } },
      ]);
    }
    expect(await ana.call('quitGroup', ROOM)).toEqual({ code: 2623 });
    expect(await ana.call('joinGroup', { groupID: ROOM })).toEqual({ code: 10010 });
  });
});

describe('sessions', () => {
  it('a second login kicks the first', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    const again = await enter('ana');
    await ana.learns('KICKED_OUT', { type: 'multipleAccount' });
    await again.call('joinGroup', { groupID: ROOM });
    await owner.says(ROOM, 'hello');
    await again.hears('owner: hello');
    expect(await ana.texts()).toEqual([]);
  });

  it.each([
    ['multipleDevice', 'multipleDevice'],
    ['restApi', 'REST_API_Kick'],
  ] as const)('kicked by a fault: %s', async (reason, type) => {
    const ana = await enter('ana');
    expect(emulator.faults.perform({ action: 'kick', user: 'ana', reason })).toBe(1);
    await ana.learns('KICKED_OUT', { type });
  });

  it.each([
    ['by a fault', () => void emulator.faults.perform({ action: 'expire-signature', user: 'ana' })],
    ['by the clock', () => void (ahead = 120_000)],
  ])('a signature expires in mid-session, %s: kicked out, logged in afresh, joined again', async (_, expire) => {
    const [owner] = (await room()) as [Person];
    const ana = await enter('ana', 60);
    await ana.call('joinGroup', { groupID: ROOM });
    expire();
    await owner.says(ROOM, 'anybody there?');
    await ana.learns('KICKED_OUT', { type: 'userSigExpired' });
    await eventually(() => ana.count('SDK_NOT_READY')).toBeGreaterThan(0);
    await ana.login();
    expect(await ana.call('joinGroup', { groupID: ROOM })).toHaveProperty('data.status', 'JoinedSuccess');
    await owner.says(ROOM, 'welcome back');
    await eventually(async () => (await ana.texts()).at(-1)).toBe('owner: welcome back');
    expect(await ana.says(ROOM, 'thanks')).toHaveProperty('data');
    await owner.hears('ana: thanks');
  });

  it('the socket is killed: what is said meanwhile is sent once, what was missed is found', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    expect(emulator.faults.perform({ action: 'kill-socket', user: 'ana' })).toBe(1);
    const said = ana.says(ROOM, 'can you hear me?');
    await owner.says(ROOM, 'where is she?');
    expect(await said).toHaveProperty('data.message.status', 'success');
    await owner.hears('ana: can you hear me?');
    await owner.says(ROOM, 'yes');
    await ana.hears('owner: where is she?', 'owner: yes');
    // Before that maybe `connecting` only: with a request waiting, the SDK never says `disconnected`.
    await ana.learns('NET_STATE_CHANGE', { state: 'connected' });
  });

  it('an outage of seconds: a page that asks for nothing is back by itself, after the SDK’s sixteen', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    const tried = ana.hosts.length;
    expect(emulator.faults.perform({ action: 'cut-off', user: 'ana' })).toBe(1);
    // It tries once within a second, in vain; the next time is far away, unless a call of the page makes it try.
    await eventually(async () => ana.hosts.length).toBeGreaterThan(tried);
    await eventually(() => ana.heard('NET_STATE_CHANGE')).toContainEqual({ state: 'disconnected' });
    await owner.says(ROOM, 'gone?');
    emulator.faults.perform({ action: 'mend', user: 'ana' });
    await owner.says(ROOM, 'hello again');
    await eventually(() => ana.texts(), 50_000).toEqual(['owner: gone?', 'owner: hello again']);
    expect(await ana.says(ROOM, 'back')).toHaveProperty('data.message.status', 'success');
    await owner.hears('ana: back');
  });

  it('an answer that is lost with its socket: the message is sent again and is there once', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    emulator.faults.add({ on: 'response', do: 'kill', command: 'send_group_msg', user: 'ana' });
    expect(await ana.says(ROOM, 'once')).toHaveProperty('data.message.status', 'success');
    await owner.says(ROOM, 'heard');
    await ana.hears('owner: heard');
    await owner.hears('ana: once');
  });

  it('a frozen socket is given up, and another one taken', async () => {
    const [owner, ana] = (await room('ana')) as [Person, Person];
    emulator.faults.perform({ action: 'freeze', user: 'ana' });
    await owner.says(ROOM, 'hello');
    await eventually(() => ana.texts(), 50_000).toEqual(['owner: hello']);
  });
});

it('a page’s own faults, over HTTP', async () => {
  const [owner, ana] = (await room('ana')) as [Person, Person];
  const order = { action: { action: 'dismiss', group: ROOM } };
  const answer = await owner.page.evaluate(
    async ([url, body]) =>
      (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<unknown>,
    [`http://127.0.0.1:${emulator.port}/__faults`, order] as const,
  );
  expect(answer).toEqual({ affected: 1 });
  await eventually(() => ana.count('MESSAGE_RECEIVED')).toBeGreaterThan(0);
});

it('compressed answers are read', async () => {
  await emulator.close();
  await begin({ compress: true });
  const [owner, ana] = (await room('ana')) as [Person, Person];
  await owner.says(ROOM, 'squeezed '.repeat(200));
  await ana.hears(`owner: ${'squeezed '.repeat(200)}`);
});
