// Logging in: with credentials that are good now, once more with fresh ones when they are refused, and fresh ones at hand before the end.
import { RoomError } from '../errors/room-error.js';
import type { Credentials, CredentialsKeeper } from '../ports/credentials.js';
import type { ImPort } from '../ports/im-port.js';
import { jitter } from '../support/backoff.js';
import type { Cancel } from '../support/clock.js';
import { LIMIT, type RoomScope } from './scope.js';

/** Least and longest time until credentials are looked at again, in milliseconds: a wrong clock must not make us ask without end. */
export const RENEWAL = { least: 30_000, longest: 12 * 3_600_000 };

export class Login {
  readonly #scope: RoomScope;
  /** What was asked for ahead. */
  #prepared: Promise<Credentials> | undefined;
  #cancelRenewal: Cancel | undefined;
  /** What the service knows us by. */
  #used: Credentials | undefined;

  constructor(scope: RoomScope) {
    this.#scope = scope;
  }

  /** Asks for credentials ahead of `connect`, which waits for the same answer. */
  prepare(): void {
    this.#prepared = this.#scope.setup.credentials().then((keeper) => keeper.current());
    this.#prepared.catch(() => undefined);
  }

  /** Codes: those of credentials and of `ImPort.connect`. */
  async connect(im: ImPort): Promise<void> {
    const keeper = await this.#keeper();
    const prepared = this.#prepared;
    this.#prepared = undefined;
    // Also a refusal: asked before the provider had come, it is not asked for a second time.
    await this.#connect(im, keeper, await this.#ask(prepared ?? keeper.current()));
  }

  /** After the login ran out: what was used then is not good any more, whatever its date says. */
  async connectAgain(im: ImPort): Promise<void> {
    const keeper = await this.#keeper();
    const current = await this.#ask(keeper.current());
    const isSpent = current === this.#used;
    await this.#connect(im, keeper, isSpent && keeper.renew ? await this.#ask(keeper.renew()) : current);
  }

  stop(): void {
    this.#cancelRenewal?.();
  }

  async #connect(im: ImPort, keeper: CredentialsKeeper, credentials: Credentials): Promise<void> {
    try {
      await this.#connectAs(im, credentials);
    } catch (error) {
      if (!isRefused(error) || !keeper.renew) throw error;
      await this.#connectAs(im, await this.#ask(keeper.renew()));
    }
    this.#scheduleRenewal(keeper);
  }

  async #connectAs(im: ImPort, credentials: Credentials): Promise<void> {
    this.#used = credentials;
    const { userId: id, name = id, avatar } = credentials;
    this.#scope.apply({ type: 'person-known', self: { id, name, ...(avatar !== undefined && { avatar }) } });
    await this.#scope.bounded(LIMIT.chat, 'Connecting', im.connect(credentials));
  }

  #keeper(): Promise<CredentialsKeeper> {
    return this.#ask(this.#scope.setup.credentials());
  }

  #ask<T>(asking: Promise<T>): Promise<T> {
    return this.#scope.bounded(LIMIT.chat, 'Asking for credentials', asking, 'credentials-unavailable');
  }

  /** Failing does no harm yet: it is tried again, and once more when the service says that the login ran out. */
  #scheduleRenewal(keeper: CredentialsKeeper): void {
    this.#cancelRenewal?.();
    if (keeper.due === undefined || !this.#scope.staying) return;
    const { clock, random } = this.#scope.setup;
    const wait = Math.min(RENEWAL.longest, Math.max(jitter(RENEWAL.least, random), keeper.due - clock.now()));
    this.#cancelRenewal = clock.after(wait, () => {
      void keeper
        .current()
        .catch(() => undefined)
        .then(() => this.#scheduleRenewal(keeper));
    });
  }
}

/** Whether other credentials may be taken where these were not. */
export function isRefused(error: unknown): boolean {
  return error instanceof RoomError && error.code === 'credentials-rejected';
}
