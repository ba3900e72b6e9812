// How the preview looks: the host's own picture, framed in the colour of the tally.
import { css } from 'lit';

export const previewStyles = css`
  .preview {
    --_tally: var(--_border);
    position: relative;
    flex: none;
    overflow: hidden;
    aspect-ratio: var(--_ratio);
    border: var(--_tally-width) solid var(--_tally);
    border-radius: var(--_radius);
    background: var(--_stage);
    color: var(--_on-scrim);
  }

  .preview[data-tally='counting'] {
    --_tally: var(--_warn);
  }

  .preview[data-tally='air'] {
    --_tally: var(--_live);
  }

  /* The numeral is read over whatever the camera shows. */
  [data-tally='counting'] .surface {
    opacity: 0.3;
  }

  .surface,
  .cover,
  .numeral {
    position: absolute;
    inset: 0;
  }

  .cover,
  .numeral {
    display: grid;
    place-items: center;
  }

  .cover {
    padding: var(--_space-xl) var(--_space-m) var(--_space-m);
    background: var(--_stage);
  }

  .cover > .icon {
    inline-size: 32px;
    block-size: 32px;
    opacity: 0.6;
  }

  .cover button {
    background: oklch(100% 0 0 / 0.14);
  }

  .tally {
    position: absolute;
    inset-block-start: var(--_space-s);
    inset-inline-start: var(--_space-s);
    padding: 2px var(--_space-s);
    border-radius: var(--_radius-pill);
    background: var(--_scrim);
    font-size: 0.8125em;
    font-weight: 600;
  }

  [data-tally='counting'] .tally {
    background: var(--_warn);
    color: oklch(22% 0.04 75);
  }

  [data-tally='air'] .tally {
    background: var(--_live);
    color: var(--_on-live);
  }

  .numeral {
    font-size: clamp(72px, 24cqi, 160px);
    font-weight: 250;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-shadow: 0 2px 24px oklch(0% 0 0 / 0.6);
    animation: beat 900ms var(--_ease) both;
  }

  @keyframes beat {
    from {
      opacity: 0;
      transform: scale(1.25);
    }
  }

  @container (min-width: 720px) {
    /* In a low window the picture gives way, so that the next step stays in sight. */
    .preview {
      flex: 0 1 auto;
      min-block-size: 160px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .numeral {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .preview[data-tally='counting'] {
      border-style: dashed;
    }

    .preview[data-tally='air'] {
      border-color: Highlight;
    }
  }
`;
