// The one place where the kit's looks are named. Pages set `--bigcast-*` anywhere above an element;
// elements read the private `--_*`, which fall back to the house style, light or dark by `color-scheme`.
import { css } from 'lit';

export const tokens = css`
  :host {
    --_surface: var(--bigcast-surface, light-dark(oklch(99% 0.004 60), oklch(21% 0.012 50)));
    --_surface-raised: var(--bigcast-surface-raised, light-dark(oklch(96.5% 0.006 60), oklch(26% 0.014 50)));
    --_border: var(--bigcast-border, light-dark(oklch(89% 0.01 60), oklch(34% 0.016 50)));
    --_text: var(--bigcast-text, light-dark(oklch(25% 0.02 50), oklch(95% 0.008 60)));
    --_text-quiet: var(--bigcast-text-quiet, light-dark(oklch(49% 0.02 50), oklch(74% 0.015 60)));
    --_accent: var(--bigcast-accent, light-dark(oklch(57% 0.19 33), oklch(73% 0.15 38)));
    --_on-accent: var(--bigcast-on-accent, light-dark(oklch(99% 0.01 40), oklch(20% 0.04 38)));
    --_live: var(--bigcast-live, oklch(56% 0.22 27));
    --_on-live: var(--bigcast-on-live, oklch(99% 0.005 27));
    --_danger: var(--bigcast-danger, light-dark(oklch(51% 0.19 27), oklch(74% 0.14 25)));
    --_ok: var(--bigcast-ok, light-dark(oklch(48% 0.12 150), oklch(77% 0.14 150)));
    --_warn: var(--bigcast-warn, oklch(77% 0.16 75));
    --_scrim: var(--bigcast-scrim, oklch(15% 0.02 50 / 0.62));
    --_on-scrim: var(--bigcast-on-scrim, oklch(98% 0.005 60));
    --_stage: var(--bigcast-stage-background, oklch(16% 0.012 45));

    --_space-xs: var(--bigcast-space-xs, 4px);
    --_space-s: var(--bigcast-space-s, 8px);
    --_space-m: var(--bigcast-space-m, 12px);
    --_space-l: var(--bigcast-space-l, 16px);
    --_space-xl: var(--bigcast-space-xl, 24px);
    --_radius: var(--bigcast-radius, 12px);
    --_radius-pill: var(--bigcast-radius-pill, 999px);
    --_shadow: var(--bigcast-shadow, 0 4px 16px oklch(20% 0.02 50 / 0.16));
    --_focus: var(--bigcast-focus, var(--_accent));

    --_font: var(--bigcast-font, inherit);
    --_press: var(--bigcast-motion-press, 120ms);
    --_panel: var(--bigcast-motion-panel, 240ms);
    --_reveal: var(--bigcast-motion-reveal, 600ms);
    --_ease: var(--bigcast-motion-ease, cubic-bezier(0.2, 0.8, 0.2, 1));
  }

  /*
   * Font, direction and colour scheme come in from the page. What it says of all its elements (\`* { … }\`, a reset) stays outside:
   * by !important an element has the last word on itself.
   */
  :host {
    box-sizing: border-box !important;
    color: var(--_text) !important;
    font: var(--_font);
    line-height: 1.45 !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
  }

  /* Our own sentences break between words in Korean, between phrases in Japanese, and inside neither. */
  :host(:lang(ko)) {
    word-break: keep-all;
  }

  :host(:lang(ja)) {
    word-break: auto-phrase;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .icon {
    inline-size: 20px;
    block-size: 20px;
    flex: none;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
