// AVChatRooms on the emulated chat service: who may do what, and what members hear of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Body, type Client, until, World } from './support/client.js';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.close());

const code = ({ ErrorCode }: Body) => ErrorCode;
const create = (client: Client, GroupId: string, fields: Body = {}) =>
  client.request('create_group', { GroupId, Type: 'AVChatRoom', Name: 'Room', ...fields });

describe('making a group', () => {
  it('is for its maker; a taken id says whose it is', async () => {
    const [ana, ben] = [await world.enter('ana'), await world.enter('ben')];
    expect(await create(ana, 'room')).toMatchObject({ ErrorCode: 0, GroupId: 'room', HugeGroupFlag: 1 });
    expect(code(await create(ana, 'room'))).toBe(10025);
    expect(code(await create(ben, 'room'))).toBe(10021);
  });

  it('makes an id up when there is none', async () => {
    const ana = await world.enter('ana');
    expect(await ana.request('create_group', { Type: 'AVChatRoom' })).toMatchObject({
      GroupId: expect.stringMatching(/^@TGS#a/) as string,
    });
  });

  it.each([
    ['@TGS#mine', {}, 10015],
    ['a'.repeat(49), {}, 10015],
    ['räum', {}, 10015],
    ['room', { Name: 'n'.repeat(31) }, 10004],
    ['room', { Introduction: 'ö'.repeat(121) }, 10004],
    ['room', { Notification: 'n'.repeat(301) }, 10004],
    ['room', { Type: 'Public' }, 10004],
    ['a room!'.padEnd(48, '~'), { Introduction: 'ö'.repeat(120) }, 0],
  ])('keeps the rules: %s', async (id, fields, expected) => {
    expect(code(await create(await world.enter('ana'), id, fields))).toBe(expected);
  });
});

describe('the profile', () => {
  it('is read by anybody logged in, before joining', async () => {
    const [owner] = await world.room();
    await owner!.request('modify_group_base_info', { GroupId: 'room', Introduction: '{"v":1}' });
    const stranger = await world.enter('stranger');
    const answer = await stranger.request('get_group_self_member_info', { GroupIdList: ['room', { GroupId: 'none' }] });
    expect(answer['GroupInfo']).toMatchObject([
      {
        GroupId: 'room',
        ErrorCode: 0,
        Type: 'AVChatRoom',
        Name: 'Room',
        Introduction: '{"v":1}',
        Owner_Account: 'owner',
        MemberNum: 1,
        ShutUpAllMember: 'Off',
        MemberList: [],
      },
      { GroupId: 'none', ErrorCode: 10010 },
    ]);
  });

  it('is written by the owner only, within its limits, and members are told by whom', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    expect(code(await ana.request('modify_group_base_info', { GroupId: 'room', Introduction: 'x' }))).toBe(10007);
    const tooLong = { GroupId: 'room', Introduction: 'x'.repeat(241) };
    expect(code(await owner.request('modify_group_base_info', tooLong))).toBe(10004);
    await owner.request('modify_group_base_info', { GroupId: 'room', Introduction: 'x'.repeat(240) });
    expect(await ana.news()).toMatchObject([
      {
        Event: 6,
        ToGroupId: 'room',
        MsgBody: {
          OpType: 6,
          Operator_Account: 'owner',
          MsgGroupNewInfo: { GroupIntroduction: 'x'.repeat(240) },
        },
        GroupInfo: { GroupId: 'room' },
      },
    ]);
  });
});

