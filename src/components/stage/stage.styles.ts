// How the stage looks: layers over each other.
import { css } from 'lit';

export const stageStyles = css`
  :host {
    --_fit: var(--bigcast-stage-fit, contain);
    --_poster: var(
      --bigcast-stage-poster,
      radial-gradient(46% 118% at 50% -22%, oklch(86% 0.1 70 / 0.62), transparent 74%),
      radial-gradient(62% 46% at 50% 108%, oklch(72% 0.14 52 / 0.6), transparent 76%),
      radial-gradient(140% 150% at 50% 0, oklch(46% 0.14 29), oklch(23% 0.07 25) 64%, oklch(17% 0.04 25))
    );
    display: block;
    position: relative;
    aspect-ratio: var(--bigcast-stage-aspect-ratio, 16/9);
    min-block-size: 180px;
    overflow: clip;
    color: var(--_on-scrim) !important;
    background: var(--_stage) !important;
    /* Holds what is in it, also where the page says \`position: static\`. */
    contain: layout !important;
  }

  .stage,
  .poster,
  .front,
  .iris,
  .video {
    position: absolute;
    inset: 0;
  }

  .stage {
    container-type: size;
  }

  p {
    margin: 0;
  }

  .quiet {
    color: color-mix(in oklch, var(--_on-scrim), transparent 18%);
    font-size: 0.9375em;
  }

  .poster {
    background: var(--_poster);
  }

  /* \`img { height: auto }\` stands in every other page's reset. */
  ::slotted([slot='poster']) {
    position: absolute !important;
    inset: 0 !important;
    inline-size: 100% !important;
    block-size: 100% !important;
    min-block-size: 0 !important;
    max-block-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    object-fit: cover;
  }

  .poster::after {
    content: '';
    position: absolute;
    inset: 0;
    background: linear-gradient(to top, oklch(14% 0.02 40 / 0.5), transparent 60%);
  }

  .with-poster .poster::after {
    background: linear-gradient(to top, oklch(14% 0.02 40 / 0.88), oklch(14% 0.02 40 / 0.68) 55%, transparent);
  }

  :is(.countdown, .failed, .away, .ended) .poster::after {
    background: oklch(14% 0.02 40 / 0.66);
  }

  /* The picture opens from the centre: two frames slide apart and cut what is between them, and the picture slides against both,
     so that it stands. Nothing but moves, which a browser does without painting anew, as it would for a growing clip-path. */
  .iris,
  .video {
    overflow: clip;
    transform: translate(51%, 51%);
  }

  .iris > .iris {
    transform: translate(-102%, -102%);
  }

  .video {
    background: var(--_stage);
  }

  .revealed :is(.iris, .video) {
    transform: none;
  }

  .front {
    display: grid;
    pointer-events: none;
  }

  .front > * {
    pointer-events: auto;
    animation: rise var(--_panel) var(--_ease) backwards;
  }

  .title {
    font-size: clamp(1.125em, 0.9em + 1.6cqi, 2em);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .caption {
    align-self: end;
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space-s) var(--_space-xl);
    padding: clamp(12px, 4cqmin, 32px) clamp(16px, 3cqi, 40px);
    text-shadow: 0 0 12px oklch(14% 0.02 40 / 0.7);
  }

  .names {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .clock {
    display: grid;
    line-height: 1.1;
  }

  .clock .quiet {
    font-size: 0.8125em;
  }

  .time {
    display: flex;
    align-items: baseline;
    gap: 0.2em;
  }

  .time,
  .soon {
    font-size: clamp(2em, 1.2em + 4.4cqi, 4.5em);
    font-weight: 250;
    font-variant-numeric: tabular-nums;
  }

  .soon {
    font-size: clamp(1.5em, 1em + 2.6cqi, 3em);
  }

  .days {
    font-size: 0.4em;
    font-weight: 400;
  }

  .card {
    place-self: center;
    display: grid;
    justify-items: center;
    gap: var(--_space-s);
    max-inline-size: 44ch;
    padding: var(--_space-xl) var(--_space-l);
    text-align: center;
    text-wrap: balance;
  }

  .ended .card .title {
    font-size: clamp(1.5em, 1em + 3cqi, 3em);
    font-weight: 300;
  }

  .top {
    position: absolute;
    inset: 0 0 auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-s);
    padding: var(--_space-m);
    pointer-events: none;
  }

  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 26px;
    padding: 0 10px;
    border-radius: var(--_radius-pill);
    background: var(--_scrim);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .pill .icon {
    inline-size: 15px;
    block-size: 15px;
  }

  :focus-visible {
    --_focus: var(--bigcast-focus, var(--_on-scrim));
  }

  /* At 200 % text: what is least needed makes room for what is. */
  @container (block-size < 12em) {
    .pill:not(.on-air) {
      display: none;
    }

    .title {
      font-size: 1.125em;
    }
  }

  @container (block-size < 260px) {
    .card {
      padding-block: var(--_space-m);
      gap: var(--_space-xs);
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .front > * {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .pill {
      border: 1px solid;
    }
  }
`;
