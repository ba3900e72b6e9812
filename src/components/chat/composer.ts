// Where one writes: the draft, how long it may be, and the keys that send it.
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { byteLength, MAX_TEXT_BYTES } from '../../core/index.js';
import { icon } from '../shared/icons.js';
import type { Strings } from '../shared/localize.js';

/** From here on the length is shown, in bytes. */
const NEARLY_TOO_LONG = MAX_TEXT_BYTES * 0.9;
/** Where the browser does not size the field by its content, it shows as many lines. */
const MOST_LINES = 5;

/** What the composer needs of its element. */
export interface ComposerHost extends ReactiveControllerHost {
  draft: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Why nothing can be written: in the field, and (longer) under it. */
export interface Closed {
  readonly placeholder: string;
  readonly reason: string | undefined;
}

export class Composer implements ReactiveController {
  readonly #host: ComposerHost;
  readonly #say: (text: string) => boolean;
  #closed: Closed | undefined;

  /** @param say - Sends a text; false when the page vetoed it. */
  constructor(host: ComposerHost, say: (text: string) => boolean) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  /** Not a binding: to one, a draft that was typed and sent between two renderings looks unchanged, and would stay. */
  hostUpdated(): void {
    const { draft, renderRoot } = this.#host;
    const field = renderRoot.querySelector('textarea');
    if (field && field.value !== draft) field.value = draft;
  }

  focus(): void {
    this.#host.renderRoot.querySelector('textarea')?.focus();
  }

  render(strings: Strings, closed: Closed | undefined): TemplateResult {
    this.#closed = closed;
    const { draft } = this.#host;
    const isTooLong = byteLength(this.#text) > MAX_TEXT_BYTES;
    return html`<div class="foot">
      <form part="composer" class="composer" @submit=${this.#submitted}>
        <textarea
          part="input"
          class="input"
          rows=${Math.min(MOST_LINES, draft.split('\n').length)}
          enterkeyhint="send"
          autocomplete="off"
          placeholder=${closed?.placeholder ?? strings.writeMessage}
          aria-label=${strings.writeMessage}
          aria-describedby="note"
          aria-invalid=${isTooLong ? 'true' : 'false'}
          ?disabled=${!!closed}
          @input=${this.#typed}
          @keydown=${this.#pressed}
        ></textarea>
        <button part="send" class="send primary round" aria-label=${strings.send} ?disabled=${!this.#canSend}>
          ${icon('send')}
        </button>
      </form>
      <p
        part="note"
        class=${isTooLong ? 'note error' : 'note'}
        id="note"
        aria-live="polite"
        .textContent=${this.#noteOn(strings)}
      ></p>
    </div>`;
  }

  get #text(): string {
    return this.#host.draft.trim();
  }

  get #canSend(): boolean {
    return !this.#closed && this.#text !== '' && byteLength(this.#text) <= MAX_TEXT_BYTES;
  }

  #noteOn(strings: Strings): string {
    const closed = this.#closed;
    if (closed) return closed.reason ?? (this.#host.draft && closed.placeholder);
    const bytes = byteLength(this.#text);
    if (bytes > MAX_TEXT_BYTES) return strings.tooLong(bytes, MAX_TEXT_BYTES);
    const numbers = [bytes, MAX_TEXT_BYTES].map((value) => value.toLocaleString(strings.locale));
    return bytes > NEARLY_TOO_LONG ? numbers.join(' / ') : '';
  }

  readonly #typed = (event: Event): void => {
    this.#host.draft = (event.target as HTMLTextAreaElement).value;
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    // While an input method composes, Enter chooses a word. Safari has ended the composition by then, but says 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    this.#send();
    // The button may be disabled now: the focus would be nowhere, and a phone's keyboard gone.
    this.focus();
  };

  #send(): void {
    if (this.#canSend && this.#say(this.#text)) this.#host.draft = '';
  }
}
