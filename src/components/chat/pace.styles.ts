// How what comes after the first load looks: the pause, the way back to the newest, and what stands under a message that was not sent.
import { css } from 'lit';

export const paceStyles = css`
  .latest {
    position: absolute;
    inset-inline: 0;
    inset-block-end: var(--_space-s);
    display: grid;
    justify-content: center;
    pointer-events: none;
  }

  .new {
    gap: var(--_space-xs);
    min-block-size: 32px;
    padding-block: 0;
    padding-inline: var(--_space-s) var(--_space-m);
    box-shadow: var(--_shadow);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    pointer-events: auto;
    animation: arrive var(--_panel) var(--_ease);
  }

  .new .icon {
    inline-size: 16px;
    block-size: 16px;
    color: var(--_accent);
  }

  /* Where rows leave the list, so that it covers what has been read. */
  .pause {
    position: absolute;
    inset-block-start: var(--_space-s);
    inset-inline-end: var(--_space-s);
    min-inline-size: 28px;
    min-block-size: 28px;
    color: var(--_text-quiet);
  }

  .pause .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .pause:is(:hover, :focus-visible, .paused) {
    color: var(--_text);
  }

  .paused {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  :host([overlay]) :is(.pause, .new) {
    border-color: oklch(100% 0 0 / 0.18);
    background: var(--_scrim);
    color: var(--_on-scrim);
  }

  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-xs) var(--_space-s);
    margin-block: var(--_space-xs);
    font-size: 0.875em;
    white-space: normal;
  }

  .error {
    color: var(--_danger);
  }

  /* So that both buttons stay in one line. */
  @container bigcast-chat (inline-size < 480px) {
    .error {
      flex-basis: 100%;
    }
  }

  .failure button {
    gap: var(--_space-xs);
    min-block-size: 28px;
    padding: 0 var(--_space-m);
  }

  .failure .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .new {
      animation: none;
    }
  }
`;
