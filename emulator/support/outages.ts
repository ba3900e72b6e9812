// Who cannot reach a half at the moment: users by name, or everybody.

/** `refused`: no socket, as from a server that is down. `silent`: sockets are taken, and nothing is ever answered. */
export type Outage = 'refused' | 'silent';

export class Outages {
  /** By user; under undefined: everybody. */
  readonly #all = new Map<string | undefined, Outage>();

  start(user: string | undefined, outage: Outage): void {
    this.#all.set(user, outage);
  }

  /** Without a user: all outages are over. Returns how many were. */
  stop(user: string | undefined): number {
    const ended = user === undefined ? this.#all.size : Number(this.#all.has(user));
    if (user === undefined) this.#all.clear();
    else this.#all.delete(user);
    return ended;
  }

  /** The outage that somebody suffers who is known under these names. */
  of(...names: readonly (string | undefined)[]): Outage | undefined {
    return [undefined, ...names].map((name) => this.#all.get(name)).find((outage) => outage !== undefined);
  }
}
