// The switches of camera and microphone, each beside the menu of its devices, and what is wrong with them.
import { html, nothing, type TemplateResult } from 'lit';
import type { HostMedia } from '../../core/index.js';
import { icon } from '../shared/icons.js';
import { sentenceFor } from '../shared/localize.js';
import { hostIcon } from './host-icons.js';
import type { HostWords } from './lang/index.js';
import type { Kind, MediaChooser } from './media-chooser.js';

export function mediaControls(chooser: MediaChooser, media: HostMedia | undefined, strings: HostWords): TemplateResult {
  return html`<div part="media" class="media">
      ${device('camera', chooser, media, strings)} ${device('microphone', chooser, media, strings)}
    </div>
    ${troubles(chooser, media, strings)}`;
}

function device(kind: Kind, chooser: MediaChooser, media: HostMedia | undefined, strings: HostWords): TemplateResult {
  const isOn = media?.[kind] ?? false;
  return html`<div class="device">
    <button
      part="toggle ${kind}-toggle"
      class="round toggle"
      aria-label=${strings[kind]}
      title=${actionOf(kind, isOn, strings)}
      aria-pressed=${isOn ? 'true' : 'false'}
      ?disabled=${!media || !chooser.offers(kind)}
      @click=${() => chooser.toggle(kind)}
    >
      ${hostIcon(isOn ? kind : `${kind}-off`)}
    </button>
    ${chooser.source ? html`<span class="quiet">${strings[kind]}</span>` : menu(kind, chooser, strings)}
  </div>`;
}

function menu(kind: Kind, chooser: MediaChooser, strings: HostWords): TemplateResult {
  const devices = chooser.devices(kind);
  if (devices.length === 0) return html`<span class="quiet">${strings[kind]}</span>`;
  const chosen = chooser.chosen(kind) ?? devices[0]?.id;
  return html`<select
    part="device-menu ${kind}-menu"
    aria-label=${kind === 'camera' ? strings.chooseCamera : strings.chooseMicrophone}
    @change=${(event: Event) => chooser.use(kind, (event.target as HTMLSelectElement).value)}
  >
    ${devices.map(
      ({ id, label }, index) =>
        html`<option dir="auto" value=${id} .selected=${id === chosen}>
          ${label || `${strings[kind]} ${(index + 1).toLocaleString(strings.locale)}`}
        </option>`,
    )}
  </select>`;
}

function troubles(
  chooser: MediaChooser,
  media: HostMedia | undefined,
  strings: HostWords,
): TemplateResult | typeof nothing {
  // Both can fail for one reason: it is said once.
  const codes = new Set([media?.cameraError, media?.microphoneError].flatMap((error) => (error ? [error.code] : [])));
  if (codes.size === 0) return nothing;
  return html`<div part="media-error" class="trouble" role="alert">
    ${[...codes].map((code) => html`<p>${icon('alert')}<span>${sentenceFor(code, strings)}</span></p>`)}
    <button part="media-retry" @click=${() => chooser.start()}>${strings.tryAgain}</button>
  </div>`;
}

function actionOf(kind: Kind, isOn: boolean, strings: HostWords): string {
  if (kind === 'camera') return isOn ? strings.cameraOffAction : strings.cameraOn;
  return isOn ? strings.microphoneOffAction : strings.microphoneOn;
}
