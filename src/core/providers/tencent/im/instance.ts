// One instance of the SDK: made, listened to, asked, kept connected, and freed for good. Knows nothing of ports and rooms.
import { RoomError } from '../../../errors/room-error.js';
import type { Clock, Random } from '../../../support/clock.js';
import type { ChatOperation } from './error-table.js';
import { chatError } from './errors.js';
import { Nudge } from './nudge.js';
import type { Chat, ChatSdk, KickedOutType, NetState, SdkEvents, SdkListener, SdkMessage } from './sdk.js';

const NO_LOG = 4;

/** What an instance hears. */
export interface InstanceListener {
  messages(messages: readonly SdkMessage[]): void;
  kickedOut(type: KickedOutType): void;
  /** The connection of somebody who is logged in was lost, or is back. */
  link(link: 'connecting' | 'online'): void;
}

export interface InstanceOptions {
  readonly appId: number;
  readonly proxy: string | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** A group to ask about when there is nothing else to ask. */
  readonly anyRoom: string;
}

export class Instance {
  readonly #chat: Chat;
  readonly #event: ChatSdk['EVENT'];
  readonly #listener: InstanceListener;
  readonly #nudge: Nudge;
  readonly #stopListening: (() => void)[] = [];
  /** Never resolves; rejects when this instance is freed, or its connection fails while it logs in. */
  readonly #over: Promise<never>;
  #end: (error: RoomError) => void = () => undefined;
  #becomeReady: (() => void) | undefined;
  #loginFails: ((error: RoomError) => void) | undefined;
  #isIn = false;
  #isConnected = true;

  constructor(sdk: ChatSdk, { appId, proxy, clock, random, anyRoom }: InstanceOptions, listener: InstanceListener) {
    this.#listener = listener;
    this.#event = sdk.EVENT;
    this.#over = new Promise((_, reject) => (this.#end = reject));
    // Nobody may be waiting when it ends.
    this.#over.catch(() => undefined);
    this.#chat = sdk.create({ SDKAppID: appId, ...(proxy !== undefined && { proxyServer: proxy }) });
    this.#chat.setLogLevel(NO_LOG);
    this.#nudge = new Nudge(clock, random, () => {
      this.#chat.getGroupProfile({ groupID: anyRoom }).catch(() => undefined);
    });
    this.#on('SDK_READY', () => this.#becomeReady?.());
    this.#on('MESSAGE_RECEIVED', ({ data }) => listener.messages(data));
    this.#on('KICKED_OUT', ({ data }) => {
      // It is told once more for each request that was under way.
      if (!this.#isIn) return;
      this.#loggedOut();
      listener.kickedOut(data.type);
    });
    this.#on('NET_STATE_CHANGE', ({ data }) => this.#netStateChanged(data.state));
  }

  /** Asks the SDK. Rejects with a RoomError: what the SDK says, or `cancelled` when the instance was freed meanwhile. */
  async call<T>(operation: ChatOperation, ask: (chat: Chat) => Promise<T>): Promise<T> {
    try {
      return await Promise.race([ask(this.#chat), this.#over]);
    } catch (error) {
      throw chatError(error, operation);
    }
  }

  /** Logs in and waits until the SDK is ready. A connection that fails meanwhile ends it: the SDK would try again only after 16 s. */
  async login(userID: string, userSig: string): Promise<void> {
    const ready = new Promise<void>((resolve) => (this.#becomeReady = resolve));
    const failed = new Promise<never>((_, reject) => (this.#loginFails = reject));
    failed.catch(() => undefined);
    try {
      await this.call('connect', async (chat) => {
        await Promise.race([chat.login({ userID, userSig }), failed]);
        if (!chat.isReady()) await Promise.race([ready, failed]);
      });
      this.#isIn = true;
      this.#isConnected = true;
    } finally {
      this.#becomeReady = undefined;
      this.#loginFails = undefined;
    }
  }

  async logout(): Promise<void> {
    this.#loggedOut();
    await this.call('leave', (chat) => chat.logout());
  }

  /** Ends it for good: what is being asked rejects, and nothing is heard any more. Resolves when the service has been told. */
  async destroy(): Promise<void> {
    for (const stop of this.#stopListening.splice(0)) stop();
    this.#end(new RoomError('cancelled', 'The connection to the chat was closed.'));
    // Without a connection the SDK waits for one, to say goodbye.
    if (this.#isIn && !this.#isConnected) this.#nudge.restart();
    // It rejects when nobody is logged in, having freed everything.
    await this.#chat.destroy().catch(() => undefined);
    this.#nudge.stop();
  }

  #netStateChanged(state: NetState): void {
    if (state === 'disconnected') this.#loginFails?.(unreachable());
    const isConnected = state === 'connected';
    if (!this.#isIn || isConnected === this.#isConnected) return;
    this.#isConnected = isConnected;
    if (isConnected) this.#nudge.stop();
    else this.#nudge.start();
    this.#listener.link(isConnected ? 'online' : 'connecting');
  }

  #loggedOut(): void {
    this.#isIn = false;
    this.#nudge.stop();
  }

  #on<Name extends keyof SdkEvents>(name: Name, listener: SdkListener<Name>): void {
    const event = this.#event[name];
    const [hear, cut] = severable(listener);
    this.#chat.on(event, hear);
    this.#stopListening.push(() => {
      this.#chat.off(event, hear);
      cut();
    });
  }
}

/**
 * A listener that can let go of what it calls. A destroyed SDK lives on behind a timer of its own, and keeps the arguments of the
 * last `off`: without this, that is the whole page around the room that was left.
 */
function severable<Name extends keyof SdkEvents>(
  listener: SdkListener<Name>,
): readonly [hear: SdkListener<Name>, cut: () => void] {
  let current: SdkListener<Name> | undefined = listener;
  return [(event) => current?.(event), () => (current = undefined)];
}

function unreachable(): RoomError {
  return new RoomError('network', 'The chat service cannot be reached: look at the network and at im-proxy.');
}
