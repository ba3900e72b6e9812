// Reading the record again: on a timer, after a long time hidden, and when asked. What was missed costs at most one interval.
import { RoomError } from '../errors/room-error.js';
import type { RoomProfile } from '../ports/im-port.js';
import { jitter } from '../support/backoff.js';
import type { Cancel } from '../support/clock.js';
import { parseRecord } from './record.js';
import { LIMIT, type RoomScope } from './scope.js';
import { isHost, isOpen } from './selectors.js';
import { readSpread } from './spread.js';

/** Middle of the time between two reads of the record, in milliseconds; longer in a very large room. A lost message costs one at most. */
export const RECONCILE_EVERY = 60_000;
/** A host acts on what the record says: a read that failed is done again so soon, in milliseconds. A crowd that did would be a flood. */
const HOST_RETRY = 10_000;
/** Hidden for longer than this, in milliseconds, a page reads the record when it is seen again. */
export const HIDDEN_TOO_LONG = 30_000;

export interface ReconcilerHooks {
  /** A read told that the show is over. */
  ended(): void;
  /** The service has a record that is older than what is known. */
  outdated(): void;
}

export class Reconciler {
  readonly #scope: RoomScope;
  readonly #hooks: ReconcilerHooks;
  #cancel: Cancel | undefined;
  #hiddenSince: number | undefined;

  constructor(scope: RoomScope, hooks: ReconcilerHooks) {
    this.#scope = scope;
    this.#hooks = hooks;
  }

  /** Takes what a read, a join or an open told. */
  adopt(profile: RoomProfile): void {
    const { owner, ownerName, members } = profile;
    const record = parseRecord(profile.record);
    this.#scope.apply({ type: 'profile-read', owner, ownerName, members, record });
    const { phase, run } = this.#scope.state;
    if (record && (record.phase !== phase || record.run !== run)) this.#hooks.outdated();
    this.schedule();
  }

  /** Reads after `delay` milliseconds, once in an interval unless given; a read that can't be done then is left to the next one. */
  schedule(delay?: number): void {
    const { clock, random } = this.#scope.setup;
    this.stop();
    if (!this.#scope.staying) return;
    this.#cancel = clock.after(
      delay ?? jitter(Math.max(RECONCILE_EVERY, readSpread(this.#scope.state.members)), random),
      () => {
        void this.#read().then((isDone) => this.schedule(isDone ? undefined : HOST_RETRY));
      },
    );
  }

  setVisible(visible: boolean): void {
    const now = this.#scope.setup.clock.now();
    const hiddenFor = this.#hiddenSince === undefined ? 0 : now - this.#hiddenSince;
    this.#hiddenSince = visible ? undefined : (this.#hiddenSince ?? now);
    if (visible && hiddenFor > HIDDEN_TOO_LONG) this.schedule(0);
  }

  stop(): void {
    this.#cancel?.();
  }

  /** Whether it may be left at that until the next interval. */
  async #read(): Promise<boolean> {
    const { ports, state } = this.#scope;
    if (!ports || !isOpen(state)) return true;
    try {
      const profile = await this.#scope.bounded(LIMIT.chat, 'Reading the record', ports.im.readProfile());
      if (this.#scope.ports === ports) this.adopt(profile);
    } catch (error) {
      // Gone is an answer: the host closed the room while we were not listening. Anything else waits for the next read.
      const isGone = error instanceof RoomError && error.code === 'room-not-found';
      if (!isGone) return !isHost(state);
      if (this.#scope.ports === ports) this.#scope.apply({ type: 'dismissed' });
    }
    if (this.#scope.state.phase === 'ended') this.#hooks.ended();
    return true;
  }
}
