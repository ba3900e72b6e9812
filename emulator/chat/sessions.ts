// Sessions: one login of one page. A session outlives its sockets; `a2` is what a reconnecting page shows.
import type { Clock, Random } from '../../src/core/support/clock.js';
import type { Connection } from './connection.js';
import type { KickReason } from '../support/fault-types.js';
import type { Account } from './accounts.js';

export const KICK_TYPE: Readonly<Record<KickReason, number>> = { multipleAccount: 1, multipleDevice: 2, restApi: 3 };

export interface Session {
  readonly userId: string;
  readonly tinyId: string;
  readonly a2: string;
  readonly instanceId: number;
  /** When the UserSig expires, in ms since 1970; a fault may bring that forward. */
  expiresAt: number;
  connection: Connection | undefined;
  /** Since when there is no connection, in ms since 1970. */
  lostAt: number | undefined;
  end: { readonly why: 'logout' | 'expired' } | { readonly why: 'kicked'; readonly reason: KickReason } | undefined;
}

/** How long after its socket was lost a user still counts as online; documented for the callback on state changes. */
const GRACE_MS = 20_000;

const FIRST_INSTANCE = 1001;

export class Sessions {
  readonly #byA2 = new Map<string, Session>();
  readonly #clock: Clock;
  readonly #random: Random;
  #nextInstance = FIRST_INSTANCE;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  open({ userId, tinyId }: Account, expiresAt: number): Session {
    const secret = Math.floor(this.#random() * Number.MAX_SAFE_INTEGER).toString(36);
    const instanceId = this.#nextInstance++;
    // The look of an A2Key is invented.
    const a2 = `a2-${instanceId}-${secret}`;
    const session: Session = {
      userId,
      tinyId,
      a2,
      instanceId,
      expiresAt,
      connection: undefined,
      lostAt: this.#clock.now(),
      end: undefined,
    };
    this.#byA2.set(a2, session);
    return session;
  }

  find(a2: string): Session | undefined {
    return this.#byA2.get(a2);
  }

  /** The sessions of a user that have not ended, oldest first. */
  of(userId: string): readonly Session[] {
    return [...this.#byA2.values()].filter((session) => session.userId === userId && !session.end);
  }

  /** How many are known, those that have ended included. */
  get count(): number {
    return this.#byA2.size;
  }

  /** Those whose socket has been gone for so long, in ms. */
  lostFor(ms: number): readonly Session[] {
    const latest = this.#clock.now() - ms;
    return [...this.#byA2.values()].filter(({ lostAt }) => lostAt !== undefined && lostAt <= latest);
  }

  forget({ a2 }: Session): void {
    this.#byA2.delete(a2);
  }

  attach(session: Session, connection: Connection): void {
    session.connection = connection;
    session.lostAt = undefined;
    connection.user = session.userId;
  }

  /** The connection is gone; the sessions that used it are without one. */
  detach(connection: Connection): void {
    for (const session of this.#byA2.values()) {
      if (session.connection !== connection) continue;
      session.connection = undefined;
      session.lostAt = this.#clock.now();
    }
  }

  isExpired(session: Session): boolean {
    return this.#clock.now() >= session.expiresAt;
  }

  isOnline(session: Session): boolean {
    return !session.end && (session.lostAt === undefined || this.#clock.now() - session.lostAt < GRACE_MS);
  }
}
