// How the devices are chosen: a switch and a menu for each kind.
import { css } from 'lit';

export const mediaStyles = css`
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

  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
