// The chat's surface and its list; rows and composer have their own sheets.
import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container: bigcast-chat / inline-size;
    contain-intrinsic-inline-size: 280px;
    block-size: 100%;
    background: var(--bigcast-chat-background, var(--_surface)) !important;
    --_gap: var(--bigcast-chat-gap, 4px);
    --_inset: var(--bigcast-chat-inset, var(--_space-m));
  }

  .chat {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    font-size: clamp(0.875em, 0.75em + 0.6cqi, 1em);
  }

  /* The basis is the height where the page gives none. */
  .log {
    position: relative;
    flex: 1 1 20em;
    min-block-size: 0;
  }

  /* Position is held by hand (scroll-keeper.ts): the browser's anchoring would work against it. */
  .list {
    position: absolute;
    inset: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    contain: strict;
    scrollbar-width: thin;
    scrollbar-color: var(--_border) transparent;
  }

  .list:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .rows {
    position: relative;
    min-block-size: 100%;
    align-content: end;
    padding: var(--_space-s) 0;
  }

  .empty:not([hidden]) {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: var(--_space-xl);
    color: var(--_text-quiet);
    text-align: center;
    text-wrap: balance;
    pointer-events: none;
  }

  ::slotted([slot='empty']) {
    pointer-events: auto;
  }

  /* Over a picture: always as in the dark, and gone towards the upper edge. */
  :host([overlay]) {
    color-scheme: dark;
    background: none !important;
    --_text: var(--_on-scrim);
    --_text-quiet: color-mix(in oklch, var(--_on-scrim), transparent 15%);
  }

  :host([overlay]) .list {
    mask-image: linear-gradient(to bottom, transparent, black min(30%, 6em));
    scrollbar-width: none;
    text-shadow:
      0 0 2px oklch(0% 0 0 / 0.8),
      0 1px 4px oklch(0% 0 0 / 0.6);
  }
`;
