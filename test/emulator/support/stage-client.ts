// A client that speaks the stage's signalling by hand, and the emulator that it speaks to.
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/index.js';
import { VirtualClock } from '../../support/virtual-clock.js';
import { until } from './client.js';
import { signer } from './sign.js';

interface Frame {
  readonly cmd: number;
  readonly code: number;
  readonly seq?: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const codec = { codec: 'VP8', payload: 96, fmtp: '', rate: 90_000, rtcpfb: [], rtx: 97 };
/** What the smallest of browsers could do. */
export const ABILITY = {
  ice: { ufrag: 'abcd', password: 'abcdefghijklmnopqrstuvwx' },
  dtls: { hash: 'sha-256', fingerprint: 'AA:BB', setup: 'actpass' },
  audio: { codecs: [{ ...codec, codec: 'opus', payload: 111, rtx: 0 }], extensions: [] },
  video: { codecs: [codec], decoders: [codec], extensions: [] },
};

export interface Card {
  readonly sdkAppId?: number;
  readonly userSig?: string;
}

export class StageClient {
  readonly socket: WebSocket;
  /** Everything that came, oldest first. */
  readonly frames: Frame[] = [];
  readonly #waiting = new Map<number, (frame: Frame) => void>();
  #seq = 0;

  constructor(world: StageWorld, user: string, card: Card = {}) {
    const { emulator } = world;
    const { sdkAppId = emulator.sdkAppId, userSig = signer(emulator).genSig(user, 1000) } = card;
    const query = new URLSearchParams({ sdkAppId: String(sdkAppId), userId: user, userSig });
    this.socket = new WebSocket(`${emulator.stageUrl}?${query}`);
    world.sockets.push(this.socket);
    this.socket
      .on('error', () => undefined)
      .on('message', (data: Buffer) => {
        const frame = JSON.parse(data.toString()) as Frame;
        this.frames.push(frame);
        this.#waiting.get(frame.seq ?? -1)?.(frame);
      });
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** What came unasked. */
  get pushes(): readonly Frame[] {
    return this.frames.filter(({ seq }) => seq === undefined);
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

  /** The data of all pushes of one kind, once everything that was on its way has come. */
  async of(cmd: number): Promise<Frame['data'][]> {
    await this.ask('update_network_time');
    return this.pushes.filter((frame) => frame.cmd === cmd).map(({ data }) => data);
  }
}

/** An emulator with a clock of its own, and its clients. */
export class StageWorld {
  readonly clock = new VirtualClock(Date.now());
  readonly warnings: string[] = [];
  readonly sockets: WebSocket[] = [];
  #emulator: Emulator | undefined;

  static async start(options: EmulatorOptions = {}): Promise<StageWorld> {
    const world = new StageWorld();
    const warn = (line: string) => world.warnings.push(line);
    world.#emulator = await startEmulator({ clock: world.clock, warn, ...options });
    return world;
  }

  get emulator(): Emulator {
    return this.#emulator!;
  }

  /** Does not wait for anything. */
  open(user: string, card: Card = {}): StageClient {
    return new StageClient(this, user, card);
  }

  async connect(user: string, card: Card = {}): Promise<StageClient> {
    const client = this.open(user, card);
    await until(() => client.pushes.length > 0);
    return client;
  }

  async enter(user: string, fields: object = {}): Promise<StageClient> {
    const client = await this.connect(user);
    expect(await client.join(fields)).toMatchObject({ cmd: 20, code: 0 });
    return client;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    await this.emulator.close();
  }
}
