// How the whole show stands: two viewers, and the steps under them.
import { css } from 'lit';

export const playerStyles = css`
  :host {
    display: grid;
    gap: 16px;
    padding: 20px;
    font:
      14px/1.4 system-ui,
      sans-serif;
    container-type: inline-size;
    --line: light-dark(#ded9d4, #3b3734);
    --quiet: light-dark(#635c56, #b5aca4);
    --mark: light-dark(#b8371b, #ff9d7e);
  }

  .seats {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: 20px;
    block-size: 600px;
  }

  bigcast-viewer {
    min-block-size: 0;
  }

  aside {
    display: flex;
    align-items: start;
    gap: 20px;
  }

  ol {
    flex: 1;
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 8px 0 10px;
    border-block-start: 3px solid var(--line);
    color: var(--quiet);
  }

  li.past {
    border-color: color-mix(in oklch, var(--mark), transparent 55%);
  }

  li[aria-current='step'] {
    border-color: var(--mark);
    color: CanvasText;
    font-weight: 600;
  }

  small {
    display: block;
    color: var(--quiet);
    font-weight: 400;
  }

  .replay {
    flex: none;
    min-block-size: 36px;
    padding: 4px 18px;
    border: 0;
    border-radius: 999px;
    background: CanvasText;
    color: Canvas;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  @container (inline-size < 860px) {
    .seats {
      grid-template-columns: minmax(0, 1fr);
      block-size: 620px;
    }

    .wide {
      display: none;
    }

    aside {
      flex-direction: column;
    }

    ol {
      inline-size: 100%;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