describe('joining', () => {
  it('a room that is not there', async () => {
    expect(code(await (await world.enter('ana')).join('none'))).toBe(10010);
  });

  it('tells the members, with the online count', async () => {
    const [owner] = (await world.room()) as [Client];
    await (await world.enter('ana')).join('room');
    expect(await owner.news()).toMatchObject([
      {
        Event: 4,
        MsgBody: {
          OpType: 1,
          Operator_Account: 'ana',
          List_Account: ['ana'],
          MemberNum: 2,
          OnlineMemberInfo: { OnlineMemberNum: 2, ExpireTime: 60 },
        },
        GroupInfo: { GroupId: 'room' },
      },
    ]);
  });

  it('again is a success that nobody hears of, or 10013 where that is set', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    expect(await ana.join('room')).toMatchObject({ ErrorCode: 0, JoinedStatus: 'JoinedSuccess' });
    expect(await owner.news()).toEqual([]);
    const strict = await World.start({ chat: { rejoin: 'already-member' } });
    const [, ben] = (await strict.room('ben')) as [Client, Client];
    expect(code(await ben.join('room'))).toBe(10013);
    await strict.close();
  });

  it('a second room leaves the first', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    await create(owner, 'other');
    await ana.join('other');
    expect(await owner.news()).toMatchObject([{ MsgBody: { OpType: 2, Operator_Account: 'ana', MemberNum: 1 } }]);
    expect(code(await ana.say('room', 'hello'))).toBe(10007);
    expect(code(await ana.say('other', 'hello'))).toBe(0);
  });

  it('counts who is there: a page that lost its socket for twenty seconds is not', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    const count = async () =>
      (await owner.request('get_online_member_num', { GroupId: 'room' }))['OnlineMemberNum'] as number;
    expect(await count()).toBe(2);
    ana.close();
    await until(() => world.emulator.chat.connections === 1);
    expect(await count()).toBe(2);
    await world.clock.pass(20_000);
    expect(await count()).toBe(1);
    await ana.reconnect();
    expect(await count()).toBe(2);
  });

  it('lists the newest first', async () => {
    const [owner] = (await world.room('ana')) as [Client];
    await world.clock.pass(1000);
    await (await world.enter('ben')).join('room');
    const answer = await owner.request('group_open_avchatroom_http_svc.get_members', { GroupId: 'room' });
    const members = answer['MemberList'] as Body[];
    expect(members.map((member) => member['Member_Account'])).toEqual(['ben', 'owner', 'ana']);
  });
});

describe('leaving', () => {
  it('a member may, the owner may not', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    expect(code(await owner.request('quit_group', { GroupId: 'room' }))).toBe(10009);
    expect(code(await ana.request('quit_group', { GroupId: 'room' }))).toBe(0);
    expect(code(await ana.request('quit_group', { GroupId: 'room' }))).toBe(10007);
    await expect(ana.poll()).rejects.toThrow('10007');
    expect(await owner.news()).toMatchObject([{ MsgBody: { OpType: 2, List_Account: ['ana'] } }]);
  });

  it('only the owner dismisses; a poll that comes later still sees it, everything else is 10010', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    expect(code(await ana.request('destroy_group', { GroupId: 'room' }))).toBe(10007);
    expect(code(await owner.request('destroy_group', { GroupId: 'room' }))).toBe(0);
    expect(await ana.news()).toMatchObject([
      { Event: 5, ToGroupId: 'room', MsgBody: { ReportType: 5, Operator_Account: 'owner' } },
    ]);
    const answers = [
      await ana.say('room', 'still here'),
      await ana.join('room'),
      await ana.request('quit_group', { GroupId: 'room' }),
      await owner.request('destroy_group', { GroupId: 'room' }),
    ];
    expect(answers.map(code)).toEqual([10010, 10010, 10010, 10010]);
    expect(code(await create(ana, 'room'))).toBe(0);
  });
});

describe('moderation', () => {
  it('a muted member may not speak until the time is over', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    const mute = { GroupId: 'room', Member_Account: 'ana', ShutUpTime: 60 };
    expect(code(await ana.request('modify_group_member_info', mute))).toBe(10007);
    await owner.request('modify_group_member_info', mute);
    expect(code(await ana.say('room', 'hm'))).toBe(10017);
    await ana.join('room');
    expect(code(await ana.say('room', 'after joining again'))).toBe(10017);
    await world.clock.pass(60_000);
    expect(code(await ana.say('room', 'now'))).toBe(0);
    expect(await ana.news()).toEqual([]);
  });

  it('while everybody is muted, only the owner speaks, and no tips come', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    await owner.request('modify_group_base_info', { GroupId: 'room', ShutUpAllMember: 'On' });
    await (await world.enter('ben')).join('room');
    await owner.request('modify_group_base_info', { GroupId: 'room', Introduction: 'unseen' });
    expect(code(await ana.say('room', 'hm'))).toBe(10017);
    await owner.say('room', 'quiet, please');
    expect(await ana.news()).toMatchObject([{ Event: 3, From_Account: 'owner' }]);
    await owner.request('modify_group_base_info', { GroupId: 'room', ShutUpAllMember: 'Off' });
    expect(await ana.news()).toMatchObject([{ Event: 6, MsgBody: { MsgGroupNewInfo: { ShutupAll: 0 } } }]);
  });

  it('a banned member is told, is out, and stays out for that time', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    const ban = { GroupId: 'room', Members_Account: ['ana'], Duration: 60, Description: 'spam' };
    expect(code(await ana.request('ban_group_member', ban))).toBe(10007);
    await owner.request('ban_group_member', ban);
    expect(code(await ana.say('room', 'why?'))).toBe(10007);
    expect(ana.pushes).toMatchObject([
      {
        head: { servcmd: 'im_open_push.msg_push' },
        body: { EventArray: [{ Event: 5, GroupTips: [{ ToGroupId: 'room', MsgBody: { ReportType: 21 } }] }] },
      },
    ]);
    expect(await owner.news()).toMatchObject([{ Event: 4, MsgBody: { OpType: 10, List_Account: ['ana'] } }]);
    expect(code(await ana.join('room'))).toBe(10070);
    await world.clock.pass(60_000);
    expect(code(await ana.join('room'))).toBe(0);
  });
});

