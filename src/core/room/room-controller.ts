// The one owner of a room's state: carries out intents, hears signals, lets the flows act. Framework-free.
import { asRoomError, RoomError } from '../errors/room-error.js';
import type { AvSignal, Device } from '../ports/av-port.js';
import type { TextMessage } from '../chat/message.js';
import { Signals } from '../support/signals.js';
import type { Listener } from '../support/store.js';
import type { Flows } from './flows.js';
import type { HostFlow } from './host-flow.js';
import type { IntentOf, RoomIntent } from './intents.js';
import type { RoomState } from './room-state.js';
import { RoomScope, type RoomSetup } from './scope.js';
import { isHost } from './selectors.js';
import { Session } from './session.js';
import { Surfaces } from './surfaces.js';

export class RoomController {
  readonly #scope: RoomScope;
  readonly #session: Session;
  readonly #surfaces = new Surfaces();
  /** Loaded beside the provider: without its ports they could do nothing. */
  #flows: Flows | undefined;
  /** Loaded when somebody hosts: the many who watch never need it. */
  #host: HostFlow | undefined;
  #hostComing: Promise<HostFlow> | undefined;
  readonly #messages = new Signals<TextMessage>();
  readonly #devicesChanged = new Signals<void>();
  #volume = 1;

  /** Starts coming into the room at once. */
  constructor(setup: RoomSetup) {
    this.#scope = new RoomScope(setup);
    this.#session = new Session(this.#scope, {
      equip: async () => void (await this.#equipped()),
      opened: ({ av }) => {
        this.#surfaces.bind(av);
        if (this.#volume !== 1) av.setVolume(this.#volume);
      },
      signalled: (signal) => this.#flows?.hearing.hear(signal),
      staged: (signal) => this.#hearStage(signal),
      outdated: () => this.#host?.outdated(),
      beforeClose: () => this.#goOffStage(),
    });
    this.#scope.store.subscribe(() => {
      this.#flows?.hearing.update();
      this.#flows?.viewer.update();
      this.#host?.update();
    });
    this.#session.enter();
  }

  /** How the room is now. Frozen; a change is a new object. */
  get state(): RoomState {
    return this.#scope.state;
  }

  /** Calls `listener` at each change until the returned function is called. */
  subscribe(listener: Listener<RoomState>): () => void {
    return this.#scope.store.subscribe(listener);
  }

  /** Calls `listener` for each text that others said, as it enters the timeline, until the returned function is called. */
  onMessage(listener: (message: TextMessage) => void): () => void {
    return this.#messages.listen(listener);
  }

  /**
   * Carries out what a person wants. Never rejects: what failed is given back, and stands in `state.error`
   * until something succeeds. (A go-live that was `cancelled` is only given back: nothing failed.)
   */
  async dispatch(intent: RoomIntent): Promise<RoomError | undefined> {
    const { error: earlier } = this.state;
    try {
      await (this.#intents[intent.type] as (intent: RoomIntent) => Promise<void> | void)(intent);
    } catch (cause) {
      const error = asRoomError(cause);
      // Cancelling is what somebody wanted: nothing failed, and nobody needs to be told.
      if (error.code !== 'cancelled') this.#scope.apply({ type: 'failed', error });
      return error;
    }
    // What stood before this worked is made good; what came up meanwhile is not.
    if (earlier && this.state.error === earlier) this.#scope.apply({ type: 'recovered' });
    return undefined;
  }

  /** Shows the stage in `element` until the returned function is called. A room nobody watches enters no stage. */
  attachStage(element: HTMLElement): () => void {
    const release = this.#surfaces.add('stage', element);
    this.#flows?.viewer.update();
    return () => {
      release();
      // An element that only moves in the page is back before this runs.
      queueMicrotask(() => this.#flows?.viewer.update());
    };
  }

  /** Shows what the host's devices capture in `element` until the returned function is called. */
  attachPreview(element: HTMLElement): () => void {
    return this.#surfaces.add('preview', element);
  }

  /** The cameras and microphones there are. */
  async devices(): Promise<readonly Device[]> {
    return (await this.#scope.ports?.av.devices()) ?? [];
  }

  /** Calls `listener` when a camera or microphone came or went, until the returned function is called. */
  onDevicesChange(listener: () => void): () => void {
    return this.#devicesChanged.listen(listener);
  }

  /** How loud the host is for this person, 0–1. */
  setVolume(volume: number): void {
    this.#volume = Math.min(1, Math.max(0, volume));
    this.#scope.ports?.av.setVolume(this.#volume);
  }

  /** Tells whether the page can be seen: one that was hidden for long reads the record again. */
  setVisible(visible: boolean): void {
    this.#session.setVisible(visible);
  }

  /** Leaves and frees everything. Never rejects. */
  async close(): Promise<void> {
    await this.#session.leave();
  }

  readonly #intents: { [T in RoomIntent['type']]: (intent: IntentOf<T>) => Promise<void> | void } = {
    enter: () => this.#session.enter(),
    leave: () => this.#session.leave(),
    'send-text': ({ text }) => this.#act(({ chat }) => chat.sendText(text)),
    'retry-text': ({ id }) => this.#act(({ chat }) => chat.retryText(id)),
    'delete-text': ({ id }) => this.#act(({ chat }) => chat.deleteText(id)),
    'retry-stage': () => this.#act(({ viewer }) => viewer.retry()),
    'allow-sound': () => this.#act(({ viewer }) => viewer.allowSound()),
    open: async () => (await this.#hosting()).open(),
    'choose-media': async ({ media }) => (await this.#hosting()).chooseMedia(media),
    'go-live': async ({ countdown }) => (await this.#hosting()).goLive(countdown),
    'cancel-go-live': async () => (await this.#hosting()).cancel(),
    resume: async () => (await this.#hosting()).resume(),
    'step-off': async () => (await this.#hosting()).stepOff(),
    end: async () => (await this.#hosting()).end(),
  };

  /** At once where that can be: what somebody writes is there in the same moment. */
  #act(step: (flows: Flows) => Promise<void> | void): Promise<void> | void {
    return this.#flows ? step(this.#flows) : this.#equipped().then(step);
  }

  async #equipped(): Promise<Flows> {
    if (this.#flows) return this.#flows;
    const { makeFlows } = await import('./flows.js').catch(notLoaded);
    return (this.#flows ??= makeFlows(this.#scope, {
      surfaces: this.#surfaces,
      reconcile: (delay) => this.#session.reconcile(delay),
      said: (text) => this.#messages.emit(text),
    }));
  }

  /** One promise for all who ask, so that what is wanted first is done first. */
  #hosting(): Promise<HostFlow> {
    return (this.#hostComing ??= this.#loadHost().catch((error: unknown) => {
      // Asked for again after it failed: a chunk that could not be fetched once may be there the next time.
      this.#hostComing = undefined;
      throw error;
    }));
  }

  async #loadHost(): Promise<HostFlow> {
    const { HostFlow } = await import('./host-flow.js').catch(notLoaded);
    this.#host = new HostFlow(this.#scope, this.#session);
    return this.#host;
  }

  #hearStage(signal: AvSignal): void {
    if (signal.type === 'devices-changed') this.#devicesChanged.emit();
    else (isHost(this.state) ? this.#host : this.#flows?.viewer)?.hear(signal);
  }

  /** Nobody stays on a stage of a room that is being left. */
  async #goOffStage(): Promise<void> {
    this.#flows?.hearing.flush();
    await Promise.all([this.#flows?.viewer.leave(), this.#host?.leave()]);
  }
}

function notLoaded(cause: unknown): never {
  throw new RoomError('network', 'A part of the kit could not be loaded: try again.', cause);
}
