// The host's console: preview, one button that says the next step, devices, and what the audience sees, with the chat beside it.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import {
  audienceOf,
  isHost,
  isOnAir,
  isOpen,
  MAX_COUNTDOWN,
  type RoomController,
  type RoomIntent,
  type RoomOptions,
  type RoomState,
} from '../../core/index.js';
import { icon } from '../shared/icons.js';
import { RoomOwnerElement } from '../shared/room-owner-element.js';
import { RoomSelector } from '../shared/room-selector.js';
import { controls } from '../shared/styles/controls.js';
import { tokens } from '../shared/styles/tokens.js';
import { Ticker } from '../shared/ticker.js';
import { EndQuestion } from './end-question.js';
import { guestIdFor, newGuestId } from './guest-id.js';
import { isTaken, sightOf, stepOf, tallyOf, untilNextSecond, type Step } from './host-step.js';
import { styles } from './host.styles.js';
import { MediaChooser } from './media-chooser.js';
import { mediaControls } from './media-controls.js';
import { previewView } from './preview-view.js';

const DEFAULT_COUNTDOWN = 3;

/**
 * @summary The host's console: preview, going live and stepping off, devices, and the conversation.
 *
 * @event {BigcastIntentEvent} bigcast-intent - The host wants something of the room. Cancelable.
 * @event {BigcastPhaseEvent} bigcast-phase - The room went from one phase to another.
 * @event {BigcastMessageEvent} bigcast-message - Somebody else said something.
 * @event {BigcastErrorEvent} bigcast-error - Something failed; the same error stands in `state.error`.
 * @csspart base - Console and chat.
 * @csspart console - Everything but the chat.
 * @csspart preview - What the camera gives, in its tally frame.
 * @csspart tally - Off air, stand by, or live, in words.
 * @csspart numeral - The seconds left of the countdown.
 * @csspart check - The button that starts the preview.
 * @csspart audience - How many wait or watch.
 * @csspart seen - What viewers see.
 * @csspart media - The switches and menus of the devices.
 * @csspart toggle - The switch of a device; also `camera-toggle`, `microphone-toggle`.
 * @csspart device-menu - The menu of a device; also `camera-menu`, `microphone-menu`.
 * @csspart media-error - What is wrong with a device.
 * @csspart media-retry - Tries the devices again.
 * @csspart actions - The buttons of the show.
 * @csspart next - The large button: the next step.
 * @csspart step-off - The button that steps off instead of coming back.
 * @csspart hint - What the next step does.
 * @csspart end - The button that asks whether to end.
 * @csspart question - The question whether to end.
 * @csspart end-confirm - Ends the show.
 * @csspart end-cancel - Keeps going.
 * @csspart ended - Says that the show is over.
 * @csspart taken - Says that the room is somebody else's.
 * @csspart chat - The `bigcast-chat`.
 * @csspart chat-list - Of the chat: the scrolling list.
 * @csspart chat-row - Of the chat: one message.
 * @csspart chat-composer - Of the chat: the field, its button and its note.
 * @csspart status - The `bigcast-status`.
 * @csspart status-action - Of the status: the one thing to do.
 * @cssproperty [--bigcast-host-ratio=16 / 9] - Shape of the preview.
 * @cssproperty [--bigcast-host-tally=4px] - Width of the tally frame.
 * @cssproperty [--bigcast-host-chat-size=320px] - Least height of the chat below the console.
 * @cssstate counting - The countdown runs.
 * @cssstate on-air - Viewers see this host.
 */
export class BigcastHost extends RoomOwnerElement {
  static override readonly styles = [tokens, controls, styles];

  readonly #internals = this.attachInternals();
  readonly #media = new MediaChooser(this, (media) => this.ask({ type: 'choose-media', media }));
  readonly #question = new EndQuestion(this, () => this.#end());
  readonly #fallbackGuest = newGuestId();
  #previewed: { readonly room: RoomController; readonly surface: Element; readonly release: () => void } | undefined;
  /** The step asked for last, and how the room was then: as long as it is still so, the step is under way. */
  #asked: { readonly step: Step; readonly state: RoomState } | undefined;

