// <bigcast-chat>: the conversation and the composer. Holds no state of the room; asks it.
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { canTalk, viewOf, type RoomState } from '../../core/index.js';
import { sentenceFor } from '../shared/localize.js';
import { addStyles, Part } from '../shared/part.js';
import { RoomOwnerElement } from '../shared/room-owner-element.js';
import { RoomSelector } from '../shared/room-selector.js';
import { controls } from '../shared/styles/controls.js';
import { tokens } from '../shared/styles/tokens.js';
import { styles } from './chat.styles.js';
import { Composer, type Closed } from './composer.js';
import { composerStyles } from './composer.styles.js';
import { Conversation } from './conversation.js';
import type { Pace } from './pace.js';
import { rowStyles } from './row.styles.js';

/**
 * @summary The conversation of the surrounding room, with a composer. Alone on a page it brings its own room.
 *
 * @slot empty - Shown while nobody has spoken.
 * @event {BigcastIntentEvent} bigcast-intent - The reader wants to send, retry or delete a message. Cancelable: what was written stays.
 * @event {BigcastPhaseEvent} bigcast-phase - With a room of its own: it went from one phase to another.
 * @event {BigcastMessageEvent} bigcast-message - With a room of its own: somebody else said something.
 * @event {BigcastErrorEvent} bigcast-error - With a room of its own: something failed; the same error stands in `state.error`.
 * @csspart list - The scrolling list of messages.
 * @csspart row - One message.
 * @csspart row-host - A message of the host.
 * @csspart row-own - A message of the reader's own.
 * @csspart row-pending - A message that is on its way.
 * @csspart row-failed - A message that was not sent.
 * @csspart row-bidi - A message with letters that run from right to left.
 * @csspart row-unruly - A message that takes more room than it should: a long name, many lines, piled-up marks.
 * @csspart avatar - A person's picture or initials.
 * @csspart name - Who wrote it.
 * @csspart crown - The mark on the host's name.
 * @csspart text - What was written.
 * @csspart time - When, shown on hover and while the list has the keyboard's focus.
 * @csspart failure - What stands under a message that was not sent: holds `error`, `retry` and `delete`.
 * @csspart error - Why a message was not sent.
 * @csspart retry - Sends a failed message again.
 * @csspart delete - Deletes a failed message.
 * @csspart notice - People who came or went.
 * @csspart empty - What is shown while nobody has spoken.
 * @csspart pause - The button that stops the conversation where it is, and lets it go on.
 * @csspart new - The button that counts what came while scrolled up or paused, and leads to the newest.
 * @csspart composer - The field, its button and its note.
 * @csspart input - The field.
 * @csspart send - The send button.
 * @csspart note - What is to say about the draft: its length, or why nothing can be sent.
 * @cssproperty [--bigcast-chat-background=var(--bigcast-surface)] - What the chat stands on; nothing as an overlay.
 * @cssproperty [--bigcast-chat-gap=4px] - Space between messages.
 * @cssproperty [--bigcast-chat-inset=var(--bigcast-space-m)] - Space between the chat's edges and what it holds.
 */
export class BigcastChat extends RoomOwnerElement {
  static override properties: PropertyDeclarations = {
    overlay: { type: Boolean, reflect: true },
    draft: { attribute: false },
  };

  static override styles = [tokens, controls, styles, rowStyles, composerStyles];

  readonly #composer = new Composer(this, (text) => this.#say(text));
  readonly #conversation: Conversation = new Conversation(this, () => ({
    strings: this.words,
    languageTag: this.languageTag,
    ask: (intent) => this.ask(intent),
    pace: this.#pace.value,
  }));
  readonly #pace: Part<Pace> = new Part<Pace>(this, async () => {
    const { Pace, paceStyles } = await import('./pace.js');
    addStyles(this, paceStyles);
    return new Pace(this, this.#conversation);
  });
  readonly #closing = new RoomSelector(this, closingOf);

  /** Light text without a surface, to float over the scrim of a picture. */
  overlay = false;

  /** What is written and not sent yet. Survives a veto, and the chat being closed. */
  draft = '';

  /** Puts the caret into the composer. */
  focusComposer(): void {
    this.#composer.focus();
  }

  #say(text: string): boolean {
    const isAllowed = this.ask({ type: 'send-text', text });
    // Whoever writes wants to see it.
    if (isAllowed) this.#conversation.release();
    return isAllowed;
  }

  get #closed(): Closed | undefined {
    const strings = this.words;
    const { view, error } = this.#closing.value;
    if (!view) return undefined;
    if (view === 'ended') return { placeholder: strings.chatClosed, reason: undefined };
    return {
      placeholder: view === 'blocked' ? strings.outside : strings.chatNotReady,
      reason: error && sentenceFor(error, strings),
    };
  }

  protected override render(): TemplateResult {
    const closed = this.#closed;
    return html`<div class="chat">
      ${this.#conversation.render(this.words, !closed)} ${this.#composer.render(this.words, closed)}
    </div>`;
  }
}

/** Why nobody can say anything here; nothing that changes while people talk. */
function closingOf(state: RoomState) {
  const view = canTalk(state) ? undefined : viewOf(state);
  return { view, error: view && state.error?.code };
}

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-chat': BigcastChat;
  }
}
