// What comes to the stage with the picture: ON AIR, the controls, and the still while the host is away.
import { css } from 'lit';
import { revealStyles } from './reveal.styles.js';

export const onAirStyles = css`
  ${revealStyles}

  .stage:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .away .card .title {
    font-size: clamp(1.5em, 1em + 3cqi, 3em);
    font-weight: 300;
  }

  .failed .card .title {
    font-size: 1.0625em;
  }

  details {
    color: var(--_on-scrim);
    font-size: 0.8125em;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }

  summary {
    min-block-size: 24px;
    cursor: pointer;
  }

  .numeral {
    place-self: center;
    font-size: clamp(5em, 62cqmin, 18em);
    font-weight: 200;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }

  .front > .numeral {
    animation: beat 900ms var(--_ease) both;
  }

  .banner {
    position: absolute;
    inset: auto 0 0;
    padding: var(--_space-s) var(--_space-l);
    background: var(--_scrim);
    font-weight: 550;
    text-align: center;
    transform: translateY(100%);
    visibility: hidden;
    transition:
      transform var(--_panel) var(--_ease),
      visibility var(--_panel);
  }

  /* There at once: while the stage is entered, the machine has better to do than to move things. */
  .banner.shown {
    transform: none;
    visibility: visible;
    transition: none;
  }

  @keyframes beat {
    from {
      opacity: 0;
      transform: scale(1.18);
    }
    35% {
      opacity: 1;
      transform: none;
    }
    to {
      opacity: 0.85;
    }
  }

  .still {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--_fit);
    opacity: 0;
    filter: blur(8px) brightness(0.34);
    transform: scale(1.02);
    pointer-events: none;
    transition: opacity var(--_panel) var(--_ease);
  }

  .revealed.away .still {
    opacity: 1;
  }

  .revealed.away .video {
    filter: brightness(0.34);
  }

  .pulse {
    inline-size: 8px;
    block-size: 8px;
    margin-block-start: var(--_space-xs);
    border-radius: 50%;
    background: var(--_on-scrim);
    animation: pulse 2.4s ease-in-out 5;
    opacity: 0.5;
  }

  .on-air {
    background: var(--_live);
    color: var(--_on-live);
    font-weight: 650;
    letter-spacing: 0.04em;
    text-transform: uppercase;
    animation: land var(--_panel) var(--_ease) calc(var(--_reveal) * 0.75) backwards;
  }

  .on-air::before {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: currentColor;
    animation: pulse 2s ease-in-out infinite;
  }

  .sound {
    margin-inline-start: auto;
    pointer-events: auto;
    animation: land var(--_panel) var(--_ease) backwards;
  }

  .controls {
    position: absolute;
    inset-block-end: var(--_space-m);
    inset-inline-end: var(--_space-m);
    display: flex;
    align-items: center;
    gap: var(--_space-s);
    padding-inline-start: var(--_space-m);
    border-radius: var(--_radius-pill);
    background: var(--_scrim);
    opacity: 0;
    pointer-events: none;
    transition: opacity var(--_panel) var(--_ease);
  }

  .active .controls,
  .controls:has(:focus-visible) {
    opacity: 1;
    pointer-events: auto;
  }

  .controls button {
    background: none;
  }

  .controls input {
    inline-size: clamp(64px, 14cqi, 120px);
    block-size: 24px;
    margin: 0;
    accent-color: var(--_on-scrim);
  }

  .controls input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @keyframes land {
    from {
      opacity: 0;
      transform: translateY(-8px);
    }
  }

  @keyframes pulse {
    50% {
      opacity: 0.25;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .still,
    .banner {
      transform: none;
      transition: opacity 120ms linear;
    }

    .front > .numeral,
    .on-air,
    .on-air::before,
    .sound,
    .pulse {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .banner,
    .controls {
      border: 1px solid;
    }
    .on-air::before {
      background: CanvasText;
    }
  }
`;
