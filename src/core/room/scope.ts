// What the flows of one room share: its state, its ports, time, randomness and ids. Holds no rules of its own.
import type { Person } from '../chat/message.js';
import type { StageId } from '../protocol/commands.js';
import type { CredentialsKeeper } from '../ports/credentials.js';
import type { Ports } from '../ports/provider.js';
import { asRoomError, RoomError, type RoomErrorCode } from '../errors/room-error.js';
import type { Clock, Ids, Random } from '../support/clock.js';
import { within } from '../support/clock.js';
import { Store } from '../support/store.js';
import type { RoomEvent } from './events.js';
import { reduce } from './reducer.js';
import { initialState, type RoomState } from './room-state.js';

/** Moments worth measuring on a viewer's page. */
export type Milestone = 'enter-received' | 'stage-entered' | 'first-frame';

/** What one room is made with, already checked. */
export interface RoomSettings {
  readonly room: string;
  /** The stage the host opens; the room's id unless given. */
  readonly stage?: StageId;
  /** This person, where that is known before anybody is asked for credentials. */
  readonly self?: Person;
  /** Planned start, milliseconds since 1970. */
  readonly startsAt?: number;
}

export interface RoomSetup extends RoomSettings {
  /** Loads the provider if needed and makes a fresh pair of ports. */
  readonly connectPorts: () => Promise<Ports>;
  /** Loads what gets this person's credentials, the same one each time. */
  readonly credentials: () => Promise<CredentialsKeeper>;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  /** Told at each milestone. */
  readonly mark?: (milestone: Milestone) => void;
}

/** How long to wait for a service, in milliseconds, before calling it a failure. */
export const LIMIT = { chat: 15_000, stage: 12_000, goodbye: 4_000, capture: 60_000 } as const;

export class RoomScope {
  readonly setup: RoomSetup;
  readonly store: Store<RoomState>;
  /** The ports of the present stay; undefined while there is none. */
  ports: Ports | undefined;
  /** Whether this page wants to be in the room: false as soon as leaving begins, so that nothing starts again meanwhile. */
  staying = false;
  /** Number of the present stay; what was begun in an earlier one ends there. */
  stay = 0;
  /** The stay in which the step that a host takes at present was begun. */
  stepStay = 0;
  /** Whether a stay is being cleared away: its ports are no ground to build on. */
  closing = false;

  constructor(setup: RoomSetup) {
    this.setup = setup;
    const { room, self, startsAt } = setup;
    this.store = new Store(initialState(room, { ...(self && { self: Object.freeze(self) }), startsAt }));
  }

  get state(): RoomState {
    return this.store.value;
  }

  apply(event: RoomEvent): void {
    this.store.set(reduce(this.state, event));
  }

  /** The ports, or a typed error when this page is in no room now. */
  get connected(): Ports {
    if (!this.ports) throw new RoomError('not-joined', 'This page is not in the room: enter it first.');
    return this.ports;
  }

  /** Throws a typed error once this page is being thrown out of the room, or leaves it: what was begun ends here. */
  requireStay(): void {
    if (!this.staying || this.closing || this.stepStay !== this.stay)
      throw new RoomError('not-joined', 'This page is not in the room: enter it first.');
  }

  /** This person, or a typed error while it is not known who that is. */
  get self(): Person {
    if (!this.state.self) throw new RoomError('not-joined', 'This page is not signed in: sign in first.');
    return this.state.self;
  }

  /** `work`, or a `timeout` error after `ms`. */
  bounded<T>(ms: number, what: string, work: Promise<T>, code: RoomErrorCode = 'timeout'): Promise<T> {
    return within(this.setup.clock, ms, work, () => new RoomError(code, `${what} took longer than ${ms / 1000} s.`));
  }

  /** Does `work` for as long as a goodbye may take and gives back the error instead of throwing it. */
  async attempt(
    what: string,
    work: () => Promise<unknown>,
    ms: number = LIMIT.goodbye,
  ): Promise<RoomError | undefined> {
    try {
      await this.bounded(ms, what, work());
      return undefined;
    } catch (error) {
      return asRoomError(error);
    }
  }
}
