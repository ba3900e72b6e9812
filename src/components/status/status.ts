// <bigcast-status>: how the room is, in words. Quiet while all is well; one sentence and one action when it is not.
import { html, nothing, type TemplateResult } from 'lit';
import { errorDetails } from '../shared/error-details.js';
import { icon } from '../shared/icons.js';
import { Part } from '../shared/part.js';
import { RoomElement } from '../shared/room-element.js';
import { RoomSelector } from '../shared/room-selector.js';
import { controls } from '../shared/styles/controls.js';
import { tokens } from '../shared/styles/tokens.js';
import { reportOf, sliceOf, type Mood, type Report } from './report.js';
import { statusStyles } from './status.styles.js';

/**
 * @summary Connection, phase and errors of the surrounding room in plain words, read out politely.
 *
 * @event {BigcastIntentEvent} bigcast-intent - Somebody wants to come in again, or the video tried again. Cancelable.
 * @csspart status - The line.
 * @csspart sentence - What there is to say.
 * @csspart action - The one thing to do about it.
 * @csspart details - The error's code and message for support, folded away.
 * @cssstate well - All is well.
 * @cssstate busy - Coming in, or the connection is being mended.
 * @cssstate notice - Something worth knowing that stops nobody.
 * @cssstate trouble - Something failed.
 */
export class BigcastStatus extends RoomElement {
  static override styles = [tokens, controls, statusStyles];

  readonly #room = new RoomSelector(this, sliceOf);
  readonly #internals = this.attachInternals();
  #mood: Mood = 'busy';

  constructor() {
    super();
    // The one thing to do goes when it is done.
    new Part(this, async () => new (await import('../shared/focus-keeper.js')).FocusKeeper(this, '.report'));
  }

  protected override updated(): void {
    this.#internals.states.delete(this.#mood);
    this.#mood = this.#report.mood;
    this.#internals.states.add(this.#mood);
  }

  get #report(): Report {
    return reportOf(this.#room.value, this.words);
  }

  protected override render(): TemplateResult {
    const { mood, sentence, action, details } = this.#report;
    return html`<div part="status" class="report ${mood}">
      <span part="sentence" class="sentence" role="status">
        ${mood === 'trouble' ? icon('alert') : html`<span class="mark"></span>`}<span>${sentence}</span>
      </span>
      ${
        action
          ? html`<button part="action" class="primary" @click=${() => this.ask(action.intent)}>${action.label}</button>`
          : nothing
      }
      ${details ? errorDetails(details, this.words) : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bigcast-status': BigcastStatus;
  }
}
