// The Node side of the emulators that browser tests start (see emulator-world.ts, which is what a test imports).
import { startEmulator, type Emulator, type Fault, type FaultAction, type Impairment } from '../../emulator/index.js';
import type { EmulatorOptions } from '../../emulator/index.js';
import { signer } from '../emulator/support/sign.js';

/** Options that can travel from a page to Node. */
export type PlainOptions = Omit<EmulatorOptions, 'clock' | 'random' | 'tls' | 'trace' | 'warn' | 'host' | 'port'>;

/** Whom to sign for. */
export interface Signing {
  readonly user: string;
  readonly sdkAppId: number;
  /** How long the signature is good; negative: it has run out. */
  readonly seconds: number;
  /** Another secret key than the emulator's: the signature will be refused. */
  readonly secretKey?: string;
}

/** A privateMapKey's room and rights: a string names a string room; the bits are those of emulator/stage/rights. */
export interface StageRights {
  readonly stage: number | string;
  readonly rights: number;
}

/** What a page needs to reach its emulator. */
export interface Addresses {
  readonly id: number;
  readonly sdkAppId: number;
  readonly chatUrl: string;
  readonly stageUrl: string;
  readonly loggerUrl: string;
}

/** What a page may ask for, and what it gets. Everything is plain data. */
export interface EmulatorOrders {
  start(options: PlainOptions): Promise<Addresses>;
  sign(id: number, signing: Signing): string;
  signStage(id: number, signing: Signing, rights: StageRights): string;
  /** Plants a rule; returns its number. */
  plant(id: number, fault: Fault): number;
  /** How often a planted rule has struck. */
  strikes(id: number, planted: number): number;
  /** Removes all rules. */
  clear(id: number): void;
  perform(id: number, action: FaultAction): number;
  /** Spoils media from now on; returns a number for `unspoil`. */
  spoil(id: number, impairment: Impairment): number;
  unspoil(id: number, spoilt: number): void;
  banFromStage(id: number, user: string): number;
  disbandStage(id: number, stage: number | string): boolean;
  /** How many chat sockets and how many stage sockets are open. */
  connections(id: number): { readonly chat: number; readonly stage: number };
  /** Who is in a chat room, and what the room says of itself; undefined when there is none. */
  group(id: number, room: string): { readonly members: readonly string[]; readonly introduction: string } | undefined;
  /** Ends the emulator; returns the commands it did not know. */
  close(id: number): Promise<readonly string[]>;
}

interface Running {
  readonly emulator: Emulator;
  readonly planted: Map<number, { readonly strikes: number }>;
  readonly spoilt: Map<number, () => void>;
}

/** Carries out what pages ask for, on emulators that it keeps by number. */
export function createEmulatorHost(): EmulatorOrders {
  const running = new Map<number, Running>();
  let last = 0;
  const get = (id: number): Running => {
    const found = running.get(id);
    if (!found) throw new Error(`The emulator ${id} is not running (any more).`);
    return found;
  };
  const signs = (id: number, { sdkAppId, secretKey }: Signing) =>
    signer({ sdkAppId, secretKey: secretKey ?? get(id).emulator.secretKey });
  return {
    async start(options) {
      const emulator = await startEmulator({ aliases: 1_000_000, ...options });
      const id = ++last;
      running.set(id, { emulator, planted: new Map(), spoilt: new Map() });
      const { sdkAppId, chatUrl, stageUrl, loggerUrl } = emulator;
      return { id, sdkAppId, chatUrl, stageUrl, loggerUrl };
    },
    sign: (id, signing) => signs(id, signing).genSig(signing.user, signing.seconds),
    signStage(id, signing, { stage, rights }) {
      const { user, seconds } = signing;
      return typeof stage === 'number'
        ? signs(id, signing).genPrivateMapKey(user, seconds, stage, rights)
        : signs(id, signing).genPrivateMapKeyWithStringRoomID(user, seconds, stage, rights);
    },
    plant(id, fault) {
      const planted = get(id).emulator.faults.add(fault);
      get(id).planted.set(planted.id, planted);
      return planted.id;
    },
    strikes: (id, planted) => get(id).planted.get(planted)?.strikes ?? 0,
    clear: (id) => get(id).emulator.faults.clear(),
    perform: (id, action) => get(id).emulator.faults.perform(action),
    spoil(id, impairment) {
      const { emulator, spoilt } = get(id);
      const number = ++last;
      spoilt.set(number, emulator.stage.impair(impairment));
      return number;
    },
    unspoil: (id, spoilt) => get(id).spoilt.get(spoilt)?.(),
    banFromStage: (id, user) => get(id).emulator.stage.ban(user),
    disbandStage: (id, stage) => get(id).emulator.stage.disband(stage),
    connections(id) {
      const { chat, stage } = get(id).emulator;
      return { chat: chat.connections, stage: stage.connections };
    },
    group(id, room) {
      const group = get(id).emulator.chat.group(room);
      return group && { members: [...group.members.keys()], introduction: group.profile.introduction };
    },
    async close(id) {
      const { emulator } = get(id);
      running.delete(id);
      await emulator.close();
      return emulator.unknownCommands;
    },
  };
}
