// The reader's own pace in a conversation that has none: the pause, the way back to the newest, and what is read out to those
// who listen. Comes after the first load; without it the list follows, and is scrolled by hand.
import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit';
import { canTalk, systemClock, type Clock, type RoomController, type RoomState } from '../../core/index.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { complete } from '../shared/lang/en-all.js';
import { sentenceFor, type Strings } from '../shared/localize.js';
import type { RoomElement } from '../shared/room-element.js';
import { Announcer } from './announcer.js';
import { paceIcon } from './pace-icons.js';

export { paceStyles } from './pace.styles.js';

/** As many announcements stand in the page: one may still be being read out when the next comes. */
const KEPT = 3;

/** How the list stands. */
export interface Standing {
  /** Whether the list stays where the reader is, and counts. */
  readonly isHeld: boolean;
  /** Whether that is because of the pause. */
  readonly isPaused: boolean;
  /** What came since. */
  readonly count: number;
  readonly isEmpty: boolean;
}

/** What it needs of the conversation. */
export interface Paced {
  readonly strings: Strings;
  pause(): void;
  /** Back to the newest, and on with it. */
  release(): void;
  /** Puts the focus on the list. */
  focus(): void;
}

export class Pace implements ReactiveController {
  readonly #host: RoomElement;
  readonly #paced: Paced;
  readonly #announcer: Announcer;
  #release: (() => void)[] = [];
  #unfollow: (() => void)[] = [];
  #room: RoomController | undefined;
  #container: HTMLElement | undefined;
  #shown: readonly unknown[] = [];
  #isPaused = false;

  constructor(host: RoomElement, paced: Paced, clock: Clock = systemClock) {
    this.#host = host;
    this.#paced = paced;
    const say = (words: string) => this.#say(words);
    this.#announcer = new Announcer(clock, say, () => this.#words);
    host.addController(this);
    // The field of the composer is disabled at the end.
    new FocusKeeper(host, '.list');
  }

  hostConnected(): void {
    this.#release.push(this.#host.onRoomChange(() => this.#follow()));
    this.#follow();
  }

  hostDisconnected(): void {
    [...this.#release.splice(0), ...this.#unfollow.splice(0)].forEach((stop) => stop());
    this.#announcer.stop();
  }

  /** Shows what there is to do about how the list stands, in a container of its own. */
  show(standing: Standing, container: HTMLElement): void {
    const { isHeld, isPaused, count, isEmpty } = standing;
    this.#container = container;
    if (isPaused !== this.#isPaused) this.#turn(isPaused);
    const { strings } = this.#paced;
    // Where nobody can speak, or this reader is out, nothing moves that could be paused.
    const canPause = isPaused || (!isEmpty && canTalk(this.#host.state));
    const shown = [strings, isHeld, isPaused, isHeld ? count : 0, canPause];
    if (shown.every((value, index) => value === this.#shown[index])) return;
    this.#shown = shown;
    const hadFocus = (this.#host.renderRoot as ShadowRoot).activeElement;
    render(
      html`<div class="visually-hidden aloud" aria-live="polite"></div>
        ${canPause ? this.#pauseButton(isPaused, strings) : nothing}
        ${isHeld && count > 0 ? this.#newButton(count, strings) : nothing}`,
      container,
    );
    if (hadFocus && !hadFocus.isConnected) this.#paced.focus();
  }

  #pauseButton(isPaused: boolean, { pace }: Strings): TemplateResult | typeof nothing {
    if (!pace) return nothing;
    const label = isPaused ? pace.resume : pace.pause;
    return html`<button
      part="pause"
      class="round pause ${isPaused ? 'paused' : ''}"
      aria-label=${label}
      title=${label}
      @click=${() => (isPaused ? this.#paced.release() : this.#paced.pause())}
    >
      ${paceIcon(isPaused ? 'play' : 'pause')}
    </button>`;
  }

  #newButton(count: number, strings: Strings): TemplateResult {
    return html`<div class="latest">
      <button part="new" class="new" @click=${this.#latestWanted}>
        ${paceIcon('down')}${complete(strings).newMessages(count)}
      </button>
    </div>`;
  }

  readonly #latestWanted = (): void => {
    this.#paced.release();
    // The button goes with the click; whoever pressed it with a key goes on reading.
    this.#paced.focus();
  };

  #turn(isPaused: boolean): void {
    this.#isPaused = isPaused;
    if (!isPaused) return this.#announcer.resume();
    this.#announcer.pause();
    this.#say(complete(this.#paced.strings).pace.paused);
  }

  get #words() {
    const { host, pace } = complete(this.#paced.strings);
    return { host, summary: pace.summary };
  }

  /** The list is no live region: forty rows a second are nothing that can be listened to. This one is. */
  #say(words: string): void {
    const aloud = this.#container?.querySelector('.aloud');
    if (!aloud || !words) return;
    const line = document.createElement('div');
    line.textContent = words;
    aloud.append(line);
    if (aloud.childElementCount > KEPT) aloud.firstElementChild?.remove();
  }

  #follow(): void {
    this.#unfollow.splice(0).forEach((stop) => stop());
    const room = this.#host.roomController;
    if (room !== this.#room) this.#announcer.stop();
    this.#room = room;
    if (!room) return;
    this.#know(room.state);
    this.#unfollow = [room.onMessage((message) => this.#announcer.hear(message)), room.subscribe(this.#changed)];
  }

  #know({ owner, self }: RoomState): void {
    this.#announcer.know({ owner, name: self?.name ?? '' });
  }

  readonly #changed = (state: RoomState, before: RoomState): void => {
    if (state.owner !== before.owner || state.self !== before.self) this.#know(state);
    const { error, timeline } = state;
    if (!error || error === before.error) return;
    // What the reader wrote and nobody got must be heard at once, too.
    if (timeline.some((message) => message.kind === 'text' && message.error === error))
      this.#say(`${this.#paced.strings.notSent} ${sentenceFor(error.code, this.#paced.strings)}`);
  };
}
