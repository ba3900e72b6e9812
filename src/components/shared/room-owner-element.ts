// An element that can bring its own room: it makes one from its attributes unless it stands inside another's.
import type { PropertyDeclarations, PropertyValues } from 'lit';
import {
  asRoomError,
  createRoom,
  initialState,
  RoomError,
  viewOf,
  type RoomController,
  type RoomIntent,
  type RoomState,
} from '../../core/index.js';
import { isInsideRoom, RoomProvider } from './context.js';
import { BigcastErrorEvent, BigcastMessageEvent, BigcastPhaseEvent, type BigcastIntentEvent } from './events.js';
import type { PageStrings } from './localize.js';
import { RoomAttributes } from './room-attributes.js';

/**
 * @attr {'connecting' | 'chat' | 'video' | 'ended' | 'blocked'} view - Reflected: what the page shows.
 * @attr {'unknown' | 'not-open' | 'waiting' | 'live' | 'ended'} phase - Reflected: where the show is.
 */
export abstract class RoomOwnerElement extends RoomAttributes {
  static override properties: PropertyDeclarations = {
    strings: { attribute: false },
  };

  readonly #provided = new RoomProvider(this);
  #own: RoomController | undefined;
  #around: RoomController | undefined;
  #failure: RoomState | undefined;
  #stopListening: (() => void)[] = [];
  #stopFollowing: (() => void) | undefined;

  /**
   * The page's own words by language tag, for this element and those inside: some in place of the kit's, or a language that the kit
   * does not have, or a function that loads them. Replace the object to change it.
   */
  strings: PageStrings | undefined = undefined;

  constructor() {
    super();
    this.addEventListener('bigcast-intent', (event) => this.#intended(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#own) this.#openOwnRoom();
    document.addEventListener('visibilitychange', this.#visibilityChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#visibilityChanged);
    // An element that only moves in the page is connected again before this runs, and keeps its room.
    queueMicrotask(() => {
      if (!this.isConnected) this.#closeOwnRoom();
    });
  }

  /** Host: creates the room, or takes it up again. Rejects with a `RoomError`, also left in `state.error`. */
  async open(): Promise<void> {
    await this.#carryOut({ type: 'open' });
  }

  /** Says `text` to the room. Resolves when the service has it; rejects with a `RoomError`, also left in `state.error`. */
  async send(text: string): Promise<void> {
    await this.#carryOut({ type: 'send-text', text });
  }

  /**
   * Host: opens the stage, announces it, and publishes after `countdown` seconds (0–60; default 0: at once).
   * Resolves when the picture is on its way; rejects with a `RoomError`, also left in `state.error` (but for `cancelled`: nothing failed).
   */
  async goLive({ countdown = 0 }: { countdown?: number } = {}): Promise<void> {
    await this.#carryOut({ type: 'go-live', countdown });
  }

  /** Host: back to chat; the room stays open. Rejects with a `RoomError`, also left in `state.error`. */
  async stepOff(): Promise<void> {
    await this.#carryOut({ type: 'step-off' });
  }

  /** Host: ends the show for everybody. Rejects with a `RoomError`, also left in `state.error`. */
  async end(): Promise<void> {
    await this.#carryOut({ type: 'end' });
  }

  /** Leaves the room; `enter()` comes back. */
  async leave(): Promise<void> {
    await this.#carryOut({ type: 'leave' });
  }

  /** Comes in again after leaving, after being kicked, or after an error. */
  async enter(): Promise<void> {
    await this.#carryOut({ type: 'enter' });
  }

  protected override get stateWithoutRoom(): RoomState {
    return this.#failure ?? super.stateWithoutRoom;
  }

  protected override roomAround(controller: RoomController | undefined): void {
    this.#around = controller;
    this.#settleRoom();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || this.makesAnotherRoom(changed)) this.#openOwnRoom();
    else if (changed.has('strings')) this.#settleRoom();
  }

  #openOwnRoom(): void {
    this.#closeOwnRoom();
    if (isInsideRoom(this)) return;
    try {
      this.#own = createRoom(this.roomOptions);
      this.#failure = undefined;
    } catch (cause) {
      // Out of a life-cycle callback nothing is thrown: the state carries the error, the console tells the developer.
      this.#failure = Object.freeze({ ...initialState(this.room), link: 'offline', error: asRoomError(cause) });
    }
    this.#settleRoom();
    if (this.#own) this.#listen(this.#own);
    else if (this.#failure?.error) this.#announceError(this.#failure.error);
  }

  #closeOwnRoom(): void {
    this.#stopListening.splice(0).forEach((stop) => stop());
    void this.#own?.close();
    this.#own = undefined;
    this.#settleRoom();
  }

  /** Own room or the one around: the same for this element and for those inside it. */
  #settleRoom(): void {
    const controller = this.#own ?? this.#around;
    this.setRoom(controller);
    // Also "still none" is told: those inside read why from here.
    this.#provided.setValue(controller);
    this.#followAround();
    this.#reflect();
  }

  /** An own room reflects by itself; one around must be followed for it. */
  #followAround(): void {
    this.#stopFollowing?.();
    const isFollowing = this.isConnected && !this.#own;
    this.#stopFollowing = isFollowing ? this.#around?.subscribe(() => this.#reflect()) : undefined;
  }

  #listen(controller: RoomController): void {
    this.#stopListening.push(
      controller.subscribe((state, before) => this.#stateChanged(state, before)),
      controller.onMessage((message) => this.dispatchEvent(new BigcastMessageEvent(message))),
    );
  }

  #stateChanged(state: RoomState, before: RoomState): void {
    this.#reflect();
    if (state.phase !== before.phase) this.dispatchEvent(new BigcastPhaseEvent(state.phase, before.phase));
    if (state.error && state.error !== before.error) this.#announceError(state.error);
  }

  #announceError(error: RoomError): void {
    console.error(`<${this.localName}> ${error.code}:`, error);
    this.dispatchEvent(new BigcastErrorEvent(error));
  }

  /** For the page's CSS: `bigcast-viewer[view='video']`. */
  #reflect(): void {
    if (!this.isConnected) return;
    const { state } = this;
    this.setAttribute('phase', state.phase);
    this.setAttribute('view', viewOf(state));
  }

  #intended(event: BigcastIntentEvent): void {
    const own = this.#own;
    if (!own) return;
    // After the page had its say: its listeners stand further out than this one.
    queueMicrotask(() => {
      if (!event.defaultPrevented) void own.dispatch(event.intent);
    });
  }

  async #carryOut(intent: RoomIntent): Promise<void> {
    await this.updateComplete;
    const controller = this.roomController;
    if (!controller)
      throw this.state.error ?? new RoomError('not-joined', 'This element has no room: add it to a page.');
    await untilSettled(controller);
    // What the same news made others ask for comes first: the console passes on the page's own media before the host goes live.
    await Promise.resolve();
    const error = await controller.dispatch(intent);
    if (error) throw error;
  }

  readonly #visibilityChanged = (): void => this.#own?.setVisible(document.visibilityState === 'visible');
}

/** Waits until it is known whether the room exists: what is wanted right after the page loads is not too early. */
function untilSettled(controller: RoomController): Promise<void> {
  const isSettled = () => controller.state.phase !== 'unknown' || controller.state.link !== 'connecting';
  if (isSettled()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = controller.subscribe(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
}
