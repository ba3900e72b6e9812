// The list of a chat: follows the room's timeline frame by frame, past lit. What comes in renders rows, never the element.
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { RoomController, RoomIntent, RoomState, Timeline } from '../../core/index.js';
import type { RoomElement } from '../shared/room-element.js';
import type { Strings } from '../shared/localize.js';
import type { Pace } from './pace.js';
import { RowRing } from './row-ring.js';
import { ScrollKeeper } from './scroll-keeper.js';
import { timeOfDay } from './time-of-day.js';

/** Most rows while the reader follows the end. */
const ROWS = 200;
/** More texts than these at once are a rush: then nothing but what can be seen is rendered. */
const RUSH = 9;
/** How long after a rush the list is whole again, in milliseconds. */
const CALM = 300;
/** Most rows while the reader is scrolled up: then what comes is only counted. */
const HELD_ROWS = 500;

/** What the list needs of its element. */
export interface Voice {
  readonly strings: Strings;
  readonly languageTag: string | undefined;
  readonly ask: (intent: RoomIntent) => boolean;
  /** Undefined until it has come. */
  readonly pace: Pace | undefined;
}

interface Pieces {
  readonly list: HTMLElement;
  readonly empty: HTMLElement;
  readonly pace: HTMLElement;
  readonly ring: RowRing;
  readonly keeper: ScrollKeeper;
}

export class Conversation implements ReactiveController {
  readonly #host: RoomElement;
  readonly #voice: () => Voice;
  readonly #resized = new ResizeObserver(() => this.#pieces?.keeper.settle());
  #pieces: Pieces | undefined;
  #release: (() => void)[] = [];
  #room: RoomController | undefined;
  #unfollow: (() => void)[] = [];
  #frame = 0;
  #timeOf = timeOfDay(undefined);
  /** What the rows were rendered with, beside their messages. */
  #painted: readonly unknown[] = [];
  /** The timeline as the rows last saw it. */
  #synced: Timeline = [];
  /** Texts that came since the rows last followed the end. */
  #unseen = 0;
  /** While held: something is missing between the last row and what comes now, or there is no room for more. */
  #onlyCount = false;
  /** The timer that runs in a rush, and until it is calm again. */
  #rush: ReturnType<typeof setTimeout> | 0 = 0;

  constructor(host: RoomElement, voice: () => Voice) {
    this.#host = host;
    this.#voice = voice;
    host.addController(this);
  }

  hostConnected(): void {
    this.#release.push(this.#host.onRoomChange(() => this.#follow()));
    this.#follow();
    if (!this.#pieces) return;
    // Taken out and put in again, a list stands at its beginning.
    this.#pieces.keeper.unsettle();
    this.#resized.observe(this.#pieces.list);
    this.#schedule();
  }

  hostDisconnected(): void {
    [...this.#release.splice(0), ...this.#unfollow.splice(0)].forEach((stop) => stop());
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  hostUpdated(): void {
    if (!this.#pieces) {
      this.#pieces = this.#findPieces();
      this.#resized.observe(this.#pieces.list);
    }
    this.#schedule();
  }

  get strings(): Strings {
    return this.#voice().strings;
  }

  /** Stays as it is now, and counts what comes. */
  pause(): void {
    this.#pieces?.keeper.pause();
    this.#schedule();
  }

  focus(): void {
    this.#pieces?.list.focus({ preventScroll: true });
  }

  /** Back to the newest, and on with it. */
  release(): void {
    this.#pieces?.keeper.release();
    this.#schedule();
  }

  render(strings: Strings, isOpen: boolean): TemplateResult {
    return html`<div class="log">
      <div
        part="list"
        class="list"
        role="log"
        aria-label=${strings.conversation}
        aria-live="off"
        tabindex="0"
        @scroll=${this.#scrolled}
        @keydown=${this.#fill}
      >
        <div class="rows"></div>
      </div>
      <div part="empty" class="empty"><slot name="empty">${isOpen ? strings.nobodySpoke : nothing}</slot></div>
      <div class="pace"></div>
    </div>`;
  }

  #findPieces(): Pieces {
    const find = (name: string) => this.#host.renderRoot.querySelector<HTMLElement>(`.${name}`)!;
    const list = find('list');
    const ring = new RowRing(find('rows'), () => ({
      ...this.#voice(),
      ask: (intent) => this.#asked(intent),
      timeOf: this.#timeOf,
      owner: this.#host.state.owner,
      self: this.#host.state.self?.id,
    }));
    const keeper = new ScrollKeeper(list, (y) => ring.rowBelow(y));
    return { list, ring, keeper, empty: find('empty'), pace: find('pace') };
  }

  #follow(): void {
    this.#unfollow.splice(0).forEach((stop) => stop());
    const room = this.#host.roomController;
    // Another room is another conversation; no room at all keeps what was said readable.
    if (room && this.#room && room !== this.#room) {
      this.#synced = [];
      this.release();
    }
    this.#room = room ?? this.#room;
    if (room) this.#unfollow = [room.subscribe(this.#changed), room.onMessage(() => this.#unseen++)];
    this.#schedule();
  }

  readonly #changed = (state: RoomState, before: RoomState): void => {
    const isSame = state.timeline === before.timeline && state.owner === before.owner && state.self === before.self;
    if (!isSame) this.#schedule();
  };

