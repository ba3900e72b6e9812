// How the console looks: console left and chat right where there is room, else one above the other.
import { css } from 'lit';
import { mediaStyles } from './media.styles.js';
import { previewStyles } from './preview.styles.js';

export const consoleStyles = css`
  ${previewStyles}
  ${mediaStyles}

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

  .audience,
  .actions {
    flex-wrap: wrap;
  }

  .audience {
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

  .audience strong {
    color: var(--_text);
    font-weight: 600;
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

    .chat {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }
  }
`;
