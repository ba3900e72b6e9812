// How the token editor looks: fields on the left, what they change on the right and always in view.
import { css } from 'lit';

export const editorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(300px, 400px) minmax(0, 1fr);
    align-items: start;
    gap: 24px;
    padding: 20px;
    font:
      14px/1.4 system-ui,
      sans-serif;
    --line: light-dark(#d9d5d0, #3b3734);
    --quiet: light-dark(#635c56, #b5aca4);
  }

  .result {
    position: sticky;
    inset-block-start: 20px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-inline-size: 0;
  }

  .show {
    block-size: min(560px, 62vh);
  }

  fieldset {
    margin: 0 0 20px;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0 0 6px;
    font-weight: 650;
    text-transform: capitalize;
  }

  .token {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 8px;
    padding: 7px 0;
    border-block-start: 1px solid var(--line);
  }

  .name {
    grid-column: 1 / -1;
    font:
      12px/1.4 ui-monospace,
      monospace;
  }

  .changed .name {
    font-weight: 700;
  }

  small {
    color: var(--quiet);
  }

  input[type='color'] {
    grid-column: 2;
    grid-row: 2;
    inline-size: 36px;
    block-size: 28px;
    padding: 0 2px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: none;
  }

  .value {
    grid-row: 2;
    min-inline-size: 0;
    block-size: 28px;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: none;
    color: inherit;
    font:
      12px/1 ui-monospace,
      monospace;
  }

  .value:not(:has(~ input)) {
    grid-column: 1 / -1;
  }

  input[type='color'] ~ .value {
    grid-column: 1;
  }

  .value::placeholder {
    color: var(--quiet);
    opacity: 1;
  }

  .moments,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  button {
    min-block-size: 30px;
    padding: 2px 12px;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  button[aria-pressed='true'],
  .copy:not(:disabled) {
    border-color: transparent;
    background: CanvasText;
    color: Canvas;
  }

  button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  pre {
    margin: 0 0 8px;
    padding: 12px 14px;
    max-block-size: 160px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
    font:
      12px/1.5 ui-monospace,
      monospace;
  }

  @media (max-width: 800px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }

    .result {
      position: static;
      grid-row: 1;
    }
  }
`;
