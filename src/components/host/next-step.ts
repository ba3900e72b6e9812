// The large button: it says the next step of the show, takes it, and knows while it is under way.
import { html, nothing, type TemplateResult } from 'lit';
import { MAX_COUNTDOWN, type RoomIntent, type RoomState } from '../../core/index.js';
import type { BigcastHost } from './host.js';
import { hostIcon } from './host-icons.js';
import { stepOf, type Step } from './host-step.js';
import type { HostWords } from './lang/index.js';

const DEFAULT_COUNTDOWN = 3;

export class NextStep {
  readonly #host: BigcastHost;
  readonly #ask: (intent: RoomIntent) => boolean;
  /** The step asked for last, and how the room was then: as long as it is still so, the step is under way. */
  #asked: { readonly step: Step; readonly state: RoomState } | undefined;

  /** @param ask - Asks the room; false when the page vetoed it. */
  constructor(host: BigcastHost, ask: (intent: RoomIntent) => boolean) {
    this.#host = host;
    this.#ask = ask;
  }

  get step(): Step {
    // While the browser asks for the camera, going live can be taken back already.
    const isGoing = this.#pending === 'go-live' || this.#pending === 'cancel';
    return isGoing ? 'cancel' : stepOf(this.#host.state, Date.now());
  }

  take(step: Step): void {
    const intent = this.#intentOf(step);
    if (!intent || this.#pending === step || !this.#ask(intent)) return;
    this.#asked = { step, state: this.#host.state };
    this.#host.requestUpdate();
  }

  /** Always the same button, so that the focus stays where it was while the steps go by. */
  button(words: HostWords): TemplateResult {
    const { step } = this;
    const isIdle = step === 'connecting' || step === 'wait' || this.#pending === step;
    const isForward = step === 'open' || step === 'go-live' || step === 'resume';
    return html`<button
      part="next"
      class="next ${isForward ? 'primary' : ''}"
      data-step=${step}
      aria-disabled=${isIdle ? 'true' : 'false'}
      @click=${this.#clicked}
      @keydown=${this.#pressed}
    >
      ${step === 'go-live' ? hostIcon('live') : nothing} ${wordsOf(step, words)}
    </button>`;
  }

  /** The step that was asked for and has not come to anything yet. */
  get #pending(): Step | undefined {
    const { step, state: then } = this.#asked ?? {};
    const { phase, stage, link, error } = this.#host.state;
    const isSame = then?.phase === phase && then.stage === stage && then.link === link && then.error === error;
    return isSame ? step : undefined;
  }

  #intentOf(step: Step): RoomIntent | undefined {
    if (step === 'open' || step === 'resume' || step === 'step-off') return { type: step };
    if (step === 'cancel') return { type: 'cancel-go-live' };
    return step === 'go-live' ? { type: 'go-live', countdown: this.#seconds } : undefined;
  }

  get #seconds(): number {
    const { countdown } = this.#host;
    return Number.isFinite(countdown) ? Math.min(MAX_COUNTDOWN, Math.max(0, countdown)) : DEFAULT_COUNTDOWN;
  }

  readonly #clicked = (event: MouseEvent): void => {
    // The second half of a double click would press what the first one brought.
    if (event.detail < 2) this.take(this.step);
  };

  /** A key that is held down must not run through all the steps. */
  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.repeat) event.preventDefault();
  };
}

function wordsOf(step: Step, words: HostWords): string {
  return {
    none: '',
    connecting: words.connecting,
    open: words.openRoom,
    'go-live': words.goLive,
    cancel: words.cancel,
    wait: words.goingLive,
    resume: words.resume,
    'step-off': words.stepOff,
  }[step];
}
