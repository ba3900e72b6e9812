// Being logged in to one application, for all ports of a page that use it: the SDK allows one instance and one user.
import { requireStorage } from '../../../errors/require-storage.js';
import { RoomError, type RoomErrorCode } from '../../../errors/room-error.js';
import type { Credentials } from '../../../ports/credentials.js';
import type { ProviderContext } from '../../../ports/provider.js';
import { within } from '../../../support/clock.js';
import type { ChatOperation } from './error-table.js';
import { Instance } from './instance.js';
import { Seat } from './seat.js';
import type { Chat, ChatSdk, KickedOutType, SdkMessage } from './sdk.js';

/** How long a name may take to be written, in milliseconds, before the login goes on without. */
const NAME_LIMIT = 3000;
/** After so long without a connection, in milliseconds, the service takes a person for gone. Source: the vendor's state callback. */
const TAKEN_FOR_GONE = 20_000;

/** A port, as a login sees it. */
export interface LoginUser {
  /** Told of everything that was delivered, oldest first. */
  messages(messages: readonly SdkMessage[]): void;
  link(link: 'connecting' | 'online'): void;
  /** Out of the room, or out of the login, for good. */
  thrownOut(code: RoomErrorCode): void;
  expired(): void;
  dismissed(): void;
}

export interface LoginOptions {
  readonly appId: number;
  readonly context: ProviderContext;
  readonly loadSdk: () => Promise<ChatSdk>;
}

/** What a login is made with: complete credentials. */
export interface Proof {
  readonly userId: string;
  readonly userSig: string;
  readonly name: string | undefined;
  readonly avatar: string | undefined;
}

export class Login {
  /** The one room that the user of this login sits in. */
  readonly seat: Seat;
  readonly #options: LoginOptions;
  readonly #users = new Set<LoginUser>();
  #instance: Instance | undefined;
  #proof: Proof | undefined;
  /** Whose login it is, from the moment somebody asks for it. */
  #person: string | undefined;
  #isIn = false;
  #entering: Promise<void> | undefined;
  /** Done when the last instance is gone: until then the SDK would hand out that one again. */
  #ending: Promise<unknown> = Promise.resolve();
  #link: 'connecting' | 'online' = 'online';
  #lostAt = 0;

  constructor(options: LoginOptions) {
    this.#options = options;
    this.seat = new Seat(this);
  }

  get userId(): string | undefined {
    return this.#person;
  }

  has(user: LoginUser): boolean {
    return this.#users.has(user);
  }

