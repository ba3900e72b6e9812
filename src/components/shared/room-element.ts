// What every element of the kit has: the room around it, its state, its language, and a way to ask for something.
import { LitElement } from 'lit';
import {
  initialState,
  viewOf,
  type RoomController,
  type RoomIntent,
  type RoomState,
  type RoomView,
} from '../../core/index.js';
import { ownerAround, RoomConsumer } from './context.js';
import { BigcastIntentEvent } from './events.js';
import { LanguageController } from './language.js';
import { LANGUAGES, type Strings } from './localize.js';

export abstract class RoomElement extends LitElement {
  readonly #language = new LanguageController(this, LANGUAGES);
  readonly #listeners = new Set<() => void>();
  #roomController: RoomController | undefined;

  constructor() {
    super();
    new RoomConsumer(this, (controller) => this.roomAround(controller));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // None of ours is inline by itself: the page has reset everything (`* { all: unset }`).
    if (getComputedStyle(this).display === 'inline') void import('./insist.js').then(({ insist }) => insist(this));
  }

  /** How the room is now: frozen, replaced at each change. See `RoomState`. */
  get state(): RoomState {
    return this.#roomController?.state ?? this.stateWithoutRoom;
  }

  /** What the room should show: `connecting`, `chat`, `video`, `ended` or `blocked`. */
  get view(): RoomView {
    return viewOf(this.state);
  }

  /** The controller of the room, once there is one: for whoever builds elements of their own. */
  get roomController(): RoomController | undefined {
    return this.#roomController;
  }

  /** Calls `listener` when the room becomes another one, until the returned function is called. @internal */
  onRoomChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The sentences in this element's language, and in the page's words where it has some. */
  protected get words(): Strings {
    return this.#language.strings;
  }

  /** BCP 47 tag of this element's language, for Intl; undefined where the page does not say. */
  protected get languageTag(): string | undefined {
    return this.#language.tag || undefined;
  }

  /** What `state` is while there is no room: the owner around knows why there is none. */
  protected get stateWithoutRoom(): RoomState {
    const owner = ownerAround(this) as Partial<RoomElement> | undefined;
    return owner?.state ?? WITHOUT_ROOM;
  }

  /** The room around this element came or went. */
  protected roomAround(controller: RoomController | undefined): void {
    this.setRoom(controller);
  }

  /** Nobody should see a flash of another language, or of a sentence that says less than it could. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { error } = this.state;
    const awaited = this.hasUpdated && !error ? undefined : this.#language.awaited(!!error);
    return awaited ? awaited.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected setRoom(controller: RoomController | undefined): void {
    // Whoever brings the room also brings the page's words for it.
    this.#language.follow();
    // No room after no room may be news: the owner around could not make one.
    if (controller && controller === this.#roomController) return;
    this.#roomController = controller;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Asks the room for something. False when the page vetoed it: then nothing was done, and what was written must stay. */
  protected ask(intent: RoomIntent): boolean {
    return this.dispatchEvent(new BigcastIntentEvent(intent));
  }
}

const WITHOUT_ROOM = initialState('');
