// Signalling spoken by hand: what the SDK would hide behind its own checks and retries.
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator, EmulatorOptions, FaultAction, TracedFrame } from '../../emulator/index.js';
import type { VirtualClock } from '../support/virtual-clock.js';
import { until } from './support/client.js';
import { signer } from './support/sign.js';
import { StageWorld } from './support/stage-client.js';

let world: StageWorld;
let clock: VirtualClock;
let emulator: Emulator;
let warnings: string[];

beforeEach(() => begin());
afterEach(() => world.close());

async function begin(options: EmulatorOptions = {}): Promise<void> {
  world = await StageWorld.start(options);
  ({ clock, emulator, warnings } = world);
}

const connect: StageWorld['connect'] = (...args) => world.connect(...args);
const enter: StageWorld['enter'] = (...args) => world.enter(...args);

/** All that somebody hears who may not use the socket. */
async function refused(card: Parameters<StageWorld['open']>[1]) {
  const client = world.open('ana', card);
  await once(client.socket, 'open');
  // Long enough for a word, had there been one.
  await connect('ben');
  expect(client.frames).toEqual([]);
  client.send('join/v2');
  client.send('join/v2');
  await until(() => client.frames.length > 0);
  return client.frames;
}

describe('the first word', () => {
  it.each([
    ['another application', { sdkAppId: 1 }, -8],
    ['nonsense', { userSig: 'x' }, 70003],
  ] as const)('is a refusal, once something is asked: %s', async (_, given, code) => {
    expect(await refused(given)).toMatchObject([{ cmd: 19, code }]);
  });

  it('is a welcome, unasked', async () => {
    expect((await connect('ana')).pushes).toMatchObject([{ cmd: 19, code: 0 }]);
  });

  it('a signature that a fault declares expired is good for nothing new', async () => {
    const userSig = signer(emulator).genSig('ana', 1000);
    const ana = await connect('ana', { userSig });
    emulator.faults.perform({ action: 'expire-signature', user: 'ana' });
    expect(await ana.join()).toMatchObject({ code: 0 });
    expect(await refused({ userSig })).toMatchObject([{ cmd: 19, code: 70001 }]);
  });
});

describe('a room', () => {
  it('tells of anchors, not of audience', async () => {
    const star = await enter('star');
    const ana = await enter('ana', { trtcRole: 21 });
    const ben = await enter('ben');
    expect(await star.of(4134)).toMatchObject([{ userId: 'ben', role: 20 }]);
    expect(await ana.of(4134)).toHaveLength(1);
    ana.send('leave');
    ben.send('leave');
    await ben.ask('update_network_time');
    expect(await star.of(4135)).toMatchObject([{ userId: 'ben', reason: 0 }]);
  });

  it('tells at once who publishes what, and says nothing of who stops', async () => {
    const star = await enter('star');
    await star.ask('publish/v2', {
      bigVideoSsrc: 1,
      state: { bigVideo: true, audio: true },
      muteState: { audio: true },
    });
    const ana = await connect('ana');
    expect((await ana.join({ trtcRole: 21 })).data).toMatchObject({
      publishers: [{ userId: 'star', flag: 1 + 8 + 64 }],
    });
    expect(await ana.of(23)).toMatchObject([{ userList: [{ userId: 'star', flag: 1 + 8 + 64 }] }]);
    await star.ask('unpublish');
    expect((await ana.of(23)).at(-1)).toEqual({ userList: [] });
  });

  it('an audience cannot publish', async () => {
    const ana = await enter('ana', { trtcRole: 21 });
    expect(await ana.ask('publish/v2', { state: { bigVideo: true } })).toMatchObject({ cmd: 4146, code: -10001 });
  });

  it('keeps whoever lost his socket for a while, and no longer', async () => {
    const star = await enter('star');
    const ana = await enter('ana');
    ana.socket.terminate();
    await until(() => emulator.stage.connections === 1);
    await clock.pass(89_000);
    const back = await connect('ana');
    expect(await back.ask('reconnect', { roomId: 'stage', useStringRoomId: true })).toMatchObject({
      cmd: 514,
      code: 0,
    });
    back.socket.terminate();
    await until(() => emulator.stage.connections === 1);
    star.send('quality_report');
    await star.ask('update_network_time');
    await clock.pass(89_000);
    expect(await star.of(4135)).toEqual([]);
    await clock.pass(1000);
    expect(await star.of(4135)).toMatchObject([{ userId: 'ana', reason: 1 }]);
    const late = await connect('ana');
    expect((await late.ask('reconnect', { roomId: 'stage', useStringRoomId: true })).code).not.toBe(0);
  });

  it('is gone, and leaves no timer, with the last', async () => {
    const ana = await enter('ana');
    ana.send('leave');
    await ana.ask('update_network_time');
    expect([emulator.stage.room('stage'), clock.scheduled]).toEqual([undefined, 0]);
  });
});

describe('requests', () => {
  it('before entering, and unreadable ones, are refused', async () => {
    const ana = await connect('ana');
    expect(await ana.ask('publish/v2')).toMatchObject({ cmd: 4146, code: -10002 });
    expect(await ana.join({ ability: undefined })).toMatchObject({ cmd: 20, code: -1 });
    expect(await ana.join({ roomId: '' })).toMatchObject({ cmd: 20, code: -10012 });
    ana.socket.send('no JSON');
    expect(await ana.ask('start_publish_cdn_stream')).toMatchObject({ cmd: 8196, code: 0 });
  });

  it('unknown ones are named once', async () => {
    const ana = await connect('ana');
    ana.send('new_command');
    ana.send('new_command');
    await ana.ask('update_network_time');
    expect(emulator.unknownCommands).toEqual(['stage: new_command']);
    expect(warnings).toHaveLength(1);
  });
});

