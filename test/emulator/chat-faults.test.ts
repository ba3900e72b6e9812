// The faults: each does what it says, as often as it says, to whom it says.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultAction } from '../../emulator/index.js';
import { type Body, type Client, until, World } from './support/client.js';

let world: World;
let owner: Client;
let ana: Client;
let ben: Client;
beforeEach(async () => {
  world = await World.start();
  [owner, ana, ben] = (await world.room('ana', 'ben')) as [Client, Client, Client];
});
afterEach(() => world.close());

const code = ({ ErrorCode }: Body) => ErrorCode;

describe('on requests', () => {
  it('drop: the service never sees it', async () => {
    const planted = world.emulator.faults.add({ on: 'request', do: 'drop', command: 'send_group_msg' });
    void ana.say('room', 'dropped');
    await ana.say('room', 'kept');
    expect([planted.strikes, await owner.texts()]).toEqual([1, ['kept']]);
  });

  it('duplicate: a message is there once', async () => {
    world.emulator.faults.add({ on: 'request', do: 'duplicate', command: 'send_group_msg' });
    await ana.say('room', 'once');
    expect(await owner.texts()).toEqual(['once']);
  });

  it('kill: the socket is gone, the session is not', async () => {
    world.emulator.faults.add({ on: 'request', do: 'kill', command: 'send_group_msg' });
    void ana.say('room', 'into the void');
    await until(() => !ana.open);
    await ana.reconnect();
    expect(code(await ana.say('room', 'back'))).toBe(0);
  });
});

describe('on responses', () => {
  it('drop: done all the same, and sent again it is not done twice', async () => {
    world.emulator.faults.add({ on: 'response', do: 'drop', command: 'send_group_msg' });
    void ana.say('room', 'once', { Random: 1 });
    await ana.say('room', 'once', { Random: 1 });
    expect(await owner.texts()).toEqual(['once']);
  });
});

describe('on deliveries', () => {
  const ENTER = '{"userAction":2100,"actionParam":"1"}';
  const custom = { MsgBody: [{ MsgType: 'TIMCustomElem', MsgContent: { Data: ENTER } }] };

  it('drop: what contains something', async () => {
    world.emulator.faults.add({ on: 'delivery', do: 'drop', item: 'message', contains: '"userAction":2100' });
    expect(code(await owner.say('room', '', custom))).toBe(0);
    await owner.say('room', 'after');
    expect([await ana.texts(), await ben.texts()]).toEqual([['after'], ['after']]);
  });

  it('drop: to one member', async () => {
    world.emulator.faults.add({ on: 'delivery', do: 'drop', to: 'ana' });
    await owner.say('room', 'hello');
    expect([await ana.texts(), await ben.texts()]).toEqual([[], ['hello']]);
  });

  it('duplicate: same number, so the SDK can tell', async () => {
    world.emulator.faults.add({ on: 'delivery', do: 'duplicate', to: 'ana' });
    await owner.say('room', 'hello');
    const [one, two, ...more] = await ana.news();
    expect([one, more]).toEqual([two, []]);
    expect(await ben.texts()).toEqual(['hello']);
  });

  it('reorder: after what came next', async () => {
    world.emulator.faults.add({ on: 'delivery', do: 'reorder', from: 'owner' });
    await owner.say('room', 'first');
    await ben.say('room', 'second');
    expect(await ana.texts()).toEqual(['second', 'first']);
  });

  it('delay', async () => {
    world.emulator.faults.add({ on: 'delivery', do: 'delay', ms: 30_000 });
    await owner.say('room', 'late');
    expect(await ana.texts()).toEqual([]);
    await world.clock.pass(30_000);
    expect(await ana.texts()).toEqual(['late']);
  });

  it('withheld tips come again when the rule is gone', async () => {
    const planted = world.emulator.faults.withholdTips('room');
    await owner.request('modify_group_base_info', { GroupId: 'room', Introduction: 'a' });
    await ben.request('quit_group', { GroupId: 'room' });
    planted.remove();
    await owner.request('modify_group_base_info', { GroupId: 'room', Introduction: 'b' });
    expect(await ana.news()).toMatchObject([{ MsgBody: { MsgGroupNewInfo: { GroupIntroduction: 'b' } } }]);
    expect(planted.strikes).toBe(2);
  });
});

describe('at once', () => {
  const perform = (action: FaultAction) => world.emulator.faults.perform(action);

  it('kick: with its reason', async () => {
    expect(perform({ action: 'kick', user: 'ana', reason: 'multipleDevice' })).toBe(1);
    expect(await ana.request('im_open_status.wshello')).toMatchObject({ ErrorCode: 1002, KickType: 2 });
    expect(perform({ action: 'kick', user: 'nobody' })).toBe(0);
  });

  it('kick, push withheld: the page learns with its next request', async () => {
    world.emulator.faults.add({ on: 'push', do: 'drop', user: 'ana' });
    perform({ action: 'kick', user: 'ana' });
    expect(await ana.request('im_open_status.wshello')).toMatchObject({ ErrorCode: 1002, KickType: 3 });
    expect(ana.pushes).toEqual([]);
  });

  it('expire-signature: an open poll ends, the next request is refused', async () => {
    const polled = ana.poll();
    await ana.request('heartbeat.alive');
    expect(perform({ action: 'expire-signature', user: 'ana' })).toBe(1);
    expect(await polled).toEqual([]);
    await expect(ana.poll()).rejects.toThrow('70001');
    ana.a2 = '';
    expect(code(await ana.login())).toBe(0);
    expect(code(await ana.join('room'))).toBe(0);
  });

  it('dismiss', async () => {
    expect(perform({ action: 'dismiss', group: 'room' })).toBe(1);
    expect(await ana.news()).toMatchObject([{ Event: 5 }]);
    expect(world.emulator.chat.group('room')).toBeUndefined();
  });

  it('cut-off and mend: the session has outlived it', async () => {
    expect(perform({ action: 'cut-off' })).toBe(3);
    await until(() => !ana.open);
    await expect(ana.reconnect()).rejects.toThrow('503');
    perform({ action: 'mend' });
    await ana.reconnect();
    expect(code(await ana.say('room', 'back'))).toBe(0);
  });

  it('ban: out of the group, told so, and not let in again until it is over', async () => {
    expect(perform({ action: 'ban', user: 'ana', group: 'nowhere' })).toBe(0);
    expect(perform({ action: 'ban', user: 'ana', group: 'room', seconds: 60 })).toBe(1);
    expect(await ana.join('room')).toMatchObject({ ErrorCode: 10070 });
    expect(ana.pushes).toMatchObject([{ body: { EventArray: [{ Event: 5 }] } }]);
    expect(code(await ana.say('room', 'why?'))).toBe(10007);
    await world.clock.pass(60_000);
    expect(code(await ana.join('room'))).toBe(0);
  });

  it('cut-off of one user: the socket opens and is closed on the first frame', async () => {
    perform({ action: 'cut-off', user: 'ana' });
    void ana.reconnect().catch(() => undefined);
    await until(() => ana.open);
    await until(() => !ana.open);
    expect(code(await ben.say('room', 'unharmed'))).toBe(0);
  });

  it('freeze and thaw: nothing passes, then everything does', async () => {
    expect(perform({ action: 'freeze', user: 'ana' })).toBe(1);
    const said = ana.say('room', 'frozen');
    await ben.say('room', 'not frozen');
    expect(await owner.texts()).toEqual(['not frozen']);
    perform({ action: 'thaw', user: 'ana' });
    expect(code(await said)).toBe(0);
    expect(await owner.texts()).toEqual(['frozen']);
  });
});