  @query('.surface') private readonly surface!: HTMLElement | null;

  /** Seconds the button counts down before the picture starts: 0–60. */
  @property({ type: Number }) countdown = DEFAULT_COUNTDOWN;

  /** The page's own media instead of devices. May be set, replaced and taken away at any time. */
  @property({ attribute: false }) mediaSource: MediaStream | null | undefined = undefined;

  constructor() {
    super();
    new RoomSelector(this, sliceOf);
    new Ticker(this, () => untilNextSecond(this.state, Date.now()));
    this.onRoomChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#releasePreview();
  }

  protected override get roomOptions(): RoomOptions {
    const options = super.roomOptions;
    return options.user ? options : { ...options, user: guestIdFor(options.room, this.#fallbackGuest) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#media.source = this.mediaSource ?? undefined;
    if (!this.#canEnd) this.#question.close();
  }

  protected override updated(): void {
    this.#attachPreview();
    const tally = tallyOf(this.state);
    this.#setState('counting', tally === 'counting');
    this.#setState('on-air', tally === 'air');
  }

  #attachPreview(): void {
    const { roomController: room, surface } = this;
    if (this.#previewed?.room === room && this.#previewed?.surface === surface) return;
    this.#releasePreview();
    if (room && surface && this.isConnected) this.#previewed = { room, surface, release: room.attachPreview(surface) };
  }

  #releasePreview(): void {
    this.#previewed?.release();
    this.#previewed = undefined;
  }

  #setState(name: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](name);
  }

  get #canEnd(): boolean {
    return isHost(this.state) && isOpen(this.state) && this.state.link !== 'kicked' && this.state.link !== 'offline';
  }

