// The host's console: preview, one button that says the next step, devices, and what the audience sees, with the chat beside it.
// It renders <bigcast-host> once it has been loaded; the element keeps what pages see: attributes, events, promises.
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { audienceOf, canTalk, isHost, isOnAir, isOpen, type RoomIntent, type RoomState } from '../../core/index.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { icon } from '../shared/icons.js';
import { complete } from '../shared/lang/en-all.js';
import { LanguageController } from '../shared/language.js';
import { sentenceFor, type Strings } from '../shared/localize.js';
import { RoomSelector } from '../shared/room-selector.js';
import { Ticker } from '../shared/ticker.js';
import { EndQuestion } from './end-question.js';
import type { BigcastHost } from './host.js';
import { isTaken, sightOf, tallyOf, untilNextSecond } from './host-step.js';
import { HOST_LANGUAGES, type HostWords } from './lang/index.js';
import { MediaChooser } from './media-chooser.js';
import { mediaControls } from './media-controls.js';
import { NextStep } from './next-step.js';
import { PreviewSurface } from './preview-surface.js';
import { previewView } from './preview-view.js';

export { consoleStyles } from './console.styles.js';

/** What only the element can do, lent to its console. */
export interface Lent {
  /** Asks the room; false when the page vetoed it. */
  ask(intent: RoomIntent): boolean;
  strings(): Strings;
}

export class HostConsole implements ReactiveController {
  readonly #host: BigcastHost;
  readonly #lent: Lent;
  readonly #internals: ElementInternals;
  readonly #language;
  readonly #media: MediaChooser;
  readonly #next: NextStep;
  readonly #question: EndQuestion;

  constructor(host: BigcastHost, lent: Lent) {
    this.#host = host;
    this.#lent = lent;
    this.#internals = host.attachInternals();
    this.#language = new LanguageController(host, HOST_LANGUAGES);
    this.#media = new MediaChooser(host, (media) => lent.ask({ type: 'choose-media', media }));
    this.#next = new NextStep(host, (intent) => this.#ask(intent));
    this.#question = new EndQuestion(host, () => this.#end());
    new FocusKeeper(host, '.console', '.card');
    new RoomSelector(host, sliceOf);
    new Ticker(host, () => untilNextSecond(host.state, Date.now()));
    new PreviewSurface(host);
    host.onRoomChange(() => host.requestUpdate());
    host.addController(this);
  }

  /** Settles when the sentences of the page's language are there, or can't be had. */
  get ready(): Promise<void> | undefined {
    return this.#language.awaited();
  }

  hostUpdate(): void {
    this.#language.follow();
    this.#media.source = this.#host.mediaSource ?? undefined;
    if (!this.#canEnd) this.#question.close();
  }

  hostUpdated(): void {
    const tally = tallyOf(this.#host.state);
    this.#setState('counting', tally === 'counting');
    this.#setState('on-air', tally === 'air');
  }

  view(): TemplateResult {
    const room = this.#host.state;
    const words = this.#words;
    if (isTaken(room))
      return html`<p part="taken" class="card line" role="status">
        ${icon('alert')} ${sentenceFor('room-taken', words)}
      </p>`;
    return html`<div part="base" class="base">
      <section part="console" class="console" tabindex="-1" aria-label=${words.host}>
        <bigcast-status part="status" class="status" exportparts="action: status-action"></bigcast-status>
        ${room.phase === 'ended' ? endedView(words) : this.#desk(room, words)}
        <span class="visually-hidden" role="status">${tallyWords(room, words)}</span>
      </section>
      <bigcast-chat
        part="chat"
        class="chat"
        exportparts="list: chat-list, row: chat-row, composer: chat-composer"
      ></bigcast-chat>
    </div>`;
  }

  get #words(): HostWords {
    return { ...complete(this.#lent.strings()), ...this.#language.strings };
  }

  get #canEnd(): boolean {
    const { state } = this.#host;
    return isHost(state) && canTalk(state);
  }

  #setState(name: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](name);
  }

  #ask(intent: RoomIntent): boolean {
    const isAsked = this.#lent.ask(intent);
    if (isAsked && intent.type === 'open') this.#media.start();
    return isAsked;
  }

  #end(): void {
    if (!this.#ask({ type: 'end' })) return;
    // The button is gone with the question: whoever came by keyboard must not fall off the page.
    this.#host.renderRoot.querySelector<HTMLElement>('.console')?.focus();
  }

  #desk(room: RoomState, words: HostWords): TemplateResult {
    return html`${previewView(room, this.#media, words)} ${seenView(room, words)}
    ${this.#media.isStarted ? mediaControls(this.#media, room.media, words) : nothing} ${this.#actions(words)}`;
  }

  #actions(words: HostWords): TemplateResult | typeof nothing {
    const { step } = this.#next;
    if (step === 'none') return nothing;
    const hint = { open: words.openRoomHint, resume: words.resumeHint }[step as string];
    return html`${hint ? html`<p part="hint" class="quiet">${hint}</p>` : nothing}
      <div part="actions" class="actions">
        ${this.#next.button(words)}
        ${
          step === 'resume'
            ? html`<button part="step-off" @click=${() => this.#next.take('step-off')}>${words.stepOff}</button>`
            : nothing
        }
        ${this.#canEnd ? this.#question.button(words) : nothing}
      </div>
      ${this.#question.view(words)}`;
  }
}

function endedView({ ended, hostEndedHint }: HostWords): TemplateResult {
  return html`<div part="ended" class="card">
    <strong>${ended}</strong><span class="quiet">${hostEndedHint}</span>
  </div>`;
}

/** What the audience has before its eyes, and how many there are. */
function seenView(room: RoomState, words: HostWords): TemplateResult | typeof nothing {
  const sight = sightOf(room);
  if (sight === 'nothing') return nothing;
  const { seeChat, seeCountdown, seeYou, seeSound, seeAway } = words;
  const seen = { chat: seeChat, countdown: seeCountdown, you: seeYou, sound: seeSound, away: seeAway }[sight];
  const count = isOnAir(room) ? words.watching : words.waiting;
  return html`<div class="audience">
    <p part="seen">${words.seenBy} <strong>${seen}</strong></p>
    <span part="audience" class="chip">${icon('people')} ${count(audienceOf(room))}</span>
  </div>`;
}

function tallyWords(room: RoomState, words: HostWords): string {
  // The seconds are said once: a voice that counts along is always late.
  if (room.countdown) return words.countingDown(Math.round(room.countdown.length / 1000));
  if (!isOpen(room)) return '';
  return tallyOf(room) === 'air' ? words.onAir : words.offAir;
}

/** What is shown here: not the conversation. */
function sliceOf({ phase, stage, link, owner, self, members, countdown, media, error }: RoomState) {
  return { phase, stage, link, owner, self, members, countdown, media, error };
}
