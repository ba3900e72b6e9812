// How the console looks: console left and chat right where there is room, else one above the other.
import { css } from 'lit';

export const consoleStyles = css`
  :host {
    --_ratio: var(--bigcast-host-ratio, 16 / 9);
    --_tally-width: var(--bigcast-host-tally, 4px);
    --_chat-size: var(--bigcast-host-chat-size, 320px);
  }

  p {
    margin: 0;
  }

  .base {
    display: grid;
    grid-template: auto minmax(var(--_chat-size), 1fr) / minmax(0, 1fr);
    min-block-size: 100%;
    block-size: 100%;
  }

  .console {
    display: flex;
    flex-direction: column;
    gap: var(--_space-m);
    min-inline-size: 0;
    padding: var(--_space-l);
    outline: none;
  }

  .chat {
    /* The conversation fills its place and never makes it. */
    contain: size;
    min-block-size: 0;
    border-block-start: 1px solid var(--_border);
  }

  /* The status is a bar of its own, from edge to edge. */
  .status {
    margin: calc(-1 * var(--_space-l)) calc(-1 * var(--_space-l)) calc(-1 * var(--_space-s));
  }

  .audience,
  .actions,
  .device {
    display: flex;
    align-items: center;
    gap: var(--_space-s);
  }

  .audience {
    flex-wrap: wrap;
    justify-content: space-between;
    font-size: 0.9375em;
  }

  .quiet,
  .audience,
  .chip {
    color: var(--_text-quiet);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-xs);
    font-variant-numeric: tabular-nums;
  }

  .chip .icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .preview {
    --_tally: var(--_border);
    position: relative;
    flex: none;
    overflow: hidden;
    aspect-ratio: var(--_ratio);
    border: var(--_tally-width) solid var(--_tally);
    border-radius: var(--_radius);
    background: var(--_stage);
    color: var(--_on-scrim);
    transition: border-color var(--_panel) var(--_ease);
  }

  .preview[data-tally='counting'] {
    --_tally: var(--_warn);
  }

  .preview[data-tally='air'] {
    --_tally: var(--_live);
  }

  /* The numeral is read over whatever the camera shows. */
  [data-tally='counting'] .surface {
    opacity: 0.3;
  }

  .surface,
  .cover,
  .numeral {
    position: absolute;
    inset: 0;
  }

  .cover,
  .numeral {
    display: grid;
    place-items: center;
  }

  .cover {
    padding: var(--_space-xl) var(--_space-m) var(--_space-m);
    background: var(--_stage);
  }

  .cover > .icon {
    inline-size: 32px;
    block-size: 32px;
    opacity: 0.6;
  }

  .cover button {
    background: oklch(100% 0 0 / 0.14);
  }

  .tally {
    position: absolute;
    inset-block-start: var(--_space-s);
    inset-inline-start: var(--_space-s);
    padding: 2px var(--_space-s);
    border-radius: var(--_radius-pill);
    background: var(--_scrim);
    font-size: 0.8125em;
    font-weight: 600;
  }

  [data-tally='counting'] .tally {
    background: var(--_warn);
    color: oklch(22% 0.04 75);
  }

  [data-tally='air'] .tally {
    background: var(--_live);
    color: var(--_on-live);
  }

  .numeral {
    font-size: clamp(72px, 24cqi, 160px);
    font-weight: 250;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-shadow: 0 2px 24px oklch(0% 0 0 / 0.6);
    animation: beat 900ms var(--_ease) both;
  }

  @keyframes beat {
    from {
      opacity: 0;
      transform: scale(1.25);
    }
  }

  .audience strong {
    color: var(--_text);
    font-weight: 600;
  }

  .media {
    --_device: 180px;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(var(--_device), 100%), 1fr));
    gap: var(--_space-s) var(--_space-m);
  }

  .device {
    position: relative;
    min-inline-size: 0;
  }

  /* The browser's own arrow stands on the edge of a pill. */
  .device:has(select)::after {
    content: '';
    position: absolute;
    inset-inline-end: var(--_space-l);
    inline-size: 7px;
    block-size: 7px;
    border: solid var(--_text-quiet);
    border-width: 0 1.75px 1.75px 0;
    translate: 0 -2px;
    rotate: 45deg;
    pointer-events: none;
  }

  /* Without menus, both fit into one row. */
  .media:not(:has(select)) {
    --_device: 110px;
  }

  .toggle {
    flex: none;
  }

  .toggle[aria-pressed='false'] {
    color: var(--_danger);
  }

  select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 36px;
    padding-inline: var(--_space-m) 36px;
    appearance: none;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-pill);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.875em;
    text-overflow: ellipsis;
  }

  .trouble,
  .question,
  .card {
    display: grid;
    gap: var(--_space-s);
    justify-items: start;
    padding: var(--_space-m);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .trouble p {
    display: flex;
    gap: var(--_space-s);
  }

  .trouble .icon,
  .card .icon {
    color: var(--_danger);
  }

  .card {
    padding: var(--_space-xl);
  }

  .card.line {
    display: flex;
  }

  .card strong {
    font-size: 1.25em;
  }

  .actions {
    flex-wrap: wrap;
  }

  .next {
    flex: 1 1 140px;
    min-block-size: 48px;
    font-size: 1.0625em;
  }

  .next[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .end {
    margin-inline-start: auto;
    border-color: transparent;
    background: none;
    font-size: 0.875em;
  }

  .console:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  @container (min-width: 720px) {
    .base {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) clamp(320px, 34%, 400px);
    }

    .console {
      gap: var(--_space-l);
      overflow: auto;
    }

    /* In a low window the picture gives way, so that the next step stays in sight. */
    .preview {
      flex: 0 1 auto;
      min-block-size: 160px;
    }

    .chat {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .preview {
      transition: none;
    }

    .numeral {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .preview[data-tally='counting'] {
      border-style: dashed;
    }

    .preview[data-tally='air'] {
      border-color: Highlight;
    }

    .toggle[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
