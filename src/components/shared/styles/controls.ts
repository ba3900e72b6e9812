// Buttons as all elements use them: a pill, and one accent for the one thing to do next.
import { css } from 'lit';

export const controls = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-s);
    min-inline-size: 36px;
    min-block-size: 36px;
    padding: var(--_space-xs) var(--_space-l);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: 550;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      transform var(--_press) var(--_ease),
      opacity var(--_press) var(--_ease);
  }

  button:hover:not(:disabled) {
    background: color-mix(in oklch, var(--_surface-raised), var(--_text) 7%);
  }

  button:active:not(:disabled) {
    transform: scale(0.97);
  }

  button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  button:focus-visible,
  select:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.primary:hover:not(:disabled) {
    background: color-mix(in oklch, var(--_accent), var(--_text) 10%);
  }

  button.danger {
    color: var(--_danger);
  }

  button.round {
    padding: 0;
  }

  button.on-video {
    border-color: transparent;
    background: var(--_scrim);
    color: var(--_on-scrim);
  }

  button.on-video:hover:not(:disabled) {
    background: color-mix(in oklch, var(--_scrim), black 30%);
  }

  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonBorder;
    }
  }
`;
