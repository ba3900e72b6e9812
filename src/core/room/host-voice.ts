// What a host tells the room: the record, and the messages that make it quick. When to say what is host-flow's.
import type { Announcement } from '../protocol/commands.js';
import { backoff } from '../support/backoff.js';
import { pause } from '../support/clock.js';
import { formatRecord, type RoomRecord } from './record.js';
import { LIMIT, type RoomScope } from './scope.js';

const RETRY = { first: 500, longest: 4_000 };
const ATTEMPTS = 5;

export class HostVoice {
  readonly #scope: RoomScope;
  readonly #doubted: () => void;
  /** The highest run ever tried: a write that seemed to fail may still have reached the service. */
  #tried = 0;
  /** When that was, in seconds since 1970. */
  #triedAt = 0;

  /** @param doubted - Called when a declaration seemed to fail: only a read tells whether it came through. */
  constructor(scope: RoomScope, doubted: () => void) {
    this.#scope = scope;
    this.#doubted = doubted;
  }

  /** Writes the next record and takes it as said. `again`: the run that is known, not a new one. */
  async declare(change: Pick<RoomRecord, 'phase' | 'stage'>, { again = false } = {}): Promise<RoomRecord> {
    const record = this.#next(change, again);
    const { im } = this.#scope.connected;
    try {
      await this.#scope.bounded(LIMIT.chat, 'Writing the record', im.writeRecord(formatRecord(record)));
    } catch (error) {
      this.#doubted();
      throw error;
    }
    this.#scope.apply({ type: 'record-changed', record });
    return record;
  }

  /** Whether a declaration seemed to fail that may have come through all the same: others may know what we do not. */
  get isInDoubt(): boolean {
    return this.#triedAt * 1000 > this.#scope.state.changedAt;
  }

  /** Announces once. */
  async tell(type: 'exit' | 'host-left', { run, at }: Pick<RoomRecord, 'run' | 'at'>): Promise<void> {
    await this.#send({ type, run, at }, this.#scope.setup.ids());
  }

  /**
   * Announces in the background, again and again for a while: the record already says it, so a failure is a notice, not an end.
   * @param zeroAt - When the picture starts, in milliseconds since 1970; the seconds left travel with each attempt.
   */
  tellLater(command: Announcement, zeroAt = 0): void {
    void this.#repeat(command, zeroAt).catch(() => {
      if (this.#isCurrent(command)) this.#scope.apply({ type: 'noticed', notice: 'network' });
    });
  }

  async #repeat(command: Announcement, zeroAt: number): Promise<void> {
    const { clock, random, ids } = this.#scope.setup;
    const id = ids();
    for (let attempt = 1; this.#isCurrent(command); attempt++) {
      const left = (zeroAt - clock.now()) / 1000;
      try {
        return await this.#send(command.type === 'enter' && left > 0 ? { ...command, in: left } : command, id);
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await pause(clock, backoff(RETRY, attempt, random));
      }
    }
  }

  #isCurrent({ run }: Announcement): boolean {
    const { state, ports } = this.#scope;
    return ports !== undefined && state.phase === 'live' && state.run === run;
  }

  async #send(command: Announcement, id: string): Promise<void> {
    const sending = this.#scope.connected.im.send(command, { id, priority: 'high' });
    await this.#scope.bounded(LIMIT.chat, 'Announcing', sending);
  }

  #next(change: Pick<RoomRecord, 'phase' | 'stage'>, again: boolean): RoomRecord {
    const { state, setup } = this.#scope;
    this.#tried = Math.max(state.run, this.#tried) + (change.phase === 'live' && !again ? 1 : 0);
    const run = again ? state.run : this.#tried;
    // Strictly later than the last, so that two records of one second have an order.
    const at = Math.max(
      Math.floor(setup.clock.now() / 1000),
      Math.floor(state.changedAt / 1000) + 1,
      this.#triedAt + 1,
    );
    this.#triedAt = at;
    const planned = change.phase === 'waiting' ? (setup.startsAt ?? state.startsAt) : undefined;
    return { ...change, run, at, ...(planned !== undefined && { startsAt: Math.floor(planned / 1000) }) };
  }
}
