// How the host looks before its console has come.
import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: 280px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface) !important;
  }

  .loading {
    margin: 0;
    padding: var(--_space-l);
    color: var(--_text-quiet);
  }
`;
