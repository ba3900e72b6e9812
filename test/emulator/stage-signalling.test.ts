// Signalling spoken by hand: what the SDK would hide behind its own checks and retries.
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/index.js';
import { settle, VirtualClock } from '../support/virtual-clock.js';

interface Frame {
  readonly cmd: number;
  readonly code: number;
  readonly seq?: number;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Signer {
  genSig(user: string, seconds: number): string;
  genPrivateMapKeyWithStringRoomID(user: string, seconds: number, room: string, rights: number): string;
}
const { Api } = createRequire(import.meta.url)('tls-sig-api-v2') as {
  readonly Api: new (sdkAppId: number, secretKey: string) => Signer;
};

const codec = { codec: 'VP8', payload: 96, fmtp: '', rate: 90_000, rtcpfb: [], rtx: 97 };
const ABILITY = {
  ice: { ufrag: 'abcd', password: 'abcdefghijklmnopqrstuvwx' },
  dtls: { hash: 'sha-256', fingerprint: 'AA:BB', setup: 'actpass' },
  audio: { codecs: [{ ...codec, codec: 'opus', payload: 111, rtx: 0 }], extensions: [] },
  video: { codecs: [codec], decoders: [codec], extensions: [] },
};

let clock: VirtualClock;
let emulator: Emulator;
let warnings: string[];
let sockets: WebSocket[];

beforeEach(() => begin());
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await emulator.close();
});

async function begin(options: EmulatorOptions = {}): Promise<void> {
  clock = new VirtualClock(Date.now());
  warnings = [];
  sockets = [];
  emulator = await startEmulator({ clock, warn: (line) => warnings.push(line), ...options });
}

const api = (): Signer => new Api(emulator.sdkAppId, emulator.secretKey);

class Client {
  readonly pushes: Frame[] = [];
  readonly #waiting = new Map<number, (frame: Frame) => void>();
  readonly socket: WebSocket;
  #seq = 0;

  constructor(user: string, { sdkAppId = emulator.sdkAppId, userSig = api().genSig(user, 1000) } = {}) {
    const query = new URLSearchParams({ sdkAppId: String(sdkAppId), userId: user, userSig });
    this.socket = new WebSocket(`${emulator.stageUrl}?${query}`);
    sockets.push(this.socket);
    this.socket
      .on('error', () => undefined)
      .on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as Frame;
        const resolve = this.#waiting.get(frame.seq ?? -1);
        if (resolve) resolve(frame);
        else this.pushes.push(frame);
      });
  }

  send(cmd: string, data: object = {}): number {
    this.socket.send(JSON.stringify({ cmd, data, seq: ++this.#seq }));
    return this.#seq;
  }

  ask(cmd: string, data: object = {}): Promise<Frame> {
    return new Promise((resolve) => this.#waiting.set(this.send(cmd, data), resolve));
  }

  join(fields: object = {}): Promise<Frame> {
    return this.ask('join/v2', { roomId: 'stage', useStringRoomId: true, trtcRole: 20, ability: ABILITY, ...fields });
  }

  async of(cmd: number): Promise<Frame['data'][]> {
    await this.ask('update_network_time');
    return this.pushes.filter((frame) => frame.cmd === cmd).map(({ data }) => data);
  }
}

async function connect(...args: ConstructorParameters<typeof Client>): Promise<Client> {
  const client = new Client(...args);
  await until(() => client.pushes.length > 0);
  return client;
}

async function enter(user: string, fields: object = {}): Promise<Client> {
  const client = await connect(user);
  expect(await client.join(fields)).toMatchObject({ cmd: 20, code: 0 });
  return client;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await settle();
}

describe('the first word', () => {
  it.each([
    ['good', {}, 0],
    ['another application', { sdkAppId: 1 }, -8],
    ['nonsense', { userSig: 'x' }, 70003],
  ] as const)('%s', async (_, given, code) => {
    expect((await connect('ana', given)).pushes).toMatchObject([{ cmd: 19, code }]);
  });

  it('a signature that a fault declares expired is good for nothing new', async () => {
    const userSig = api().genSig('ana', 1000);
    const ana = await connect('ana', { userSig });
    emulator.faults.perform({ action: 'expire-signature', user: 'ana' });
    expect(await ana.join()).toMatchObject({ code: 0 });
    expect((await connect('ana', { userSig })).pushes).toMatchObject([{ cmd: 19, code: 70001 }]);
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

  it('faults: error, drop, duplicate, cut off', async () => {
    const ana = await connect('ana');
    const { faults } = emulator;
    faults.add({ part: 'stage', on: 'request', do: 'error', code: -100013, command: 'join/v2' });
    expect(await ana.join()).toMatchObject({ cmd: 20, code: -100013 });
    faults.add({ part: 'stage', on: 'response', do: 'duplicate', command: 'join/v2' });
    expect(await ana.join()).toMatchObject({ code: 0 });
    faults.add({ part: 'stage', on: 'push', do: 'drop', command: 'removed' });
    expect(faults.perform({ part: 'stage', action: 'kick', user: 'ana' })).toBe(1);
    expect(await ana.of(9)).toEqual([]);
    expect(faults.perform({ part: 'stage', action: 'cut-off', user: 'ana' })).toBe(1);
    const refused = new Client('ana');
    await new Promise((resolve) => refused.socket.once('close', resolve));
    expect(faults.perform({ part: 'stage', action: 'mend' })).toBe(1);
    await connect('ana');
  });
});

describe('privateMapKeys', () => {
  const keyOf = (user: string, rights: number) => api().genPrivateMapKeyWithStringRoomID(user, 1000, 'stage', rights);

  it.each([
    { name: 'none', user: '', rights: 0, code: -100006 },
    { name: 'somebody else’s', user: 'ben', rights: 255, code: -100006 },
    { name: 'may not join', user: 'ana', rights: 1, code: -100006 },
    { name: 'may not create', user: 'ana', rights: 42, code: -102010 },
    { name: 'may do everything', user: 'ana', rights: 255, code: 0 },
  ])('$name', async ({ user, rights, code }) => {
    await emulator.close();
    await begin({ stage: { privateMapKey: true } });
    const privateMapKey = user && keyOf(user, rights);
    expect(await (await connect('ana')).join({ privateMapKey })).toMatchObject({ cmd: 20, code });
  });
});

it('scheduling leads back to where it was asked; telemetry is swallowed', async () => {
  const base = `http://127.0.0.1:${emulator.port}`;
  const answer = await fetch(`${base}/api/v1/config`, { method: 'POST', body: new FormData() });
  expect(await answer.json()).toMatchObject({ code: 0, data: { domains: [`127.0.0.1:${emulator.port}`] } });
  expect((await fetch(emulator.loggerUrl, { method: 'POST', body: '{}' })).status).toBe(200);
});
