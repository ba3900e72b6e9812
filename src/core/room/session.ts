// Being in the chat room: connect, join, stay joined, read the record again, leave. Knows nothing of the stage.
import { asRoomError, isPassing, RoomError } from '../errors/room-error.js';
import type { ImSignal } from '../ports/im-port.js';
import type { AvSignal } from '../ports/av-port.js';
import type { RoomProfile } from '../ports/im-port.js';
import type { Ports } from '../ports/provider.js';
import { backoff, jitter } from '../support/backoff.js';
import { pause, type Cancel } from '../support/clock.js';
import { parseRecord } from './record.js';
import { LIMIT, type RoomScope } from './scope.js';
import { isOpen } from './selectors.js';

/** Middle of the time between two reads of the record, in milliseconds: what a lost message can cost at most. */
export const RECONCILE_EVERY = 60_000;
/** Hidden for longer than this, in milliseconds, a page reads the record when it is seen again. */
export const HIDDEN_TOO_LONG = 30_000;
const CONNECT_RETRY = { first: 1_000, longest: 30_000 };
const NOT_OPEN_RETRY = { first: 1_000, longest: 10_000, factor: 1.5 };

export interface SessionHooks {
  /** New ports are there: everything that holds on to ports must take these. */
  opened(ports: Ports): void;
  signalled(signal: ImSignal): void;
  staged(signal: AvSignal): void;
  /** Finish what must be said before the ports close. */
  beforeClose(): Promise<void>;
}

export class Session {
  readonly #scope: RoomScope;
  readonly #hooks: SessionHooks;
  #stay: AbortController | undefined;
  #cancelReconcile: Cancel | undefined;
  #hiddenSince: number | undefined;

  constructor(scope: RoomScope, hooks: SessionHooks) {
    this.#scope = scope;
    this.#hooks = hooks;
  }

