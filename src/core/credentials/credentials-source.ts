// Asks the page's own server who this person is, keeps the answer while it is good, and asks once for all who want it at a time.
import { asRoomError, RoomError } from '../errors/room-error.js';
import type { Credentials, CredentialsKeeper } from '../ports/credentials.js';
import { type Clock, within } from '../support/clock.js';
import { checkCredentials, type CredentialsExpectation } from './check-credentials.js';

/** How long a credentials server may take, in milliseconds. */
export const ANSWER_WITHIN = 10_000;
/** Asked anew this long before the end, in milliseconds, and never in the last tenth of the time they were given for. */
const MARGIN = 60_000;

export interface CredentialsSourceOptions extends CredentialsExpectation {
  /** Gets an answer, which is checked here. */
  readonly ask: () => Promise<unknown>;
  readonly clock: Clock;
}

export class CredentialsSource implements CredentialsKeeper {
  readonly #options: CredentialsSourceOptions;
  #held: Credentials | undefined;
  #due: number | undefined;
  #asking: Promise<Credentials> | undefined;

  constructor(options: CredentialsSourceOptions) {
    this.#options = options;
  }

  get due(): number | undefined {
    return this.#due;
  }

  async current(): Promise<Credentials> {
    const isGood = this.#held && (this.#due === undefined || this.#options.clock.now() < this.#due);
    return isGood && this.#held ? this.#held : this.renew();
  }

  /** Codes: sign-in-required, banned, credentials-unavailable, invalid-credentials. */
  renew(): Promise<Credentials> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<Credentials> {
    const { ask, clock } = this.#options;
    const answer = await within(clock, ANSWER_WITHIN, attempt(ask), late);
    const credentials = checkCredentials(answer, this.#options);
    this.#held = credentials;
    this.#due = dueOf(credentials, clock.now());
    return credentials;
  }
}

/** A function of the page's may throw, and what: ours stays as it is, anything else means "not now". */
async function attempt(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof RoomError) throw cause;
    const { message } = asRoomError(cause);
    throw new RoomError('credentials-unavailable', `The page’s credentials function failed. ${message}`, cause);
  }
}

function late(): RoomError {
  const text = `No credentials came within ${ANSWER_WITHIN / 1000} s: look at the server behind credentials="…".`;
  return new RoomError('credentials-unavailable', text);
}

function dueOf({ expiresAt }: Credentials, now: number): number | undefined {
  return expiresAt === undefined ? undefined : expiresAt - Math.min(MARGIN, Math.max(0, expiresAt - now) / 10);
}