  /** One frame for whatever happens before it. A hidden page has none: then nothing is done, and nothing piles up. */
  #schedule(): void {
    if (!this.#host.isConnected || !this.#pieces) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#pieces) this.#sync(this.#pieces);
    });
  }

  #sync(pieces: Pieces): void {
    const { list, ring, keeper, empty } = pieces;
    const { timeline } = this.#host.roomController ? this.#host.state : { timeline: this.#synced };
    this.#repaintIfSpokenOtherwise(pieces);
    if (keeper.pinned) {
      if (this.#unseen > RUSH) {
        clearTimeout(this.#rush);
        this.#rush = setTimeout(() => {
          this.#rush = 0;
          this.#schedule();
        }, CALM);
      }
      // Rows are higher than 16 pixels.
      ring.show(timeline.slice(this.#rush ? ~(list.clientHeight >> 4) : -ROWS));
      this.#unseen = 0;
      this.#onlyCount = false;
    } else {
      this.#fill();
      if (timeline !== this.#synced) this.#syncHeld(pieces, timeline);
    }
    this.#synced = timeline;
    empty.hidden = timeline.some(({ kind }) => kind === 'text');
    this.#showPace(pieces);
    keeper.settle();
  }

  /** Who goes up finds everything there; who goes by key (Home), before it takes effect. */
  readonly #fill = (): void => {
    const { ring, keeper } = this.#pieces!;
    if (this.#rush) keeper.hold(() => ring.show(this.#synced.slice(-ROWS)));
    // Calm would bring the end back, and stop what the key has begun.
    clearTimeout(this.#rush);
    this.#rush = 0;
  };

  #syncHeld({ ring, keeper }: Pieces, timeline: Timeline): void {
    if (ring.isStale(timeline)) keeper.hold(() => ring.update(timeline));
    const known = new Set(this.#synced.map(({ id }) => id));
    const fresh = timeline.filter(({ id }) => !known.has(id));
    const isTorn = fresh.length === timeline.length && known.size > 0;
    this.#onlyCount ||= keeper.paused || isTorn || ring.size + fresh.length > HELD_ROWS;
    if (!this.#onlyCount) ring.append(fresh);
  }

  /** Rows keep the words they were rendered with until the language or the host is another. */
  #repaintIfSpokenOtherwise({ ring, keeper }: Pieces): void {
    const { strings, languageTag } = this.#voice();
    const { owner, self } = this.#host.state;
    const paint = [strings, languageTag, owner, self?.id];
    if (paint.every((value, index) => value === this.#painted[index])) return;
    this.#painted = paint;
    this.#timeOf = timeOfDay(languageTag);
    if (keeper.pinned) ring.repaint();
    else keeper.hold(() => ring.repaint());
  }

  #showPace({ keeper, empty, pace }: Pieces): void {
    const { pinned, paused } = keeper;
    const standing = { isHeld: !pinned, isPaused: paused, count: this.#unseen, isEmpty: !empty.hidden };
    this.#voice().pace?.show(standing, pace);
  }

  /** The buttons of a row go with what they do: whoever pressed one with a key goes on reading. */
  #asked(intent: RoomIntent): void {
    if (this.#voice().ask(intent)) this.focus();
  }

  readonly #scrolled = (): void => {
    const { keeper } = this.#pieces!;
    if (keeper.scrolled()) this.release();
    else if (this.#rush && !keeper.pinned) this.#schedule();
  };
}
