// <token-editor>: every public token in a field beside what it changes, and what was changed as CSS to copy.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../../src/components/viewer/define.js';
import { MOMENTS } from './moments.js';
import { ELEMENT_TOKENS, GLOBAL_TOKENS, KINDS, kindOf, type Token } from './public-tokens.js';
import { scripted } from './scripted.js';
import { editorStyles } from './token-editor.styles.js';
import { hexOf } from './token-colour.js';

type MomentName = keyof typeof MOMENTS;

const TOKENS = [...GLOBAL_TOKENS, ...ELEMENT_TOKENS];

/** Moments that between them show every token. */
const SHOWN: readonly MomentName[] = ['countdown', 'live', 'away', 'stageFailed', 'ended', 'signInRequired'];
/** Whom the stylesheet is for: tokens are inherited, so any ancestor would do. */
const SELECTOR = ':root';

export class TokenEditor extends LitElement {
  static override styles = editorStyles;

  /** What was changed. */
  @property({ attribute: false }) values: Readonly<Record<string, string>> = {};

  @state() private moment: MomentName = 'countdown';
  @state() private copied = false;

  @query('.show') private readonly show!: HTMLElement;

  /** The changes as a stylesheet; empty while there are none. */
  get css(): string {
    const lines = Object.entries(this.values).map(([name, value]) => `  ${name}: ${value};`);
    return lines.length > 0 ? `${SELECTOR} {\n${lines.join('\n')}\n}` : '';
  }

  set(name: string, value: string): void {
    const { [name]: _, ...others } = this.values;
    this.values = value.trim() ? { ...others, [name]: value.trim() } : others;
    this.copied = false;
  }

  protected override updated(): void {
    for (const { name } of TOKENS) this.show.style.removeProperty(name);
    for (const [name, value] of Object.entries(this.values)) this.show.style.setProperty(name, value);
  }

  protected override render(): TemplateResult {
    return html`<div class="tokens">
        ${KINDS.map(
          (kind) =>
            html`<fieldset>
              <legend>${kind}</legend>
              ${TOKENS.filter((token) => kindOf(token) === kind).map((token) => this.#field(token, kind === 'colour'))}
            </fieldset>`,
        )}
      </div>
      <div class="result">
        <div class="moments" role="group" aria-label="Moment">
          ${SHOWN.map(
            (name) =>
              html`<button aria-pressed=${name === this.moment ? 'true' : 'false'} @click=${() => (this.moment = name)}>
                ${wordsOf(name)}
              </button>`,
          )}
        </div>
        <div class="show">
          <bigcast-viewer
            room="premiere"
            user="robin"
            heading="An evening with new songs"
            ${scripted(MOMENTS[this.moment])}
          ></bigcast-viewer>
        </div>
        ${this.#stylesheet()}
      </div>`;
  }

  #field(token: Token, isColour: boolean): TemplateResult {
    const { name, initial, element, description } = token;
    const value = this.values[name] ?? '';
    return html`<label class="token ${value ? 'changed' : ''}" title=${description ?? ''}>
      <span class="name">${name}${element ? html` <small>${element}</small>` : nothing}</span>
      ${
        isColour
          ? html`<input
              type="color"
              aria-label="${name}, picked"
              .value=${hexOf(value || initial, this)}
              @input=${(event: Event) => this.set(name, (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <input
        class="value"
        spellcheck="false"
        aria-label=${name}
        placeholder=${initial}
        .value=${value}
        @input=${(event: Event) => this.set(name, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  #stylesheet(): TemplateResult {
    const { css } = this;
    return html`<div class="sheet">
      <pre tabindex="0" aria-label="The stylesheet">${css || '/* Change a token: what to copy stands here. */'}</pre>
      <div class="actions">
        <button class="copy" ?disabled=${!css} @click=${() => this.#copy()}>
          ${this.copied ? 'Copied' : 'Copy as CSS'}
        </button>
        <button ?disabled=${!css} @click=${() => (this.values = {})}>Start again</button>
      </div>
    </div>`;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.css);
    this.copied = true;
  }
}

/** `stageFailed` → `stage failed`. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'token-editor': TokenEditor;
  }
}
