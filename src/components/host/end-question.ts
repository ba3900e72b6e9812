// Ending asks first, in its place: the focus goes to what does no harm, Escape and "keep going" bring it back.
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { HostWords } from './lang/index.js';

export class EndQuestion implements ReactiveController {
  readonly #host: LitElement;
  readonly #end: () => void;
  #isOpen = false;

  /** @param end - Called when the person confirms. */
  constructor(host: LitElement, end: () => void) {
    this.#host = host;
    this.#end = end;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Takes the question back without a word. */
  close(): void {
    this.#isOpen = false;
  }

  /** The button that asks; nothing while the question stands. */
  button(strings: HostWords): TemplateResult | typeof nothing {
    if (this.#isOpen) return nothing;
    return html`<button part="end" class="end danger" @click=${() => this.#ask(true)}>${strings.end}</button>`;
  }

  view({ endQuestion, endHint, endConfirm, keepGoing }: HostWords): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    return html`<div part="question" class="question" role="group" aria-labelledby="question" @keydown=${this.#pressed}>
      <strong id="question">${endQuestion}</strong>
      <span class="quiet">${endHint}</span>
      <div class="actions">
        <button part="end-confirm" class="danger" @click=${() => this.#confirm()}>${endConfirm}</button>
        <button part="end-cancel" class="keep" @click=${() => this.#ask(false)}>${keepGoing}</button>
      </div>
    </div>`;
  }

  async #ask(asks: boolean): Promise<void> {
    this.#isOpen = asks;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(asks ? '.keep' : '.end')?.focus();
  }

  #confirm(): void {
    this.#isOpen = false;
    this.#host.requestUpdate();
    this.#end();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The page around may have dialogs of its own.
    event.stopPropagation();
    void this.#ask(false);
  };
}
