// Where stage, status and chat stand: by the view, and by how wide the viewer's own box is.
import { css } from 'lit';

export const viewerStyles = css`
  :host {
    display: block;
    block-size: 100%;
    min-inline-size: 0;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface) !important;
  }

  /* Inside, because a page may say \`display\` of the element. */
  .box {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  /* The basis is the height where the page gives none. The name is for the parts of the stage, which is a container, too. */
  .frame {
    position: relative;
    flex: 1 1 var(--bigcast-viewer-block-size, min(560px, 100dvh));
    min-block-size: 0;
    container: bigcast-viewer / inline-size;
    /* Where a page asks how wide it wants to be (float, fit-content): a container alone would say 0. */
    contain-intrinsic-inline-size: 280px;
  }

  .layout {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: minmax(min(12.5em, 50%), 2fr) auto minmax(0, 3fr) / minmax(0, 1fr);
    overflow: clip;
  }

  /* Two around the stage and two around the chat cut what they hold while it moves. */
  .window {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
  }

  bigcast-stage {
    aspect-ratio: auto;
    min-block-size: 0;
  }

  bigcast-status,
  bigcast-chat {
    position: relative;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .chat {
    grid-row: 3;
  }

  bigcast-chat {
    block-size: auto;
    transition:
      opacity var(--_panel) var(--_ease),
      visibility var(--_panel);
  }

  /* What is well needs no words on the screen, and of the stage the stage itself speaks. */
  bigcast-status:state(well),
  .connecting bigcast-status:state(busy),
  .failed bigcast-status {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  /* The stage offers the same, to be seen. */
  .failed bigcast-status::part(action),
  .failed bigcast-status::part(details) {
    display: none;
  }

  .alone .stage,
  .alone bigcast-status {
    grid-area: 1 / 1 / -1;
  }

  .alone bigcast-status {
    place-self: center;
    inline-size: min(440px, 100% - 32px);
    border-radius: var(--_radius);
    overflow: clip;
    box-shadow: var(--_shadow);
  }

  .alone .chat {
    display: none;
  }

  @container bigcast-viewer (inline-size >= 720px) {
    .layout {
      grid-template-rows: minmax(0, 11fr) auto minmax(0, 10fr);
    }

    .layout:not(.live, .alone) > :is(.chat, bigcast-status) {
      inline-size: min(100%, 720px);
      justify-self: center;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    bigcast-chat {
      transition: none;
    }
  }
`;