describe('faults at once', () => {
  const perform = (action: FaultAction) => emulator.faults.perform(action);

  it('what is not said to be for the stage leaves it alone', async () => {
    await enter('ana');
    expect(perform({ action: 'kick', user: 'ana' })).toBe(0);
    expect(perform({ action: 'ban', user: 'ana', group: 'stage' })).toBe(0);
    expect(perform({ action: 'dismiss', group: 'stage' })).toBe(0);
    expect(emulator.stage.room('stage')?.peers).toHaveLength(1);
  });

  it('ban: removed, and not let in again', async () => {
    const ana = await enter('ana');
    expect(perform({ part: 'stage', action: 'ban', user: 'ana' })).toBe(1);
    expect(await ana.of(9)).toEqual([{ reason: 'banned' }]);
    expect(await (await connect('ana')).join()).toMatchObject({ code: -100006 });
  });

  it('dismiss: everybody is removed', async () => {
    const [ana, ben] = [await enter('ana'), await enter('ben')];
    expect(perform({ part: 'stage', action: 'dismiss', group: 'stage' })).toBe(1);
    for (const client of [ana, ben]) expect(await client.of(9)).toEqual([{ reason: 'room_disband' }]);
    expect(emulator.stage.room('stage')).toBeUndefined();
  });

  it('a crashed publisher: the others are told when his time is over', async () => {
    await world.close();
    await begin({ stage: { removeAfterMs: 1500 } });
    const [star, ana] = [await enter('star'), await enter('ana')];
    star.socket.terminate();
    await until(() => emulator.stage.connections === 1);
    await clock.pass(1499);
    expect(await ana.of(4135)).toEqual([]);
    await clock.pass(1);
    expect(await ana.of(4135)).toMatchObject([{ userId: 'star', reason: 1 }]);
  });
});

describe('privateMapKeys', () => {
  const keyOf = (user: string, rights: number) =>
    signer(emulator).genPrivateMapKeyWithStringRoomID(user, 1000, 'stage', rights);

  it.each([
    { name: 'none', user: '', rights: 0, code: -100006 },
    { name: 'somebody else’s', user: 'ben', rights: 255, code: -100006 },
    { name: 'may not join', user: 'ana', rights: 1, code: -100006 },
    { name: 'may not create', user: 'ana', rights: 42, code: -102010 },
    { name: 'may do everything', user: 'ana', rights: 255, code: 0 },
  ])('$name', async ({ user, rights, code }) => {
    await world.close();
    await begin({ stage: { privateMapKey: true } });
    const privateMapKey = user && keyOf(user, rights);
    expect(await (await connect('ana')).join({ privateMapKey })).toMatchObject({ cmd: 20, code });
  });
});

describe('over HTTP', () => {
  const schedule = async (user: string, given: RequestInit = {}) => {
    const body = new FormData();
    body.append('userId', user);
    return fetch(`http://127.0.0.1:${emulator.port}/api/v1/config`, { method: 'POST', body, ...given });
  };

  it('scheduling leads back to where it was asked, or to where it is told to', async () => {
    const here = `127.0.0.1:${emulator.port}`;
    expect(await (await schedule('ana')).json()).toMatchObject({ code: 0, data: { domains: [here] } });
    await world.close();
    await begin({ stage: { signalHosts: ['main', 'backup'] } });
    expect(await (await schedule('ana')).json()).toMatchObject({ data: { domains: ['main', 'backup'] } });
  });

  it('faults on scheduling: error, drop, kill, for one user; cut off; black hole', async () => {
    const scheduled: TracedFrame[] = [];
    await world.close();
    await begin({ trace: (frame) => scheduled.push(frame) });
    const { faults } = emulator;
    faults.add({ on: 'request', do: 'error', code: -1, info: 'no', command: 'schedule', user: 'ana' });
    expect(await (await schedule('ben')).json()).toMatchObject({ code: 0 });
    expect(await (await schedule('ana')).json()).toEqual({ code: -1, msg: 'no' });
    faults.add({ on: 'request', do: 'kill', command: 'schedule' });
    await expect(schedule('ana')).rejects.toThrow();
    faults.perform({ part: 'stage', action: 'cut-off', user: 'ana' });
    await expect(schedule('ana')).rejects.toThrow();
    const outcome = async (user: string) => {
      const giveUp = new AbortController();
      const before = scheduled.length;
      const asked = schedule(user, { signal: giveUp.signal }).then(
        () => 'answered',
        () => 'given up',
      );
      await until(() => scheduled.length > before);
      // Asked later, answered: so the one before is not only late.
      await schedule('ben');
      giveUp.abort();
      return asked;
    };
    faults.perform({ part: 'stage', action: 'black-hole', user: 'ana' });
    expect(await outcome('ana')).toBe('given up');
    faults.perform({ part: 'stage', action: 'mend' });
    faults.add({ on: 'request', do: 'drop', command: 'schedule', user: 'ana' });
    expect(await outcome('ana')).toBe('given up');
    expect(await outcome('ana')).toBe('answered');
  });

  it('telemetry is swallowed', async () => {
    expect((await fetch(emulator.loggerUrl, { method: 'POST', body: '{}' })).status).toBe(200);
  });
});
