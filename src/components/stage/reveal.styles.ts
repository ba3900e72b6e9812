// The one moment of drama: the picture opens from the centre of the poster, which lets go. Comes after the first load; without it
// there is the same, at once.
import { css } from 'lit';

export const revealStyles = css`
  .poster {
    transition:
      opacity var(--_reveal) var(--_ease),
      transform var(--_reveal) var(--_ease);
  }

  .revealed .poster {
    opacity: 0;
    transform: scale(1.06);
  }

  .iris,
  .video {
    transition: transform var(--_reveal) var(--_ease);
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .poster {
      transition: opacity 120ms linear;
    }

    .revealed .poster {
      transform: none;
    }

    .iris,
    .video {
      transition: none;
    }

    .revealed .video {
      animation: appear 120ms linear;
    }
  }
`;
