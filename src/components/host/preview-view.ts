// What the camera gives, in its tally frame, with the countdown over it.
import { html, nothing, type TemplateResult } from 'lit';
import type { RoomState } from '../../core/index.js';
import type { HostWords } from './lang/index.js';
import { hostIcon } from './host-icons.js';
import { secondsLeft, tallyOf } from './host-step.js';
import type { MediaChooser } from './media-chooser.js';

export function previewView(state: RoomState, chooser: MediaChooser, strings: HostWords): TemplateResult {
  const tally = tallyOf(state);
  const words = { off: strings.offAir, counting: strings.standBy, air: strings.onAir }[tally];
  return html`<div part="preview" class="preview" data-tally=${tally} role="group" aria-label=${strings.preview}>
    <div class="surface"></div>
    ${state.media?.camera ? nothing : noPicture(chooser, strings)}
    <span part="tally" class="tally" aria-hidden="true">${words}</span>
    ${numeral(secondsLeft(state, Date.now()), strings)}
  </div>`;
}

/** Another element for each second, so that each has its beat. */
function numeral(seconds: number | undefined, { locale }: HostWords): TemplateResult | typeof nothing {
  if (!seconds) return nothing;
  const shown = html`<span part="numeral" class="numeral" aria-hidden="true">${seconds.toLocaleString(locale)}</span>`;
  const isOdd = seconds % 2 > 0;
  return html`${isOdd ? shown : nothing}${isOdd ? nothing : shown}`;
}

function noPicture(chooser: MediaChooser, strings: HostWords): TemplateResult {
  const check = html`<button part="check" class="on-video" @click=${() => chooser.start()}>
    ${hostIcon('camera')} ${strings.checkMedia}
  </button>`;
  return html`<div class="cover">${chooser.isStarted ? hostIcon('camera-off') : check}</div>`;
}
