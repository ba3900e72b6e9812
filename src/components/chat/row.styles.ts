// Rows: one line box each, no bubble. Plain blocks with little to match: hundreds of them are laid out ten times a second.
import { css } from 'lit';

export const rowStyles = css`
  .row {
    position: relative;
    padding-block: var(--_gap);
    padding-inline: calc(var(--_inset) + max(24px, 1.47em) + var(--_space-s)) var(--_inset);
    overflow-wrap: anywhere;
    --_own-hue: light-dark(oklch(42% 0.13 var(--_hue)), oklch(80% 0.11 var(--_hue)));
  }

  .row:hover {
    background: var(--_surface-raised);
  }

  .row-host {
    box-shadow: inset 3px 0 var(--_accent);
    background: color-mix(in oklch, transparent, var(--_accent) 8%);
  }

  .row-host:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }

  /* Over a picture: brighter still, and dark behind rather than tinted. */
  :host([overlay]) .row {
    --_own-hue: oklch(88% 0.08 var(--_hue));
  }

  :host([overlay]) :is(.row:hover, .row-host) {
    background: oklch(0% 0 0 / 0.25);
  }

  .row-pending {
    opacity: 0.8;
  }

  /* No clip and no grid: it is there once a row. 2.071em is the row's line in this smaller type. */
  .avatar {
    --_size: max(24px, 2.1em);
    position: absolute;
    inset-inline-start: var(--_inset);
    inset-block-start: var(--_gap);
    margin-block-start: calc((2.071em - var(--_size)) / 2);
    inline-size: var(--_size);
    block-size: var(--_size);
    border-radius: 50%;
    background: light-dark(oklch(90% 0.05 var(--_hue)), oklch(36% 0.07 var(--_hue)));
    color: var(--_own-hue);
    font-size: 0.7em;
    font-weight: 650;
    line-height: var(--_size);
    text-align: center;
    text-shadow: none;
  }

  /* A picture lies on the initials, which show until it comes, and when it does not. */
  img.avatar {
    object-fit: cover;
    background: var(--_surface-raised);
  }

  img[hidden] {
    display: none;
  }

  .name,
  .text {
    white-space: pre-wrap;
    word-break: normal;
  }

  /* Only where it makes a difference: it takes a paragraph off the fast path. */
  .row-bidi :is(.name, .text),
  .rows:dir(rtl) :is(.name, .text) {
    unicode-bidi: plaintext;
  }

  /* What would take the screen for itself, or paint over its neighbours, scrolls in a box of its own. */
  .row-unruly {
    max-block-size: 12lh;
    overflow: hidden auto;
  }

  .row-unruly .name {
    display: inline-block;
    max-inline-size: 100%;
    overflow: clip;
    text-overflow: ellipsis;
    white-space: pre;
  }

  .row-unruly .text {
    white-space: break-spaces;
  }

  .name {
    color: var(--_own-hue);
    font-weight: 600;
  }

  .crown {
    margin-inline-end: 0.25em;
    color: var(--_accent);
  }

  .crown .icon {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.1em;
  }

  .time {
    display: none;
    position: absolute;
    inset-block-start: var(--_gap);
    inset-inline-end: var(--_space-s);
    padding-inline: var(--_space-s);
    border-radius: var(--_radius-pill);
    background: var(--_surface-raised);
    box-shadow: 0 0 6px 6px var(--_surface-raised);
    color: var(--_text-quiet);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    text-shadow: none;
  }

  .row:hover .time,
  .list:focus-visible .time {
    display: block;
  }

  .notice {
    padding: var(--_gap) var(--_inset);
    color: var(--_text-quiet);
    font-size: 0.875em;
    text-align: center;
    overflow-wrap: anywhere;
  }
`;
