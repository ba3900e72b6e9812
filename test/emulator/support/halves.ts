// Both halves behind one interface, so that the faults which they share are tested once for both.
import type { Emulator, FaultAction } from '../../../emulator/index.js';
import type { VirtualClock } from '../../support/virtual-clock.js';
import { Client, until, World } from './client.js';
import { StageWorld } from './stage-client.js';

/** Somebody who is logged in, and can ask for something that changes nothing. */
export interface Talker {
  readonly open: boolean;
  /** Asks; returns the request's number. */
  ask(): number;
  /** The numbers and codes of the answers to that, in the order in which they came; and the pushes' names. */
  readonly heard: readonly Heard[];
}

export type Heard = { readonly answer: number; readonly code: number } | { readonly push: string };

export interface Half {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  /** What a talker asks for, as faults call it. */
  readonly command: string;
  /** Another command. */
  readonly otherCommand: string;
  /** What somebody is told who is kicked. */
  readonly kicked: string;
  enter(user: string): Promise<Talker>;
  /** Opens a socket and sends the first request on it, without waiting for an answer; rejects when there is no socket. */
  knock(user: string): Promise<Talker>;
  perform(action: FaultAction): number;
  close(): Promise<void>;
}

const HELLO = 'im_open_status.wshello';

async function startChatHalf(): Promise<Half> {
  const world = await World.start();
  const talker = (client: Client): Talker => ({
    get open() {
      return client.open;
    },
    ask: () => client.send(HELLO),
    get heard() {
      return client.frames.flatMap(({ head: { servcmd, seq }, body }): Heard[] => {
        if (servcmd === HELLO) return [{ answer: seq, code: Number(body['ErrorCode']) }];
        return servcmd.endsWith('stat_forceoffline') ? [{ push: 'stat_forceoffline' }] : [];
      });
    },
  });
  return {
    emulator: world.emulator,
    clock: world.clock,
    command: 'wshello',
    otherCommand: 'wslogout',
    kicked: 'stat_forceoffline',
    enter: async (user) => talker(await world.enter(user)),
    async knock(user) {
      const client = await Client.connect(world, user);
      void client.login();
      return talker(client);
    },
    perform: (action) => world.emulator.faults.perform({ part: 'chat', ...action }),
    close: () => world.close(),
  };
}

const NAMES: Readonly<Record<number, string>> = { 9: 'removed' };

async function startStageHalf(): Promise<Half> {
  const world = await StageWorld.start();
  const talker = (client: Awaited<ReturnType<StageWorld['connect']>>): Talker => ({
    get open() {
      return client.open;
    },
    ask: () => client.send('update_network_time'),
    get heard() {
      return client.frames.flatMap(({ cmd, seq, code }): Heard[] => {
        if (cmd === 5001) return [{ answer: seq ?? -1, code }];
        const push = NAMES[cmd];
        return push === undefined ? [] : [{ push }];
      });
    },
  });
  return {
    emulator: world.emulator,
    clock: world.clock,
    command: 'update_network_time',
    otherCommand: 'leave',
    kicked: 'removed',
    enter: async (user) => talker(await world.enter(user)),
    async knock(user) {
      const client = world.open(user);
      await new Promise((resolve, reject) => client.socket.once('open', resolve).once('error', reject));
      client.send('join/v2');
      return talker(client);
    },
    perform: (action) => world.emulator.faults.perform({ part: 'stage', ...action }),
    close: () => world.close(),
  };
}

export const HALVES: Readonly<Record<'chat' | 'stage', () => Promise<Half>>> = {
  chat: startChatHalf,
  stage: startStageHalf,
};

/** Waits until somebody has heard exactly this. */
export async function hears(talker: Talker, ...expected: readonly Heard[]): Promise<void> {
  await until(() => talker.heard.length >= expected.length);
  if (JSON.stringify(talker.heard) === JSON.stringify(expected)) return;
  throw new Error(`heard ${JSON.stringify(talker.heard)} instead of ${JSON.stringify(expected)}`);
}
