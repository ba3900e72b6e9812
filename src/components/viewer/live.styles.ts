// Where stage, status and chat stand while the host is live: side by side, or the chat over the picture. Comes after the first load.
import { css } from 'lit';

export const liveStyles = css`
  .toggle {
    display: none;
  }

  @container bigcast-viewer (inline-size >= 720px) {
    .layout.live {
      grid-template:
        'stage status' auto
        'stage chat' minmax(0, 1fr) / minmax(0, 1fr) var(--bigcast-viewer-chat-size, clamp(320px, 28%, 400px));
    }

    .live > .stage {
      grid-area: stage;
    }

    .live bigcast-status {
      grid-area: status;
      border-inline-start: 1px solid var(--_border);
    }

    .live > .chat {
      grid-area: chat;
    }

    .live bigcast-chat {
      border-inline-start: 1px solid var(--_border);
    }
  }

  @container bigcast-viewer (inline-size < 720px) {
    .layout.live {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      background: var(--_stage);
    }

    .live > * {
      grid-area: 1 / 1;
    }

    .live bigcast-stage {
      --bigcast-stage-fit: cover;
    }

    .live > .chat {
      align-self: end;
      block-size: 40%;
      min-block-size: min(180px, 60%);
      margin-inline-end: 52px;
    }

    .live bigcast-stage::part(video)::after {
      content: '';
      position: absolute;
      inset: auto 0 0;
      block-size: 45%;
      background: linear-gradient(to top, oklch(14% 0.02 40 / 0.88), oklch(14% 0.02 40 / 0.76) 70%, transparent);
      transition: opacity var(--_panel) var(--_ease);
    }

    .live bigcast-status {
      align-self: start;
      margin: 52px var(--_space-m) 0;
      border-radius: var(--_radius);
      overflow: clip;
    }

    /* Actions in a column beside the conversation, its lowest in line with the composer. */
    .live bigcast-stage::part(controls) {
      flex-direction: column;
      inset-inline-end: var(--_space-s);
      inset-block-end: 15px;
      padding: 0;
      background: none;
      opacity: 1;
      pointer-events: auto;
    }

    .live bigcast-stage::part(mute) {
      background: var(--_scrim);
    }

    .live bigcast-stage::part(volume) {
      display: none;
    }

    .live .toggle {
      display: inline-flex;
    }

    .live:is(.bare, .without-chat) bigcast-chat,
    .live:is(.bare, .without-chat) bigcast-stage::part(video)::after,
    .bare.live bigcast-stage::part(controls),
    .bare.live bigcast-stage::part(on-air),
    .bare.live bigcast-stage::part(audience) {
      opacity: 0;
    }

    .live:is(.bare, .without-chat) bigcast-chat {
      visibility: hidden;
    }

    .bare.live bigcast-stage::part(controls) {
      pointer-events: none;
    }
  }
`;
