// What the stage shows once the host comes: the 3, 2, 1, the banner, ON AIR, sound and volume, the still while the host is away.
// Comes after the first load, while people wait.
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { RoomController, RoomIntent } from '../../core/index.js';
import { errorDetails } from '../shared/error-details.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { icon } from '../shared/icons.js';
import { complete } from '../shared/lang/en-all.js';
import type { Strings } from '../shared/localize.js';
import { Activity } from './activity.js';
import { durationIn } from './duration.js';
import { soundIcon } from './on-air-icons.js';
import type { StageSlice } from './scene.js';
import { card } from './scene-views.js';
import { Tally } from './tally.js';
import { secondsUntil } from './time.js';

export { onAirStyles } from './on-air.styles.js';

/** Wide enough for a picture that is shown blurred. */
const STILL_WIDTH = 480;

/** What it needs of the stage. */
export interface OnAirHost extends LitElement {
  readonly roomController: RoomController | undefined;
}

export class OnAir {
  /** Whether somebody is at the controls. */
  readonly activity: Activity;
  readonly #host: OnAirHost;
  readonly #ask: (intent: RoomIntent) => void;
  readonly #tally = new Tally();
  #volume = 1;
  #muted = false;

  constructor(host: OnAirHost, ask: (intent: RoomIntent) => void) {
    this.#host = host;
    this.#ask = ask;
    this.activity = new Activity(host);
    // "Tap for sound" and "try again" go once they have done their work, the controls at the end.
    new FocusKeeper(host, '[part=mute]', '.stage');
  }

  /** Takes note of what is shown. */
  see(slice: StageSlice): void {
    this.#tally.see(slice);
  }

  /** Also when the picture starts: the room's connection may have been made anew, and does not remember how loud we want it. */
  applyVolume(): void {
    this.#host.roomController?.setVolume(this.#muted ? 0 : this.#volume);
  }

  /** Keeps the picture that is shown now, or was shown last. False when there is none. */
  keepStill(): boolean {
    const { renderRoot } = this.#host;
    const canvas = renderRoot.querySelector<HTMLCanvasElement>('.still');
    const picture = renderRoot.querySelector<HTMLVideoElement | HTMLCanvasElement>('.video :is(video, canvas)');
    const [width, height] =
      picture instanceof HTMLVideoElement
        ? [picture.videoWidth, picture.videoHeight]
        : [picture?.width, picture?.height];
    if (!canvas || !picture || !width || !height) return false;
    canvas.width = Math.min(width, STILL_WIDTH);
    canvas.height = Math.round((canvas.width * height) / width);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return true;
  }

  /** 3, 2, 1: a new element for each, so that each gets its own beat. */
  renderNumeral({ zeroAt = 0 }: StageSlice, { locale }: Strings): TemplateResult | typeof nothing {
    const seconds = secondsUntil(zeroAt);
    if (seconds === 0) return nothing;
    const shown = html`<p class="numeral" part="numeral" role="timer">${seconds.toLocaleString(locale)}</p>`;
    const isOdd = seconds % 2 > 0;
    return html`${isOdd ? shown : nothing}${isOdd ? nothing : shown}`;
  }

  /** The slim line that says what is about to happen; there, but empty, when nothing is. */
  renderBanner({ scene, host }: StageSlice, strings: Strings): TemplateResult {
    const { openingStage, arriving } = complete(strings);
    const opening = scene === 'opening' ? openingStage(host) : '';
    const words = scene === 'countdown' ? arriving(host) : opening;
    return html`<div part="banner" class="banner ${words ? 'shown' : ''}" role="status">${words}</div>`;
  }

  renderStill(): TemplateResult {
    return html`<canvas part="still" class="still" aria-hidden="true"></canvas>`;
  }

  renderPill(strings: Strings): TemplateResult {
    return html`<span part="on-air" class="pill on-air">${complete(strings).onAir}</span>`;
  }

  /** A viewer's: what lets the sound in, where the browser holds it back. */
  renderAllowSound(strings: Strings): TemplateResult {
    return html`<button part="allow-sound" class="primary sound" @click=${() => this.#ask({ type: 'allow-sound' })}>
      ${soundIcon('muted')}${complete(strings).tapForSound}
    </button>`;
  }

  renderControls(strings: Strings): TemplateResult {
    const isSilent = this.#muted || this.#volume === 0;
    const { mute, unmute, volume } = complete(strings);
    const label = isSilent ? unmute : mute;
    return html`<div part="controls" class="controls">
      <input
        part="volume"
        type="range"
        min="0"
        max="1"
        step="0.05"
        aria-label=${volume}
        .value=${String(isSilent ? 0 : this.#volume)}
        @input=${this.#volumeMoved}
      />
      <slot name="controls"></slot>
      <button part="mute" class="round on-video" aria-label=${label} title=${label} @click=${this.#muteToggled}>
        ${soundIcon(isSilent ? 'muted' : 'sound')}
      </button>
    </div>`;
  }

  /** The video could not be opened: what can be done about it. */
  renderFailed({ error }: StageSlice, strings: Strings): TemplateResult {
    const retry = () => this.#ask({ type: 'retry-stage' });
    return card(
      complete(strings).stageFailed,
      html`<button part="retry" class="primary" @click=${retry}>${icon('retry')}${strings.tryAgain}</button>
        ${error ? errorDetails(error, strings) : nothing}`,
      'failed',
    );
  }

  /** What is said over the still. */
  renderAway({ host, hostAudio }: StageSlice, strings: Strings): TemplateResult {
    const { away, awayHint, soundOnly } = complete(strings);
    return card(
      hostAudio ? soundOnly(host) : away,
      html`<p class="quiet">${hostAudio ? nothing : awayHint}</p>
        <span class="pulse"></span>`,
      'away',
    );
  }

  /** At the end: how long the show was and how many came, as far as this page saw it. */
  renderFacts({ changedAt }: StageSlice, strings: Strings): TemplateResult | typeof nothing {
    const minutes = this.#tally.minutes(changedAt);
    const { most } = this.#tally;
    const { locale, lasted, came } = complete(strings);
    const facts = [minutes > 0 ? lasted(durationIn(locale, minutes)) : '', most > 0 ? came(most) : ''];
    const told = facts.filter(Boolean).join(' · ');
    return told ? html`<p part="facts">${told}</p>` : nothing;
  }

  readonly #volumeMoved = (event: Event): void => {
    this.#volume = Number((event.target as HTMLInputElement).value);
    this.#muted = this.#volume === 0;
    this.#changed();
  };

  readonly #muteToggled = (): void => {
    this.#muted = !this.#muted;
    // Unmuting a slider that was pulled down to silence must be heard.
    if (!this.#muted && this.#volume === 0) this.#volume = 1;
    this.#changed();
  };

  #changed(): void {
    this.applyVolume();
    this.#host.requestUpdate();
  }
}