describe('attributes', () => {
  const attributes = (seq: number, ...entries: [string, string][]) => ({
    GroupId: 'room',
    AttrMainSeq: seq,
    GroupAttr: entries.map(([key, value]) => ({ key, value })),
  });
  const read = (client: Client) => client.request('group_open_attr_http_svc.get_group_attr', { GroupId: 'room' });

  it('any member writes, the others hear, all read', async () => {
    const [owner, ana] = (await world.room('ana')) as [Client, Client];
    expect(await ana.request('modify_group_attr', attributes(0, ['mood', 'good']))).toMatchObject({
      AttrMainSeq: 1,
      GroupAttrAry: [{ key: 'mood', seq: 1 }],
    });
    expect(await ana.news()).toEqual([]);
    expect(await owner.news()).toMatchObject([
      {
        Event: 6,
        MsgBody: {
          MsgGroupNewInfo: {
            GroupAttrOption: {
              GroupAttrSeq: 1,
              PushChangedAttrValFlag: 1,
              OperationType: 2,
              GroupAttrInfo: [{ Key: 'mood', Val: 'good', SubKeySeq: 1 }],
            },
          },
        },
      },
    ]);
    await owner.request('set_group_attr', attributes(1, ['a', '1'], ['b', '2']));
    await owner.request('delete_group_attr', attributes(2, ['a', '']));
    expect(await read(ana)).toMatchObject({ AttrMainSeq: 3, GroupAttrAry: [{ key: 'b', value: '2', seq: 1 }] });
    await ana.request('clear_group_attr', attributes(3));
    expect(await read(ana)).toMatchObject({ AttrMainSeq: 4, GroupAttrAry: [] });
  });

  it('a write on top of an old state is a conflict; outsiders do not write', async () => {
    const [owner] = (await world.room()) as [Client];
    await owner.request('modify_group_attr', attributes(0, ['a', '1']));
    expect(code(await owner.request('modify_group_attr', attributes(0, ['a', '2'])))).toBe(10056);
    expect(code(await (await world.enter('ben')).request('modify_group_attr', attributes(1, ['a', '2'])))).toBe(10007);
  });

  it('limits', async () => {
    const [owner] = (await world.room()) as [Client];
    const many = Array.from({ length: 17 }, (_, i): [string, string] => [`k${i}`, '']);
    expect(code(await owner.request('modify_group_attr', attributes(0, ...many)))).toBe(10004);
    expect(code(await owner.request('modify_group_attr', attributes(0, ['k'.repeat(33), ''])))).toBe(10004);
    expect(code(await owner.request('modify_group_attr', attributes(0, ['k', 'v'.repeat(4097)])))).toBe(10004);
    await world.clock.pass(1000);
    const codes = [];
    for (let seq = 0; seq < 6; seq++)
      codes.push(code(await owner.request('modify_group_attr', attributes(seq, ['k', 'v']))));
    expect(codes).toEqual([0, 0, 0, 0, 0, 10049]);
  });
});

it('counters', async () => {
  const [owner, ana] = (await world.room('ana')) as [Client, Client];
  const change = (client: Client, Mode: string, Value: number) =>
    client.request('update_group_counter', { GroupId: 'room', Mode, GroupCounter: [{ Key: 'likes', Value }] });
  await change(owner, 'Set', 5);
  await change(ana, 'Increase', 3);
  expect(await change(ana, 'Decrease', 1)).toMatchObject({ GroupCounter: [{ Key: 'likes', Value: 7 }] });
  expect(await ana.request('get_group_counter', { GroupId: 'room' })).toMatchObject({
    GroupCounterSeq: 3,
    GroupCounter: [{ Key: 'likes', Value: 7 }],
  });
  const values = (await owner.news()).map(({ MsgBody }) => (MsgBody as Body)['GroupCounterInfo']);
  expect(values).toMatchObject([5, 8, 7].map((Value) => [{ GroupCounter: [{ Key: 'likes', Value }] }]));
});
