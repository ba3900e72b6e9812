// A client that speaks the chat wire by hand: for rules that the SDK hides behind checks of its own.
import { WebSocket } from 'ws';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/index.js';
import { VirtualClock } from '../../support/virtual-clock.js';
import { signer } from './sign.js';

export type Body = Record<string, unknown>;

interface Frame {
  readonly head: { readonly servcmd: string; readonly seq: number };
  readonly body: Body;
}

const GROUP = 'group_open_http_svc.';
const DAY = 86_400;

export class Client {
  readonly user: string;
  /** Everything that came, oldest first. */
  readonly frames: Frame[] = [];
  /** What was pushed, oldest first. */
  readonly pushes: Frame[] = [];
  a2 = '';
  #socket: WebSocket;
  readonly #world: World;
  readonly #waiting = new Map<number, (body: Body) => void>();
  #seq = 0;
  #place = 1;
  #key = '';

  private constructor(world: World, user: string, socket: WebSocket) {
    this.#world = world;
    this.user = user;
    this.#socket = this.#listenTo(socket);
  }

  static async connect(world: World, user: string): Promise<Client> {
    return new Client(world, user, await openSocket(world));
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** The answer's body. Without a dot, `command` is one of the group service's. */
  request(command: string, body: Body = {}, head: Body = {}): Promise<Body> {
    return new Promise((resolve) => {
      this.#waiting.set(this.send(command, body, head), resolve);
    });
  }

  /** Sends and does not wait; returns the frame's number. */
  send(command: string, body: Body = {}, head: Body = {}): number {
    const seq = ++this.#seq;
    const servcmd = command.includes('.') ? command : GROUP + command;
    const who = this.a2 ? { a2: this.a2 } : { identifier: this.user };
    const frame = { head: { sdkappid: this.#world.emulator.sdkAppId, ...who, servcmd, seq, ...head }, body };
    this.#socket.send(Buffer.from(JSON.stringify(frame)));
    return seq;
  }

  async login(usersig = this.#world.sign(this.user)): Promise<Body> {
    const answer = await this.request('im_open_status.wslogin', {}, { usersig });
    if (answer['ErrorCode'] === 0) this.a2 = String(answer['A2Key']);
    return answer;
  }

  async reconnect(): Promise<void> {
    this.#socket.terminate();
    this.#socket = this.#listenTo(await openSocket(this.#world));
    await this.request('im_open_status.wslogin');
  }

  async join(GroupId: string, fields: Body = {}): Promise<Body> {
    const answer = await this.request('apply_join_group', { GroupId, ...fields });
    if (answer['ErrorCode'] !== 0) return answer;
    this.#key = String(answer['LongPollingKey']);
    this.#place = Number(answer['StartSeq']);
    return answer;
  }

  say(GroupId: string, Text: string, fields: Body = {}): Promise<Body> {
    const MsgBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text } }];
    const ids = { Random: ++this.#world.messages, ClientSeq: 1, MsgClientTime: 1 };
    return this.request('send_group_msg', { GroupId, MsgBody, MsgPriority: 'Normal', ...ids, ...fields });
  }

  /** The next poll's items; waits until there are some, or until the hold time is over. */
  async poll(): Promise<Body[]> {
    const answer = await this.request('group_open_long_polling_http_svc.get_msg', {
      Key: this.#key,
      StartSeq: this.#place,
    });
    if (answer['ErrorCode'] !== 0) throw new Error(String(answer['ErrorCode']));
    this.#place = Number(answer['NextSeq']);
    return answer['RspMsgList'] as Body[];
  }

  /** What a poll brings now, without waiting: empty when there is nothing. */
  async news(): Promise<Body[]> {
    const polled = this.poll();
    // Answered after the poll has arrived, so now it is held.
    await this.request('heartbeat.alive');
    await this.#world.clock.pass(this.#world.holdMs);
    return polled;
  }

  async texts(): Promise<string[]> {
    return (await this.news()).filter(({ Event }) => Event === 3).map(textOf);
  }

  close(): void {
    this.#socket.terminate();
  }

  #listenTo(socket: WebSocket): WebSocket {
    return socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as Frame;
      this.frames.push(frame);
      const resolve = this.#waiting.get(frame.head.seq);
      this.#waiting.delete(frame.head.seq);
      if (resolve) resolve(frame.body);
      else this.pushes.push(frame);
    });
  }
}

/** An emulator with a clock of its own, and its clients. */
export class World {
  readonly clock = new VirtualClock();
  readonly warnings: string[] = [];
  readonly holdMs = 8000;
  messages = 0;
  #emulator: Emulator | undefined;

  static async start(options: EmulatorOptions = {}): Promise<World> {
    const world = new World();
    const warn = (line: string) => world.warnings.push(line);
    const chat = { holdMs: world.holdMs, ...options.chat };
    world.#emulator = await startEmulator({ clock: world.clock, random: seeded(), warn, ...options, chat });
    return world;
  }

  get emulator(): Emulator {
    return this.#emulator!;
  }

  sign(user: string, seconds = DAY): string {
    // The package signs for the real now; the difference is made up in the life.
    const offset = Math.floor(this.clock.now() / 1000) - Math.floor(Date.now() / 1000);
    return signer(this.emulator).genSig(user, seconds + offset);
  }

  async enter(user: string): Promise<Client> {
    const client = await Client.connect(this, user);
    const { ErrorCode } = await client.login();
    if (ErrorCode !== 0) throw new Error(`login: ${String(ErrorCode)}`);
    return client;
  }

  /** A room called `room` with its owner and members in it, who have heard of each other's arrival. */
  async room(...users: string[]): Promise<Client[]> {
    const clients = await Promise.all(['owner', ...users].map((user) => this.enter(user)));
    await clients[0]!.request('create_group', { GroupId: 'room', Type: 'AVChatRoom', Name: 'Room' });
    for (const client of clients) await client.join('room');
    for (const client of clients) await client.news();
    return clients;
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}

export function textOf({ MsgBody }: Body): string {
  return (MsgBody as { MsgContent: { Text: string } }[])[0]!.MsgContent.Text;
}

/** Waits until something is so, without asking for how long: the test's own time limit does. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

async function openSocket({ emulator }: World): Promise<WebSocket> {
  const socket = new WebSocket(`${emulator.chatUrl}/binfo?test`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

function seeded(): () => number {
  let state = 1;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
