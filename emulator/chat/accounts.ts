// The people the service has heard of. An account exists from the first time its name is used.
import type { Random } from '../../src/core/support/clock.js';

export interface Account {
  readonly userId: string;
  readonly tinyId: string;
  nick: string;
  avatar: string;
}

/** Where the service's tiny ids start; only their look is known. */
const FIRST_TINY_ID = 144_115_200_000_000_000n;

export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  get(userId: string): Account {
    const known = this.#accounts.get(userId);
    if (known) return known;
    const tinyId = String(FIRST_TINY_ID + BigInt(Math.floor(this.#random() * 0xffff_ffff)));
    const account: Account = { userId, tinyId, nick: '', avatar: '' };
    this.#accounts.set(userId, account);
    return account;
  }
}
