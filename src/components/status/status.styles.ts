// How the status looks: a quiet line, and a card only when somebody should do something.
import { css } from 'lit';

export const statusStyles = css`
  :host {
    display: block;
    font-size: 0.875em;
  }

  .report {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-xs) var(--_space-m);
    padding: var(--_space-xs) var(--_space-l);
    min-block-size: 32px;
    color: var(--_text-quiet);
  }

  .report:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .trouble,
  .notice {
    padding-block: var(--_space-s);
    background: var(--_surface-raised);
    border-block: 1px solid var(--_border);
    color: var(--_text);
  }

  .sentence {
    flex: 1 1 20ch;
    display: flex;
    align-items: baseline;
    gap: var(--_space-s);
    text-wrap: pretty;
  }

  .mark {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    /* Nothing but border: where colours are forced, backgrounds go. */
    border: 4px solid var(--_ok);
    border-radius: 50%;
  }

  .busy .mark {
    border: 2px solid var(--_text-quiet);
  }

  .notice .mark {
    border-color: var(--_warn);
  }

  .sentence .icon {
    align-self: start;
    color: var(--_danger);
  }

  details {
    flex-basis: 100%;
    color: var(--_text-quiet);
    font-size: 0.9286em;
    overflow-wrap: anywhere;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
`;
