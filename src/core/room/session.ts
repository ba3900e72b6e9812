// Being in the chat room: connect, join, stay joined, read the record again, leave. Knows nothing of the stage.
import { asRoomError, isPassing, RoomError, type RoomErrorCode } from '../errors/room-error.js';
import type { ImSignal } from '../ports/im-port.js';
import type { AvSignal } from '../ports/av-port.js';
import type { RoomProfile } from '../ports/im-port.js';
import type { Ports } from '../ports/provider.js';
import { backoff } from '../support/backoff.js';
import { pause } from '../support/clock.js';
import { Login } from './login.js';
import { Reconciler } from './reconciler.js';
import { LIMIT, type RoomScope } from './scope.js';
import { isHost, isOpen } from './selectors.js';
import { readSpread } from './spread.js';

const CONNECT_RETRY = { first: 1_000, longest: 30_000 };
const NOT_OPEN_RETRY = { first: 1_000, longest: 10_000, factor: 1.5 };

export interface SessionHooks {
  /** Loads what makes use of the ports, unless it is there. */
  equip(): Promise<void>;
  /** New ports are there: everything that holds on to ports must take these. */
  opened(ports: Ports): void;
  signalled(signal: ImSignal): void;
  staged(signal: AvSignal): void;
  /** The service has a record that is older than what is known. */
  outdated(): void;
  /** Finish what must be said before the ports close. */
  beforeClose(): Promise<void>;
}

export class Session {
  readonly #scope: RoomScope;
  readonly #hooks: SessionHooks;
  readonly #login: Login;
  readonly #reconciler: Reconciler;
  /** Aborted when coming in begins anew, and when it is not wanted any more. */
  #coming: AbortController | undefined;
  /** Done when the last stay has been cleared away: nobody comes in through a door that is being closed. */
  #stopped: Promise<void> = Promise.resolve();

  constructor(scope: RoomScope, hooks: SessionHooks) {
    this.#scope = scope;
    this.#hooks = hooks;
    this.#login = new Login(scope);
    this.#reconciler = new Reconciler(scope, { ended: () => this.ended(), outdated: () => hooks.outdated() });
  }

