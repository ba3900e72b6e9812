// The composer: one pill that holds the field and its button.
import { css } from 'lit';

export const composerStyles = css`
  .foot {
    padding: var(--_space-s) var(--_inset) var(--_inset);
  }

  .composer {
    display: flex;
    align-items: end;
    padding: 3px;
    border: 1px solid var(--_border);
    border-radius: 22px;
    background: var(--_surface-raised);
  }

  .composer:has(.input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  .input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 36px;
    max-block-size: calc(5lh + 14px);
    padding: 7px var(--_space-m);
    border: 0;
    outline: none;
    background: none;
    color: inherit;
    font: inherit;
    line-height: inherit;
    field-sizing: content;
    resize: none;
    scrollbar-width: thin;
    /* A line that goes on below is not cut through. */
    mask: linear-gradient(to top, transparent 5px, black 9px);
  }

  /* What is written runs in its own direction; the placeholder in the page's. */
  .input:not(:placeholder-shown) {
    unicode-bidi: plaintext;
    word-break: normal;
  }

  .input::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  .send:disabled {
    background: none;
    color: var(--_text-quiet);
  }

  .send:dir(rtl) .icon {
    transform: scaleX(-1);
  }

  .note {
    margin: var(--_space-xs) var(--_space-m) 0;
    color: var(--_text-quiet);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .note:empty {
    display: none;
  }

  .note.error {
    color: var(--_danger);
  }

  :host([overlay]) .composer {
    border-color: oklch(100% 0 0 / 0.18);
    background: var(--_scrim);
  }
`;