  /** Starts coming in; goes on trying until joined, left, or stopped by an error that only a person can mend. */
  enter(): void {
    if (this.#stay) return;
    const stay = new AbortController();
    this.#stay = stay;
    this.#scope.staying = true;
    this.#scope.apply({ type: 'recovered' });
    this.#scope.apply({ type: 'link-changed', link: 'connecting' });
    void this.#comeIn(stay.signal);
  }

  /** Leaves the room and frees everything. Never rejects. */
  async leave(): Promise<void> {
    await this.#stop();
    this.#scope.apply({ type: 'left' });
  }

  /** Takes what a read or an open told. */
  adopt(profile: RoomProfile): void {
    const { owner, ownerName, members } = profile;
    this.#scope.apply({ type: 'profile-read', owner, ownerName, members, record: parseRecord(profile.record) });
    this.#scheduleReconcile();
  }

  /** Reads the record again after `delay` milliseconds; a read that cannot be done now is left to the next one. */
  reconcile(delay = 0): void {
    this.#scheduleReconcile(delay);
  }

  setVisible(visible: boolean): void {
    const { clock } = this.#scope.setup;
    const hiddenFor = this.#hiddenSince === undefined ? 0 : clock.now() - this.#hiddenSince;
    this.#hiddenSince = visible ? undefined : (this.#hiddenSince ?? clock.now());
    if (visible && hiddenFor > HIDDEN_TOO_LONG) this.reconcile();
  }

  async #comeIn(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#scope.setup;
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        const ports = await this.#connect(signal);
        if (ports) await this.#join(ports, signal);
        return;
      } catch (cause) {
        if (signal.aborted) return;
        const error = asRoomError(cause);
        await this.#closePorts();
        if (!isPassing(error)) return this.#giveUp(error);
        // The first miss may be a hiccup; from the second on people should know why nothing happens.
        if (attempt > 1) this.#scope.apply({ type: 'failed', error });
        await pause(clock, backoff(CONNECT_RETRY, attempt, random), signal);
      }
    }
  }

  async #connect(signal: AbortSignal): Promise<Ports | undefined> {
    const { setup } = this.#scope;
    const { id: userId, name, avatar } = setup.person;
    const ports = await this.#scope.bounded(LIMIT.chat, 'Loading the provider', setup.connectPorts(), 'network');
    if (signal.aborted) {
      await Promise.all([ports.im.close(), ports.av.close()]);
      return undefined;
    }
    this.#scope.ports = ports;
    ports.im.listen((heard) => this.#hear(heard));
    ports.av.listen((heard) => this.#hooks.staged(heard));
    this.#hooks.opened(ports);
    await this.#scope.bounded(LIMIT.chat, 'Connecting', ports.im.connect({ userId, name, avatar }));
    return ports;
  }

  /** Joins, waiting for the room to be opened if need be (by somebody else, or by this page's host). */
  async #join({ im }: Ports, signal: AbortSignal): Promise<void> {
    const { clock, random, room } = this.#scope.setup;
    for (let attempt = 1; !signal.aborted; attempt++) {
      const profile = await this.#tryJoin(im.joinRoom(room));
      if (signal.aborted) return;
      if (profile) this.adopt(profile);
      else this.#scope.apply({ type: 'room-missing' });
      this.#online();
      if (profile) return;
      await pause(clock, backoff(NOT_OPEN_RETRY, attempt, random), signal);
      if (isOpen(this.#scope.state)) return;
    }
  }

  async #tryJoin(joining: Promise<RoomProfile>): Promise<RoomProfile | undefined> {
    try {
      return await this.#scope.bounded(LIMIT.chat, 'Joining', joining);
    } catch (error) {
      if (error instanceof RoomError && error.code === 'room-not-found') return undefined;
      throw error;
    }
  }

  #online(): void {
    if (this.#scope.state.link === 'online') return;
    this.#scope.apply({ type: 'link-changed', link: 'online' });
    this.#scope.apply({ type: 'recovered' });
  }

  #hear(signal: ImSignal): void {
    if (!this.#stay) return;
    if (signal.type === 'link') return this.#linkChanged(signal.link);
    if (signal.type === 'kicked') return this.#kicked(signal.code);
    this.#hooks.signalled(signal);
    if (this.#scope.state.phase === 'ended') this.ended();
  }

  #linkChanged(link: 'connecting' | 'online'): void {
    this.#scope.apply({ type: 'link-changed', link });
    if (link === 'online' && isOpen(this.#scope.state)) this.reconcile();
  }

  #kicked(code: RoomError['code']): void {
    const error = new RoomError(code, 'This person came in elsewhere, or was removed from the room.');
    void this.#stop();
    this.#scope.apply({ type: 'link-changed', link: 'kicked' });
    this.#scope.apply({ type: 'failed', error });
  }

  /** The show is over: nothing is left to listen to. The conversation stays readable. */
  ended(): void {
    void this.#stop().then(() => this.#scope.apply({ type: 'left' }));
  }

  #giveUp(error: RoomError): void {
    this.#stay = undefined;
    this.#scope.staying = false;
    this.#scope.apply({ type: 'link-changed', link: 'offline' });
    this.#scope.apply({ type: 'failed', error });
  }

  async #stop(): Promise<void> {
    const stay = this.#stay;
    if (!stay) return;
    this.#stay = undefined;
    this.#scope.staying = false;
    stay.abort();
    this.#cancelReconcile?.();
    await this.#hooks.beforeClose();
    const ports = this.#scope.ports;
    if (ports) await this.#scope.attempt('Leaving the room', () => ports.im.leaveRoom());
    await this.#closePorts();
  }

  async #closePorts(): Promise<void> {
    const ports = this.#scope.ports;
    this.#scope.ports = undefined;
    if (ports) await Promise.all([ports.im.close(), ports.av.close()]);
  }

  #scheduleReconcile(delay?: number): void {
    const { clock, random } = this.#scope.setup;
    this.#cancelReconcile?.();
    if (!this.#stay) return;
    this.#cancelReconcile = clock.after(delay ?? jitter(RECONCILE_EVERY, random), () => {
      void this.#read().then(() => this.#scheduleReconcile());
    });
  }

  async #read(): Promise<void> {
    const ports = this.#scope.ports;
    if (!ports || !isOpen(this.#scope.state)) return;
    try {
      const profile = await this.#scope.bounded(LIMIT.chat, 'Reading the record', ports.im.readProfile());
      if (this.#scope.ports === ports) this.adopt(profile);
    } catch (error) {
      // Gone is an answer: the host closed the room while we were not listening. Anything else waits for the next read.
      const isGone = error instanceof RoomError && error.code === 'room-not-found';
      if (isGone && this.#scope.ports === ports) this.#scope.apply({ type: 'dismissed' });
    }
    if (this.#scope.state.phase === 'ended') this.ended();
  }
}
