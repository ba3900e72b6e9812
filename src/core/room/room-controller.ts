// The one owner of a room's state: carries out intents, hears signals, lets the flows act. Framework-free.
import { asRoomError, RoomError } from '../errors/room-error.js';
import type { AvSignal, Device } from '../ports/av-port.js';
import type { ImSignal } from '../ports/im-port.js';
import type { TextMessage } from '../chat/message.js';
import { Signals } from '../support/signals.js';
import type { Listener } from '../support/store.js';
import { ChatFlow } from './chat-flow.js';
import type { HostFlow } from './host-flow.js';
import { Inbox } from './inbox.js';
import type { IntentOf, RoomIntent } from './intents.js';
import { parseRecord } from './record.js';
import type { RoomState } from './room-state.js';
import { RoomScope, type RoomSetup } from './scope.js';
import { isHost } from './selectors.js';
import { Session } from './session.js';
import { Surfaces } from './surfaces.js';
import { ViewerFlow } from './viewer-flow.js';

export class RoomController {
  readonly #scope: RoomScope;
  readonly #session: Session;
  readonly #surfaces = new Surfaces();
  readonly #viewer: ViewerFlow;
  /** Loaded when somebody hosts: the many who watch never need it. */
  #host: HostFlow | undefined;
  readonly #chat: ChatFlow;
  readonly #inbox: Inbox;
  readonly #messages = new Signals<TextMessage>();
  readonly #devicesChanged = new Signals<void>();
  #volume = 1;
  /** Announcements heard before it is known whose word counts. */
  #early: ImSignal[] = [];

  /** Starts coming into the room at once. */
  constructor(setup: RoomSetup) {
    this.#scope = new RoomScope(setup);
    this.#session = new Session(this.#scope, {
      opened: ({ av }) => {
        this.#surfaces.bind(av);
        if (this.#volume !== 1) av.setVolume(this.#volume);
      },
      signalled: (signal) => this.#hear(signal),
      staged: (signal) => this.#hearStage(signal),
      beforeClose: () => this.#goOffStage(),
    });
    this.#viewer = new ViewerFlow(this.#scope, this.#surfaces, (delay) => this.#session.reconcile(delay));
    this.#chat = new ChatFlow(this.#scope);
    this.#inbox = new Inbox(this.#scope, (texts) => this.#receive(texts));
    this.#scope.store.subscribe(() => {
      this.#hearEarly();
      this.#viewer.update();
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
    this.#viewer.update();
    return () => {
      release();
      // An element that only moves in the page is back before this runs.
      queueMicrotask(() => this.#viewer.update());
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
    'send-text': ({ text }) => this.#chat.sendText(text),
    'retry-text': ({ id }) => this.#chat.retryText(id),
    'delete-text': ({ id }) => this.#chat.deleteText(id),
    'retry-stage': () => this.#viewer.retry(),
    'allow-sound': () => this.#viewer.allowSound(),
    open: async () => (await this.#hosting()).open(),
    'choose-media': async ({ media }) => (await this.#hosting()).chooseMedia(media),
    'go-live': async ({ countdown }) => (await this.#hosting()).goLive(countdown),
    'cancel-go-live': async () => (await this.#hosting()).cancel(),
    resume: async () => (await this.#hosting()).resume(),
    'step-off': async () => (await this.#hosting()).stepOff(),
    end: async () => (await this.#hosting()).end(),
  };

  async #hosting(): Promise<HostFlow> {
    if (this.#host) return this.#host;
    // Asked for again after it failed: a chunk that could not be fetched once may be there the next time.
    const { HostFlow } = await import('./host-flow.js').catch((cause: unknown) => {
      throw new RoomError('network', 'The host’s part of the kit could not be loaded: try again.', cause);
    });
    return (this.#host ??= new HostFlow(this.#scope, this.#session));
  }

  #hear(signal: ImSignal): void {
    if (this.state.owner === undefined && isAnnouncement(signal)) {
      this.#early.push(signal);
      return;
    }
    const { setup } = this.#scope;
    switch (signal.type) {
      case 'command': {
        const { command, from, at } = signal;
        if (command.type === 'text') return this.#inbox.add(signal, command.text);
        return this.#scope.apply({ type: 'announced', command, from, at, now: setup.clock.now() });
      }
      case 'profile-changed': {
        const record = parseRecord(signal.record);
        return record && this.#scope.apply({ type: 'record-changed', record });
      }
      case 'joined':
      case 'left':
        return this.#scope.apply({ ...signal, type: 'people-changed', change: signal.type });
      case 'members':
        return this.#scope.apply({ type: 'members-counted', count: signal.count });
      case 'dismissed':
        return this.#scope.apply({ type: 'dismissed' });
    }
  }

  #hearStage(signal: AvSignal): void {
    if (signal.type === 'devices-changed') this.#devicesChanged.emit();
    else (isHost(this.state) ? this.#host : this.#viewer)?.hear(signal);
  }

  #receive(texts: readonly TextMessage[]): void {
    const before = new Set(this.state.timeline.map(({ id }) => id));
    this.#scope.apply({ type: 'texts-received', texts });
    for (const text of texts) {
      if (before.has(text.id)) continue;
      before.add(text.id);
      this.#messages.emit(text);
    }
  }

  #hearEarly(): void {
    if (this.state.owner === undefined || this.#early.length === 0) return;
    const early = this.#early;
    this.#early = [];
    early.forEach((signal) => this.#hear(signal));
  }

  /** Nobody stays on a stage of a room that is being left. */
  async #goOffStage(): Promise<void> {
    this.#inbox.flush();
    await Promise.all([this.#viewer.leave(), this.#host?.leave()]);
  }
}

function isAnnouncement(signal: ImSignal): boolean {
  return signal.type === 'profile-changed' || (signal.type === 'command' && signal.command.type !== 'text');
}
