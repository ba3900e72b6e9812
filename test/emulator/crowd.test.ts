// A crowd that vanishes without a word: nothing of it may stay behind, no session, no seat, no timer, no port.
import { afterEach, expect, it } from 'vitest';
import { until, World, type Client } from './support/client.js';
import { StageWorld, type StageClient } from './support/stage-client.js';

const CROWD = Array.from({ length: 20 }, (_, i) => `viewer-${i}`);
const MINUTE = 60_000;

const worlds: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const udpPorts = () => process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length;

it('chat: twenty viewers talk for a minute, and vanish', async () => {
  const world = await World.start({ chat: { messagesPerSecond: 1000 } });
  worlds.push(world);
  const owner = await world.enter('owner');
  await owner.request('create_group', { GroupId: 'room', Type: 'AVChatRoom', Name: 'Room' });
  await owner.join('room');
  const idle = world.clock.scheduled;
  const crowd: Client[] = await Promise.all(CROWD.map((user) => world.enter(user)));
  for (const client of crowd) await client.join('room');
  for (let passed = 0; passed < MINUTE; passed += world.holdMs) {
    for (const client of crowd) await client.say('room', `${client.user} at ${passed}`);
    const heard = await Promise.all(crowd.map((client) => client.poll()));
    for (const items of heard) expect(items.length).toBeGreaterThanOrEqual(CROWD.length - 1);
  }
  for (const client of crowd) void client.poll().catch(() => undefined);
  await Promise.all(crowd.map((client) => client.request('heartbeat.alive')));
  for (const client of crowd) client.close();
  await until(() => world.emulator.chat.connections === 1);
  await world.clock.pass(world.holdMs);
  expect(world.clock.scheduled).toBe(idle);
  // A page could still come back.
  expect(world.emulator.chat.sessions).toBe(1 + CROWD.length);
  await world.clock.pass(10 * MINUTE);
  await world.enter('late');
  expect(world.emulator.chat.sessions).toBe(2);
  expect([...world.emulator.chat.group('room')!.members.keys()]).toEqual(['owner']);
});

it('stage: twenty viewers stay for a minute, and vanish', async () => {
  const world = await StageWorld.start();
  worlds.push(world);
  const before = udpPorts();
  const star = await world.enter('star');
  await star.ask('publish/v2', { bigVideoSsrc: 1, state: { bigVideo: true } });
  const crowd: StageClient[] = await Promise.all(CROWD.map((user) => world.enter(user, { trtcRole: 21 })));
  for (const client of crowd) {
    const ssrc = { audioSsrc: 11, bigVideoSsrc: 12, bigVideoRtxSsrc: 13, auxVideoSsrc: 14, auxVideoRtxSsrc: 15 };
    expect(await client.ask('subscribe/v3', { srcUserId: 'star', bigVideo: true, ssrc })).toMatchObject({ code: 0 });
  }
  expect(udpPorts()).toBe(before + 1 + CROWD.length);
  for (let passed = 0; passed < MINUTE; passed += 2000) {
    for (const client of [star, ...crowd]) client.send('quality_report');
    await world.clock.pass(2000);
  }
  expect(world.emulator.stage.room('stage')?.peers).toHaveLength(1 + CROWD.length);
  for (const client of crowd) client.socket.terminate();
  await until(() => world.emulator.stage.connections === 1);
  for (let passed = 0; passed < 90_000; passed += 2000) {
    star.send('quality_report');
    await star.ask('update_network_time');
    await world.clock.pass(2000);
  }
  expect(world.emulator.stage.room('stage')?.peers.map(({ user }) => user)).toEqual(['star']);
  star.socket.terminate();
  await until(() => world.emulator.stage.connections === 0);
  await world.clock.pass(90_000);
  expect([world.emulator.stage.room('stage'), world.clock.scheduled]).toEqual([undefined, 0]);
  await until(() => udpPorts() === before);
});
