// What each scene says over the picture: one template a scene, so that a new scene does not compile without one.
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../shared/localize.js';
import type { OnAir } from './on-air.js';
import type { Scene, StageSlice } from './scene.js';
import { secondsUntil, splitTime } from './time.js';

export interface SceneContext {
  readonly slice: StageSlice;
  readonly strings: Strings;
  readonly heading: string;
  /** Undefined until it has come. */
  readonly onAir: OnAir | undefined;
}

type View = (context: SceneContext) => TemplateResult | typeof nothing;

export const SCENE_VIEWS: Record<Scene, View> = {
  connecting: ({ strings, heading }) => caption(heading || strings.connecting, heading && strings.connecting),
  'not-open': (context) => caption(context.strings.notOpen, context.strings.notOpenHint, clock(context)),
  waiting: (context) => waiting(context),
  countdown: ({ slice, strings, onAir }) => onAir?.renderNumeral(slice, strings) ?? nothing,
  opening: () => nothing,
  failed: ({ slice, strings, onAir }) => onAir?.renderFailed(slice, strings) ?? nothing,
  playing: () => nothing,
  away: ({ slice, strings, onAir }) => onAir?.renderAway(slice, strings) ?? nothing,
  hosting: ({ slice, heading }) => caption(heading || slice.host, heading && slice.host),
  ended: (context) => ended(context),
  blocked: ({ slice, heading }) => caption(heading || slice.host, heading && slice.host),
};

function waiting(context: SceneContext): TemplateResult {
  const { slice, strings, heading } = context;
  if (slice.startsAt === undefined) {
    return caption(heading || strings.waitingForHost(slice.host), heading && strings.waitingForHost(slice.host));
  }
  const title = heading || slice.host || strings.waitingForHost('');
  return caption(title, heading && slice.host, clock(context));
}

function caption(title: string, subtitle = '', extra: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="caption" part="caption">
    <div class="names">
      <p class="title" part="title">${title}</p>
      ${subtitle ? html`<p class="quiet" part="subtitle">${subtitle}</p>` : nothing}
      <slot name="waiting"></slot>
    </div>
    ${extra}
  </div>`;
}

function clock({ slice: { startsAt }, strings }: SceneContext): TemplateResult | typeof nothing {
  if (startsAt === undefined) return nothing;
  const seconds = secondsUntil(startsAt);
  if (seconds === 0) return html`<p class="clock soon" part="countdown">${strings.anyMoment}</p>`;
  const { days, clock } = splitTime(seconds, strings.locale);
  return html`<p class="clock" part="countdown" role="timer">
    <span class="quiet">${strings.startsIn}</span>
    <span class="time"
      >${days ? html`<bdi class="days">${days.toLocaleString(strings.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' })}</bdi>` : nothing}<bdi
        dir="ltr"
        >${clock}</bdi
      ></span
    >
  </p>`;
}

function ended({ slice, strings, onAir }: SceneContext): TemplateResult {
  return card(
    strings.ended,
    html`${onAir?.renderFacts(slice, strings)}
      <p class="quiet">${strings.endedHint}</p>
      <slot name="ended"></slot>`,
    'ended',
  );
}

/** What stands in the middle. */
export function card(title: string, content: TemplateResult, name: string): TemplateResult {
  return html`<div class="card" part="card ${name}">
    <p class="title" part="title">${title}</p>
    ${content}
  </div>`;
}
