// <bigcast-viewer>: everything a viewer needs in one tag. Chat first; at the first frame the page swaps to video around the same chat.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { canTalk, viewOf, type RoomState, type RoomView } from '../../core/index.js';
import { addStyles, Part } from '../shared/part.js';
import { RoomOwnerElement } from '../shared/room-owner-element.js';
import { RoomSelector } from '../shared/room-selector.js';
import { controls } from '../shared/styles/controls.js';
import { tokens } from '../shared/styles/tokens.js';
import { viewerStyles } from './viewer.styles.js';

/**
 * @summary A viewer's whole page in one tag: poster, countdown and chat while waiting, stage and chat once the host is live.
 *
 * @slot poster - What the stage shows while there is no picture: an image fills it.
 * @slot waiting - More under the title while waiting.
 * @slot ended - More on the card when the show is over.
 * @slot empty - Shown while nobody has spoken.
 * @event {BigcastIntentEvent} bigcast-intent - Somebody wants something of the room. Cancelable: a veto keeps what was written.
 * @event {BigcastPhaseEvent} bigcast-phase - The room went from one phase to another.
 * @event {BigcastMessageEvent} bigcast-message - Somebody else said something.
 * @event {BigcastErrorEvent} bigcast-error - Something failed; the same error stands in `state.error`.
 * @csspart stage - The `bigcast-stage`.
 * @csspart chat - The `bigcast-chat`.
 * @csspart status - The `bigcast-status`; on the screen only when there is something to do or to know.
 * @csspart toggle-chat - The button over a narrow picture that hides and shows the chat.
 * @csspart poster - Of the stage: what shows while there is no picture.
 * @csspart caption - Of the stage: title and countdown over the poster.
 * @csspart title - Of the stage: what it says in large letters.
 * @csspart subtitle - Of the stage: the line under the title.
 * @csspart countdown - Of the stage: the time until the start.
 * @csspart numeral - Of the stage: the 3, 2, 1 before the picture.
 * @csspart banner - Of the stage: the slim line while the host arrives.
 * @csspart audience - Of the stage: how many wait or watch.
 * @csspart on-air - Of the stage: the pill that says that this is live.
 * @csspart video - Of the stage: where the picture stands.
 * @csspart card - Of the stage: what stands in its middle.
 * @csspart allow-sound - Of the stage: the button that lets the sound in.
 * @csspart controls - Of the stage: sound and volume.
 * @csspart chat-list - Of the chat: the scrolling list.
 * @csspart chat-row - Of the chat: one message.
 * @csspart chat-composer - Of the chat: the field, its button and its note.
 * @csspart status-action - Of the status: the one thing to do.
 * @cssproperty [--bigcast-viewer-block-size=560px] - Height where the page gives none; at most the window's.
 * @cssproperty [--bigcast-viewer-chat-size=clamp(320px,28%,400px)] - Width of the chat beside the stage.
 */
export class BigcastViewer extends RoomOwnerElement {
  static override properties: PropertyDeclarations = {
    heading: {},
  };

  static override styles = [tokens, controls, viewerStyles];

  readonly #room = new RoomSelector(this, sliceOf);
  readonly #live = new Part(this, async () => {
    const { Live, liveStyles } = await import('./live.js');
    addStyles(this, liveStyles);
    return new Live(this);
  });

  /** What the show is called. The host's name stands in its place unless given. */
  heading = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#live.value?.prepare(this.#room.value.view === 'video');
  }

  protected override render(): TemplateResult {
    const { canSpeak, trouble } = this.#room.value;
    const live = this.#live.value;
    return html`<div class="box">
      <div class="frame">
        <div class="layout ${live?.classes ?? ''} ${trouble}" @focusin=${live?.focused}>
          <div class="window stage">
            <div class="window">
              <bigcast-stage
                part="stage"
                exportparts="poster, caption, title, subtitle, countdown, numeral, banner, audience, on-air, video, card, allow-sound, controls"
                .heading=${this.heading}
                @click=${live?.stageTapped}
              >
                <slot name="poster" slot="poster"></slot>
                <slot name="waiting" slot="waiting"></slot>
                <slot name="ended" slot="ended"></slot>
                ${live?.renderToggle(this.words)}
              </bigcast-stage>
            </div>
          </div>
          <bigcast-status part="status" exportparts="action: status-action"></bigcast-status>
          <div class="window chat">
            <div class="window">
              <bigcast-chat
                part="chat"
                exportparts="list: chat-list, row: chat-row, composer: chat-composer"
                .overlay=${live?.isOverPicture ?? false}
              >
                <slot name="empty" slot="empty">${canSpeak ? this.words.nobodySpoke : nothing}</slot>
              </bigcast-chat>
            </div>
          </div>
        </div>
      </div>
    </div>`;
  }
}

function sliceOf(state: RoomState) {
  const view = viewOf(state);
  return { view, canSpeak: canTalk(state), trouble: troubleOf(view, state) };
}

/** What else than the usual has to be seen; a class of the layout. */
function troubleOf(view: RoomView, { stage, timeline }: RoomState): string {
  if (view === 'connecting') return view;
  // Nothing was said and nothing can be: there is no conversation to keep.
  if (view === 'blocked' && timeline.length === 0) return 'alone';
  return view === 'chat' && stage === 'failed' ? stage : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-viewer': BigcastViewer;
  }
}
