// Messages through the emulated chat service: who gets them, how many, and which not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf, type Body, type Client, until, World } from './support/client.js';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.close());

const code = ({ ErrorCode }: Body) => ErrorCode;

it('reaches the others whole, and not its sender', async () => {
  const [owner, ana] = (await world.room('ana')) as [Client, Client];
  const MsgBody = [
    { MsgType: 'TIMCustomElem', MsgContent: { Data: '{"userAction":2100}', Desc: '', Ext: '{"run":1}' } },
  ];
  const sent = await ana.request('send_group_msg', {
    GroupId: 'room',
    Random: 77,
    ClientSeq: 5,
    MsgClientTime: 9,
    MsgPriority: 'High',
    CloudCustomData: '{"name":"Ana"}',
    MsgBody,
  });
  expect(sent).toEqual({
    ActionStatus: 'OK',
    ErrorCode: 0,
    ErrorInfo: '',
    MsgTime: Math.floor(world.clock.now() / 1000),
    MsgSeq: expect.any(Number) as number,
  });
  expect(await owner.news()).toEqual([
    {
      Event: 3,
      ToGroupId: 'room',
      From_Account: 'ana',
      TinyId: expect.stringMatching(/^\d+$/) as string,
      MsgSeq: sent['MsgSeq'],
      MsgRandom: 77,
      ClientSeq: 5,
      MsgTimeStamp: sent['MsgTime'],
      MsgClientTime: 9,
      MsgPriority: 1,
      MsgBody,
      CloudCustomData: '{"name":"Ana"}',
      IsPlaceMsg: 0,
      IsSystemMsg: 0,
      GroupInfo: {
        GroupId: 'room',
        GroupName: 'Room',
        GroupType: 'AVChatRoom',
        From_Account: 'ana',
        From_AccountNick: '',
        From_AccountHeadurl: '',
      },
    },
  ]);
  expect(await ana.news()).toEqual([]);
});

it('a poll is held until something comes, or the hold time is over', async () => {
  const [owner, ana] = (await world.room('ana')) as [Client, Client];
  const polled = owner.poll();
  await ana.say('room', 'hello');
  expect(await polled).toMatchObject([{ Event: 3, From_Account: 'ana' }]);
  expect(await owner.news()).toEqual([]);
  await expect(World.start({ chat: { holdMs: 15_000 } })).rejects.toThrow(RangeError);
});

it('sent again after a reconnect, it is the same message', async () => {
  const [owner, ana] = (await world.room('ana')) as [Client, Client];
  const first = await ana.say('room', 'once', { Random: 1 });
  await ana.reconnect();
  expect(await ana.say('room', 'once', { Random: 1 })).toEqual(first);
  expect(await owner.texts()).toEqual(['once']);
  await world.clock.pass(5 * 60_000 + 1);
  await ana.say('room', 'once', { Random: 1 });
  expect(await owner.texts()).toEqual(['once']);
});

it('is refused when it is too large, holds a forbidden word, or comes from outside', async () => {
  const [, ana] = (await world.room('ana')) as [Client, Client];
  expect(code(await ana.say('room', 'x'.repeat(12 * 1024)))).toBe(80002);
  expect(code(await ana.say('room', 'x'.repeat(12 * 1024 - 100)))).toBe(0);
  expect(code(await ana.say('room', 'a forbidden-word in it'))).toBe(80001);
  expect(code(await (await world.enter('ben')).say('room', 'let me in'))).toBe(10007);
});

describe('the rate limit', () => {
  const burst = (client: Client, count: number, MsgPriority: string) =>
    Promise.all(Array.from({ length: count }, (_, i) => client.say('room', `${MsgPriority}${i}`, { MsgPriority })));

  it('drops the 41st of a second, although its sender gets success', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    const answers = await burst(ana, 60, 'Normal');
    expect(new Set(answers.map(code))).toEqual(new Set([0]));
    expect(await owner.texts()).toEqual(Array.from({ length: 40 }, (_, i) => `Normal${i}`));
  });

  it('lets a higher priority through; the next second pays for it', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    await world.clock.pass(1000 - (world.clock.now() % 1000));
    await burst(ana, 45, 'Low');
    await burst(ana, 10, 'High');
    await world.clock.pass(1000);
    await burst(ana, 45, 'Normal');
    const texts = await owner.texts();
    const count = (name: string) => texts.filter((text) => text.startsWith(name)).length;
    expect([count('Low'), count('High'), count('Normal')]).toEqual([40, 10, 30]);
  });

  it('is each group’s own', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    await burst(ana, 45, 'Normal');
    await owner.request('create_group', { GroupId: 'other', Type: 'AVChatRoom' });
    const ben = await world.enter('ben');
    await ben.join('other');
    await owner.join('other');
    await ben.say('other', 'hello');
    expect(await owner.texts()).toEqual(['hello']);
  });
});

describe('history', () => {
  const joinAsking = async (w: World, user: string) =>
    (await (await w.enter(user)).join('room', { HugeGroupHistoryMsgFlag: 1 }))['RspMsgList'] as Body[] | undefined;

  it('is none by default', async () => {
    const [, ana] = (await world.room('ana')) as [Client, Client];
    await ana.say('room', 'lost');
    expect(await joinAsking(world, 'ben')).toBeUndefined();
  });

  it('where the plan has it: the last twenty of a day, the joiner’s own among them', async () => {
    const paid = await World.start({ chat: { features: ['history'] } });
    const [owner, ana] = (await paid.room('ana')) as [Client, Client];
    await owner.say('room', 'yesterday');
    await paid.clock.pass(24 * 3_600_000 + 1000);
    for (const client of [owner, ana]) {
      client.a2 = '';
      await client.login();
      await client.join('room');
    }
    await ana.say('room', 'mine');
    expect((await joinAsking(paid, 'ana'))?.map(textOf)).toEqual(['mine']);
    for (let i = 0; i < 25; i++) await owner.say('room', `m${i}`);
    const history = await joinAsking(paid, 'ana');
    expect(history?.map(textOf)).toEqual(Array.from({ length: 20 }, (_, i) => `m${i + 5}`));
    expect(history?.map(({ IsHistoryMsg }) => IsHistoryMsg)).toEqual(Array(20).fill(1));
    await paid.close();
  });
});

describe('what a page misses while it is away', () => {
  const missed = async (missedWhileAway: 'deliver' | 'lose') => {
    const w = await World.start({ chat: { missedWhileAway } });
    const [owner, ana] = (await w.room('ana')) as [Client, Client];
    ana.close();
    await until(() => w.emulator.chat.connections === 1);
    await owner.say('room', 'gone?');
    await owner.request('destroy_group', { GroupId: 'room' });
    await ana.reconnect();
    const events = (await ana.news()).map(({ Event }) => Event);
    await w.close();
    return events;
  };

  it('is found on return', async () => expect(await missed('deliver')).toEqual([3, 5]));
  it('or is lost where that is set, but for the dismissal', async () => expect(await missed('lose')).toEqual([5]));
});
