// The one room that a login sits in: a web user can be in one AVChatRoom at a time, shared by the ports that ask for it.
import { RoomError } from '../../../errors/room-error.js';
import { isDone, vendorCode } from './errors.js';
import { readGroup } from './group.js';
import type { Login, LoginUser } from './login.js';
import type { SdkGroup } from './sdk.js';

const ALREADY_A_MEMBER = 10013;
/** What the SDK answers by itself, without asking the service. */
const ALREADY_IN_GROUP = 'AlreadyInGroup';
const OWNER_CANNOT_QUIT = 10009;

interface Taken {
  readonly room: string;
  readonly owner: string;
  readonly users: Set<LoginUser>;
}

export class Seat {
  readonly #login: Login;
  #taken: Taken | undefined;
  /** The end of the queue: joining and leaving happen one after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(login: Login) {
    this.#login = login;
  }

  get room(): string | undefined {
    return this.#taken?.room;
  }

  /** Joins for `user`. Ports that sat in another room are out of it, and told. Codes: those of `ImPort.joinRoom`. */
  join(user: LoginUser, room: string): Promise<SdkGroup> {
    return this.#inTurn(async () => {
      await this.#login.resume();
      const before = this.#taken;
      if (before?.room === room) {
        const group = await readGroup(this.#login, room);
        before.users.add(user);
        return group;
      }
      const group = await this.#join(room);
      this.#taken = { room, owner: group.ownerID, users: new Set([user]) };
      for (const other of before?.users ?? []) if (other !== user) other.thrownOut('in-another-room');
      // Closed while it joined: nobody else will leave.
      if (!this.#login.has(user)) await this.#leave(user);
      return group;
    });
  }

  leave(user: LoginUser): Promise<void> {
    return this.#inTurn(() => this.#leave(user));
  }

  /** Dismisses the room that `user` sits in, or `room`. Codes: not-owner. */
  dismiss(user: LoginUser, room: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#login.resume();
      const taken = this.#taken?.users.has(user) ? this.#taken : undefined;
      const groupID = taken?.room ?? room;
      await this.#unlessDone('dismiss', () => this.#login.call('dismiss', (chat) => chat.dismissGroup(groupID)));
      if (this.#taken?.room !== groupID) return;
      const { users } = this.#taken;
      this.#taken = undefined;
      for (const other of users) if (other !== user) other.dismissed();
    });
  }

  /** `user` is not in the room any more, without anything to be said to the service. */
  forget(user: LoginUser): void {
    this.#taken?.users.delete(user);
    if (this.#taken?.users.size === 0) this.#taken = undefined;
  }

  clear(): void {
    this.#taken = undefined;
  }

  /** Joins again after an outage so long that the service may have taken this user out. Never rejects. */
  takeAgain(): Promise<void> {
    return this.#inTurn(async () => {
      const taken = this.#taken;
      // An owner is never taken out, and cannot quit.
      if (!taken || taken.owner === this.#login.userId) return;
      await this.#login.call('leave', (chat) => chat.quitGroup(taken.room)).catch(() => undefined);
      await this.#join(taken.room).catch((error: unknown) => {
        const code = error instanceof RoomError ? error.code : 'internal';
        if (code !== 'room-not-found' && code !== 'banned') return;
        if (this.#taken === taken) this.#taken = undefined;
        for (const user of taken.users)
          if (code === 'banned') user.thrownOut(code);
          else user.dismissed();
      });
    });
  }

  async #join(groupID: string): Promise<SdkGroup> {
    const ask = () => this.#login.call('join', (chat) => chat.joinGroup({ groupID }));
    try {
      const first = await ask().catch((error: unknown) => {
        if (codeOf(error) !== ALREADY_A_MEMBER) throw error;
        return undefined;
      });
      if (first && first.data.status !== ALREADY_IN_GROUP)
        return first.data.group ?? (await readGroup(this.#login, groupID));
      // Only one of the two takes us for a member: the service, or the SDK, when another room was joined meanwhile. Nothing
      // would be received: a new login is a new member.
      await this.#login.standDown();
      await this.#login.resume();
      const { data } = await ask();
      return data.group ?? (await readGroup(this.#login, groupID));
    } catch (error) {
      if (codeOf(error) !== ALREADY_A_MEMBER) throw error;
      return readGroup(this.#login, groupID);
    }
  }

  async #leave(user: LoginUser): Promise<void> {
    const taken = this.#taken;
    if (!taken?.users.delete(user) || taken.users.size > 0) return;
    this.#taken = undefined;
    if (taken.owner === this.#login.userId) return this.#login.standDown();
    await this.#unlessDone('leave', () => this.#login.call('leave', (chat) => chat.quitGroup(taken.room))).catch(
      (error: unknown) => {
        if (codeOf(error) !== OWNER_CANNOT_QUIT) throw error;
        return this.#login.standDown();
      },
    );
  }

  async #unlessDone(operation: 'leave' | 'dismiss', work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isDone(error instanceof RoomError ? error.cause : error, operation)) throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function codeOf(error: unknown): number | undefined {
  return error instanceof RoomError ? vendorCode(error.cause) : undefined;
}