  /** Starts coming in; goes on trying until joined, left, or stopped by an error that only a person can mend. */
  enter(): void {
    if (this.#scope.staying) return;
    this.#scope.staying = true;
    this.#scope.stay++;
    this.#scope.apply(this.#scope.state.phase === 'ended' ? { type: 'room-opened' } : { type: 'recovered' });
    void this.#comeIn();
  }

  /** Leaves the room and frees everything. Never rejects. */
  async leave(): Promise<void> {
    await this.#stop();
    this.#left();
  }

  /** Takes what a read told. */
  adopt(profile: RoomProfile): void {
    if (this.#scope.staying && !this.#scope.closing) this.#reconciler.adopt(profile);
  }

  /** Takes what opening told. Whoever opened the room is in it, and need not come in any more. */
  opened(profile: RoomProfile): void {
    // Thrown out while it was under way.
    if (!this.#scope.staying || this.#scope.closing) return;
    this.#coming?.abort();
    this.adopt(profile);
    this.#online();
  }

  /** Reads the record again after `delay` milliseconds; a read that cannot be done now is left to the next one. */
  reconcile(delay = 0): void {
    this.#reconciler.schedule(delay);
  }

  setVisible(visible: boolean): void {
    this.#reconciler.setVisible(visible);
  }

  #comeIn(): Promise<void> {
    return this.#persist(
      async (signal) => {
        const ports = await this.#connect(signal);
        if (ports) await this.#join(ports, signal);
      },
      () => this.#closePorts(),
    );
  }

  /** The login ran out: in again by the same ports, so that the picture goes on meanwhile. */
  async #comeBack(): Promise<void> {
    const { ports } = this.#scope;
    if (!ports) return;
    await this.#persist(async (signal) => {
      await this.#login.connectAgain(ports.im);
      if (!signal.aborted) await this.#join(ports, signal);
    });
  }

  /** Tries `attempt` until it works, it is not wanted any more, or only a person can mend why it fails. */
  async #persist(attempt: (signal: AbortSignal) => Promise<void>, retreat?: () => Promise<void>): Promise<void> {
    const { clock, random } = this.#scope.setup;
    const { signal } = this.#beginComing();
    this.#scope.apply({ type: 'link-changed', link: 'connecting' });
    for (let count = 1; !signal.aborted; count++) {
      try {
        return await attempt(signal);
      } catch (cause) {
        if (signal.aborted) return;
        const error = asRoomError(cause);
        await retreat?.();
        if (signal.aborted) return;
        if (!isPassing(error)) return this.#giveUp('offline', error);
        // The first miss may be a hiccup; from the second on people should know why nothing happens.
        if (count > 1) this.#scope.apply({ type: 'failed', error });
        await pause(clock, backoff(CONNECT_RETRY, count, random), signal);
      }
    }
  }

  #beginComing(): AbortController {
    this.#coming?.abort();
    this.#coming = new AbortController();
    return this.#coming;
  }

  async #connect(signal: AbortSignal): Promise<Ports | undefined> {
    await this.#stopped;
    this.#login.prepare();
    const ports = await this.#scope.bounded(LIMIT.chat, 'Loading', this.#openPorts(), 'network');
    if (signal.aborted) {
      await Promise.all([ports.im.close(), ports.av.close()]);
      return undefined;
    }
    this.#scope.ports = ports;
    ports.im.listen((heard) => this.#hear(heard));
    ports.av.listen((heard) => this.#hooks.staged(heard));
    this.#hooks.opened(ports);
    await this.#login.connect(ports.im);
    return ports;
  }

  async #openPorts(): Promise<Ports> {
    const opening = this.#scope.setup.connectPorts();
    try {
      const [ports] = await Promise.all([opening, this.#hooks.equip()]);
      return ports;
    } catch (cause) {
      opening.then(({ im, av }) => Promise.all([im.close(), av.close()])).catch(() => undefined);
      throw cause;
    }
  }

  /** Joins, waiting for the room to be opened if need be (by somebody else, or by this page's host). */
  async #join({ im }: Ports, signal: AbortSignal): Promise<void> {
    const { clock, random, room } = this.#scope.setup;
    for (let attempt = 1; !signal.aborted; attempt++) {
      const wasOpen = isOpen(this.#scope.state);
      const profile = await this.#tryJoin(im.joinRoom(room));
      if (signal.aborted) return;
      if (profile) this.#reconciler.adopt(profile);
      else if (wasOpen) return this.#dismissed();
      else this.#scope.apply({ type: 'room-missing' });
      if (this.#scope.state.phase === 'ended' && !isHost(this.#scope.state)) return this.ended();
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
    if (!this.#scope.staying || this.#scope.closing) return;
    if (signal.type === 'link') return this.#linkChanged(signal.link);
    if (signal.type === 'credentials-expired') return void this.#comeBack();
    if (signal.type === 'kicked') return this.#giveUp('kicked', kicked(signal.code));
    this.#hooks.signalled(signal);
    if (this.#scope.state.phase === 'ended') this.ended();
  }

  #linkChanged(link: 'connecting' | 'online'): void {
    this.#scope.apply({ type: 'link-changed', link });
    const { state, setup } = this.#scope;
    // What broke one connection may have broken all: a crowd that comes back reads spread out.
    if (link === 'online' && isOpen(state)) this.reconcile(setup.random() * readSpread(state.members));
  }

  /** Only a person can get any further. */
  #giveUp(link: 'offline' | 'kicked', error: RoomError): void {
    void this.#stop();
    this.#scope.apply({ type: 'link-changed', link });
    this.#scope.apply({ type: 'failed', error });
  }

  /** Gone while we were not listening. */
  #dismissed(): void {
    this.#scope.apply({ type: 'dismissed' });
    this.ended();
  }

  /** The show is over: nothing is left to listen to. The conversation stays readable. */
  ended(): void {
    void this.#stop().then(() => this.#left());
  }

  /** Unless somebody came in again meanwhile. */
  #left(): void {
    if (!this.#scope.staying) this.#scope.apply({ type: 'left' });
  }

  #stop(): Promise<void> {
    if (this.#scope.staying) this.#stopped = this.#closeDown(this.#stopped);
    return this.#stopped;
  }

  /** @param earlier - A stop that may still be under way: ended later, it would close what somebody came in with since. */
  async #closeDown(earlier: Promise<void>): Promise<void> {
    this.#scope.staying = false;
    this.#scope.closing = true;
    this.#coming?.abort();
    this.#reconciler.stop();
    this.#login.stop();
    await earlier;
    // Which was over by now for the earlier one.
    this.#scope.closing = true;
    await this.#hooks.beforeClose();
    const ports = this.#scope.ports;
    if (ports) await this.#scope.attempt('Leaving the room', () => ports.im.leaveRoom());
    await this.#closePorts();
    this.#scope.closing = false;
  }

  async #closePorts(): Promise<void> {
    const ports = this.#scope.ports;
    this.#scope.ports = undefined;
    if (ports) await Promise.all([ports.im.close(), ports.av.close()]);
  }
}

function kicked(code: RoomErrorCode): RoomError {
  return new RoomError(code, 'This person came in elsewhere or was removed.');
}