  /** The step that was asked for and has not come to anything yet. */
  get #pending(): Step | undefined {
    const { step, state: then } = this.#asked ?? {};
    const { phase, stage, link, error } = this.state;
    const isSame = then?.phase === phase && then.stage === stage && then.link === link && then.error === error;
    return isSame ? step : undefined;
  }

  get #step(): Step {
    // While the browser asks for the camera, going live can be taken back already.
    const isGoing = this.#pending === 'go-live' || this.#pending === 'cancel';
    return isGoing ? 'cancel' : stepOf(this.state, Date.now());
  }

  readonly #next = (event: MouseEvent): void => {
    // The second half of a double click would press what the first one brought.
    if (event.detail < 2) this.#take(this.#step);
  };

  /** A key that is held down must not run through all the steps. */
  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.repeat) event.preventDefault();
  };

  #take(step: Step): void {
    const intent = this.#intentOf(step);
    if (!intent || this.#pending === step || !this.ask(intent)) return;
    this.#asked = { step, state: this.state };
    this.requestUpdate();
    if (step === 'open') this.#media.start();
  }

  #intentOf(step: Step): RoomIntent | undefined {
    if (step === 'open' || step === 'resume' || step === 'step-off') return { type: step };
    if (step === 'cancel') return { type: 'cancel-go-live' };
    return step === 'go-live' ? { type: 'go-live', countdown: this.#seconds } : undefined;
  }

  get #seconds(): number {
    return Number.isFinite(this.countdown) ? Math.min(MAX_COUNTDOWN, Math.max(0, this.countdown)) : DEFAULT_COUNTDOWN;
  }

  #end(): void {
    if (!this.ask({ type: 'end' })) return;
    // The button is gone with the question: whoever came by keyboard must not fall off the page.
    this.renderRoot.querySelector<HTMLElement>('.console')?.focus();
  }

  protected override render(): TemplateResult {
    const { state: room, strings } = this;
    if (isTaken(room))
      return html`<p part="taken" class="card line" role="status">${icon('alert')} ${strings.error['room-taken']}</p>`;
    return html`<div part="base" class="base">
      <section part="console" class="console" tabindex="-1" aria-label=${strings.host}>
        <bigcast-status part="status" class="status" exportparts="action: status-action"></bigcast-status>
        ${room.phase === 'ended' ? this.#ended() : this.#desk()}
        <span class="visually-hidden" role="status">${this.#tallyWords()}</span>
      </section>
      <bigcast-chat
        part="chat"
        class="chat"
        exportparts="list: chat-list, row: chat-row, composer: chat-composer"
      ></bigcast-chat>
    </div>`;
  }

  #ended(): TemplateResult {
    const { ended, hostEndedHint } = this.strings;
    return html`<div part="ended" class="card">
      <strong>${ended}</strong><span class="quiet">${hostEndedHint}</span>
    </div>`;
  }

  #desk(): TemplateResult {
    const { media } = this.state;
    return html`${previewView(this.state, this.#media, this.strings)} ${this.#seen()}
    ${this.#media.isStarted ? mediaControls(this.#media, media, this.strings) : nothing} ${this.#actions()}`;
  }

  #seen(): TemplateResult | typeof nothing {
    const { state: room, strings } = this;
    const sight = sightOf(room);
    if (sight === 'nothing') return nothing;
    const { seeChat, seeCountdown, seeYou, seeSound, seeAway } = strings;
    const words = { chat: seeChat, countdown: seeCountdown, you: seeYou, sound: seeSound, away: seeAway }[sight];
    const count = isOnAir(room) ? strings.watching : strings.waiting;
    return html`<div class="audience">
      <p part="seen">${strings.seenBy} <strong>${words}</strong></p>
      <span part="audience" class="chip">${icon('people')} ${count(audienceOf(room))}</span>
    </div>`;
  }

  #actions(): TemplateResult | typeof nothing {
    const step = this.#step;
    if (step === 'none') return nothing;
    const hint = { open: this.strings.openRoomHint, resume: this.strings.resumeHint }[step as string];
    return html`${hint ? html`<p part="hint" class="quiet">${hint}</p>` : nothing}
      <div part="actions" class="actions">
        ${this.#nextButton(step)}
        ${
          step === 'resume'
            ? html`<button part="step-off" @click=${() => this.#take('step-off')}>${this.strings.stepOff}</button>`
            : nothing
        }
        ${this.#canEnd ? this.#question.button(this.strings) : nothing}
      </div>
      ${this.#question.view(this.strings)}`;
  }

  /** Always the same button, so that the focus stays where it was while the steps go by. */
  #nextButton(step: Exclude<Step, 'none'>): TemplateResult {
    const { strings } = this;
    const words = {
      connecting: strings.connecting,
      open: strings.openRoom,
      'go-live': strings.goLive,
      cancel: strings.cancel,
      wait: strings.goingLive,
      resume: strings.resume,
      'step-off': strings.stepOff,
    }[step];
    const isIdle = step === 'connecting' || step === 'wait' || this.#pending === step;
    const isForward = step === 'open' || step === 'go-live' || step === 'resume';
    return html`<button
      part="next"
      class="next ${isForward ? 'primary' : ''}"
      data-step=${step}
      aria-disabled=${isIdle ? 'true' : 'false'}
      @click=${this.#next}
      @keydown=${this.#pressed}
    >
      ${step === 'go-live' ? icon('live') : nothing} ${words}
    </button>`;
  }

  #tallyWords(): string {
    const { state: room, strings } = this;
    const { countdown } = room;
    // The seconds are said once: a voice that counts along is always late.
    if (countdown) return strings.countingDown(Math.round(countdown.length / 1000));
    return isOpen(room) ? (tallyOf(room) === 'air' ? strings.onAir : strings.offAir) : '';
  }
}

/** What is shown here: not the conversation. */
function sliceOf({ phase, stage, link, owner, self, members, countdown, media, error }: RoomState) {
  return { phase, stage, link, owner, self, members, countdown, media, error };
}

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-host': BigcastHost;
  }
}
