// Logging in to the emulated chat service, staying in and being thrown out.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EMULATOR_APP } from '../../emulator/index.js';
import { Client, until, World } from './support/client.js';
import { signer } from './support/sign.js';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.close());

it('answers a login with what the SDK needs', async () => {
  const client = await Client.connect(world, 'ana');
  expect(await client.login()).toEqual({
    ActionStatus: 'OK',
    ErrorCode: 0,
    ErrorInfo: '',
    A2Key: expect.stringMatching(/^a2-1001-/) as string,
    TinyId: expect.stringMatching(/^14411520\d{10}$/) as string,
    InstId: 1001,
    HelloInterval: 120,
    TimeStamp: Math.floor(world.clock.now() / 1000),
    CustomStatus: '',
    PurchaseBits: '00000000000000001000100001000000',
    RichMsgAuthKey: '',
  });
});

it.each([
  ['expired', () => world.sign('ana', -1), {}, 70001],
  ['of another key', () => signer({ ...EMULATOR_APP, secretKey: 'other' }).genSig('ana', 9e8), {}, 70003],
  ['missing', () => '', {}, 70003],
  ['of another user', () => world.sign('ben'), {}, 70013],
  ['for another app', () => world.sign('ana'), { sdkappid: 1 }, 70014],
])('refuses a UserSig that is %s', async (_, sign, head, code) => {
  const client = await Client.connect(world, 'ana');
  const answer = await client.request('im_open_status.wslogin', {}, { usersig: sign(), ...head });
  expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code });
});

it('lets aliases of the application into the same world, each with signatures of its own', async () => {
  await world.close();
  world = await World.start({ aliases: 2 });
  const login = async (user: string, sdkappid: number, signedFor = sdkappid) => {
    const client = await Client.connect(world, user);
    const usersig = signer({ ...EMULATOR_APP, sdkAppId: signedFor }).genSig(user, 9e8);
    return client.request('im_open_status.wslogin', {}, { usersig, sdkappid });
  };
  const { sdkAppId } = EMULATOR_APP;
  expect(await login('ana', sdkAppId)).toMatchObject({ ErrorCode: 0, InstId: 1001 });
  expect(await login('ben', sdkAppId + 2)).toMatchObject({ ErrorCode: 0, InstId: 1002 });
  expect(await login('cem', sdkAppId + 2, sdkAppId + 1)).toMatchObject({ ErrorCode: 70014 });
  expect(await login('cem', sdkAppId + 3)).toMatchObject({ ErrorCode: 70014 });
});

it('refuses everything but logging in to those who have not', async () => {
  const client = await Client.connect(world, 'ana');
  expect(await client.request('create_group', { GroupId: 'room' })).toMatchObject({ ErrorCode: 60008 });
  expect(await client.request('heartbeat.alive')).toMatchObject({ ErrorCode: 0 });
});

it('a UserSig that runs out ends the session, and a fresh one starts another', async () => {
  const client = await Client.connect(world, 'ana');
  await client.login(world.sign('ana', 60));
  await world.clock.pass(61_000);
  expect(await client.request('im_open_status.wshello')).toMatchObject({ ErrorCode: 70001 });
  client.a2 = '';
  expect(await client.login()).toMatchObject({ ErrorCode: 0, InstId: 1002 });
  expect(client.pushes).toEqual([]);
});

it('a second login kicks the first, which may only log out', async () => {
  const first = await world.enter('ana');
  const second = await world.enter('ana');
  await until(() => first.pushes.length > 0);
  expect(first.pushes).toMatchObject([
    {
      head: { servcmd: 'im_open_status.stat_forceoffline' },
      body: { EventArray: [{ Event: 10, C2cNotifyMsgArray: [{ KickoutMsgNotify: { KickType: 1 } }] }] },
    },
  ]);
  expect(await first.request('im_open_status.wshello')).toMatchObject({ ErrorCode: 1002, KickType: 1 });
  expect(await first.request('im_open_status.wslogout', { wslogout_type: 1 })).toMatchObject({ ErrorCode: 0 });
  expect(await second.request('im_open_status.wshello')).toMatchObject({ ErrorCode: 0 });
});

it('as many pages as are allowed stay', async () => {
  const generous = await World.start({ chat: { maxInstances: 2 } });
  const pages = [await generous.enter('ana'), await generous.enter('ana'), await generous.enter('ana')];
  const codes = await Promise.all(pages.map((page) => page.request('im_open_status.wshello')));
  expect(codes.map(({ ErrorCode }) => ErrorCode)).toEqual([1002, 0, 0]);
  await generous.close();
});

it('background fetches end: each answer is a last page', async () => {
  const client = await world.enter('ana');
  expect(await client.request('sns.black_list_get')).toMatchObject({ StartIndex: 0, BlackListItem: [] });
  expect(await client.request('recentcontact.page_get')).toMatchObject({ CompleteFlag: 1, SessionItem: [] });
  expect(await client.request('openim.getmsg')).toMatchObject({ SyncFlag: 2 });
  expect(await client.request('million_group_open_http_svc.get_joined_group_list')).toMatchObject({ TotalCount: 0 });
});

it('names are kept', async () => {
  const client = await world.enter('ana');
  await client.request('profile.portrait_set', { ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'Ana' }] });
  expect(await client.request('profile.portrait_get_all', { UserItem: [{ To_Account: 'ana' }] })).toMatchObject({
    UserProfileItem: [{ To_Account: 'ana', ResultCode: 0, ProfileItem: [{ Value: 'Ana' }, { Value: '' }] }],
  });
});

it('an unknown command succeeds with nothing, and is reported once', async () => {
  const client = await world.enter('ana');
  expect(await client.request('new_svc.new_command')).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
  await client.request('new_svc.new_command');
  expect(world.warnings).toHaveLength(1);
  expect(world.emulator.unknownCommands).toEqual(['chat: new_svc.new_command']);
});

it('survives nonsense', async () => {
  const client = await world.enter('ana');
  expect(await client.request('create_group', { GroupId: 7 })).toMatchObject({ ErrorCode: 10004 });
  expect(await client.request('get_group_self_member_info')).toMatchObject({ ErrorCode: 10004 });
});