  /** Logs in for `user`, or shares the login that is there. Codes: those of `ImPort.connect`. */
  async enter(user: LoginUser, proof: Proof): Promise<void> {
    const others = [...this.#users].filter((one) => one !== user);
    if (others.length > 0 && this.#person !== proof.userId) throw mismatch(proof.userId);
    this.#users.add(user);
    this.#person = proof.userId;
    try {
      await (this.#entering ??= this.#enter(proof).finally(() => (this.#entering = undefined)));
    } catch (error) {
      await this.release(user);
      throw error;
    }
  }

  /** `user` is done with this login; the last one logs out and frees the SDK. */
  async release(user: LoginUser): Promise<void> {
    if (!this.#users.delete(user)) return;
    this.seat.forget(user);
    if (this.#users.size === 0) await this.#destroy();
  }

  /** Asks the SDK, which must be logged in. Codes: not-joined when it is not, and what the SDK says. */
  call<T>(operation: ChatOperation, ask: (chat: Chat) => Promise<T>): Promise<T> {
    if (!this.#instance || !this.#isIn) return Promise.reject(loggedOut());
    return this.#instance.call(operation, ask);
  }

  /** Logs in again after {@link standDown}. */
  async resume(): Promise<void> {
    if (this.#isIn) return;
    if (!this.#proof || this.#users.size === 0) throw loggedOut();
    await (this.#entering ??= this.#enter(this.#proof).finally(() => (this.#entering = undefined)));
  }

  /** Logs out for now: the only way for an owner to be out of the room, whom the service does not let quit. */
  async standDown(): Promise<void> {
    if (!this.#isIn) return;
    this.#isIn = false;
    await this.#instance?.logout();
  }

  async #enter(proof: Proof): Promise<void> {
    const isSamePerson = this.#proof?.userId === proof.userId;
    if (this.#isIn && isSamePerson) return;
    if (this.#proof && !isSamePerson) await this.#destroy();
    this.#proof = proof;
    const instance = this.#instance ?? (await this.#create());
    await instance.login(proof.userId, proof.userSig);
    this.#isIn = true;
    this.#link = 'online';
    await this.#introduce(proof);
  }

  async #create(): Promise<Instance> {
    const { appId, context, loadSdk } = this.#options;
    // Where cookies are known to be blocked, the SDK stores nothing by itself.
    if (globalThis.navigator?.cookieEnabled) requireStorage();
    const sdk = await loadSdk().catch((cause: unknown) => {
      throw new RoomError('network', 'The code of the chat could not be loaded.', cause);
    });
    await this.#ending;
    // Released while that took its time.
    if (this.#users.size === 0) throw new RoomError('cancelled', 'The connection to the chat was closed.');
    const { clock, random, room, settings } = context;
    const setup = { appId, proxy: settings.imProxy, clock, random, anyRoom: room };
    this.#instance = new Instance(sdk, setup, {
      messages: (messages) => this.#users.forEach((user) => user.messages(messages)),
      kickedOut: (type) => this.#kickedOut(type),
      link: (link) => void this.#linkChanged(link),
    });
    return this.#instance;
  }

  /** Others see the name that is written in the profile. A login without it is still a login. */
  async #introduce({ name, avatar }: Proof): Promise<void> {
    const write = async () => {
      const { data: known } = await this.call('connect', (chat) => chat.getMyProfile());
      const news = {
        ...(name !== undefined && name !== known.nick && { nick: name }),
        ...(avatar !== undefined && avatar !== known.avatar && { avatar }),
      };
      if (Object.keys(news).length > 0) await this.call('connect', (chat) => chat.updateMyProfile(news));
    };
    const late = () => new RoomError('timeout', 'Writing the name took too long.');
    await within(this.#options.context.clock, NAME_LIMIT, write(), late).catch(() => undefined);
  }

  async #destroy(): Promise<void> {
    const instance = this.#instance;
    this.#instance = undefined;
    this.#proof = undefined;
    this.#isIn = false;
    this.seat.clear();
    if (instance) this.#ending = instance.destroy();
    await this.#ending;
  }

  #kickedOut(type: KickedOutType): void {
    this.#isIn = false;
    // Not to be taken up again by itself: that would throw the other one out.
    this.#proof = undefined;
    this.seat.clear();
    const users = [...this.#users];
    if (type === 'userSigExpired') return users.forEach((user) => user.expired());
    users.forEach((user) => user.thrownOut('kicked'));
  }

  async #linkChanged(link: 'connecting' | 'online'): Promise<void> {
    const { clock } = this.#options.context;
    this.#link = link;
    if (link === 'connecting') this.#lostAt = clock.now();
    else if (clock.now() - this.#lostAt >= TAKEN_FOR_GONE) await this.seat.takeAgain();
    // Lost again meanwhile, or logged out.
    if (this.#link !== link || !this.#isIn) return;
    for (const user of [...this.#users]) user.link(link);
  }
}

/** What a login needs of credentials. Codes: invalid-credentials. */
export function proofIn({ userId, userSig, name, avatar }: Credentials): Proof {
  if (userSig) return { userId, userSig, name, avatar };
  throw new RoomError(
    'invalid-credentials',
    'The credentials have no userSig: the server that makes them must give one.',
  );
}

export function loggedOut(): RoomError {
  return new RoomError('not-joined', 'Nobody is logged in to the chat: connect first.');
}

function mismatch(userId: string): RoomError {
  return new RoomError(
    'user-mismatch',
    `"${userId}" cannot log in: somebody else is logged in to the same application on this page.`,
  );
}
