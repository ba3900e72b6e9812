// A viewer's page once the host is live: one motion into the other layout and back, and over a narrow picture the tap and the
// button that free it. Comes after the first load; without it the picture shows where the poster was.
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { complete } from '../shared/lang/en-all.js';
import type { Strings } from '../shared/localize.js';
import { Flip, type Motion } from './flip.js';
import { liveIcon } from './live-icons.js';
import { Narrow } from './narrow.js';

export { liveStyles } from './live.styles.js';

/** What it needs of the viewer. */
export interface LiveHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
}

export class Live {
  readonly #host: LiveHost;
  readonly #narrow: Narrow;
  readonly #flip = new Flip();
  #isOn = false;
  /** What a narrow picture is freed of: the chat, or everything. */
  #hides: 'nothing' | 'chat' | 'everything' = 'nothing';

  constructor(host: LiveHost) {
    this.#host = host;
    this.#narrow = new Narrow(host, '.frame');
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#flip.stop();
  }

  /** Call before the layout is rendered: it will be that of a picture, or not. */
  prepare(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#flip.capture(this.#pieces);
    this.#isOn = isOn;
    this.#hides = 'nothing';
  }

  hostUpdated(): void {
    const [stage, chat] = this.#pieces;
    this.#flip.play(
      new Map([
        [stage, 'cover'],
        [chat, 'travel'],
      ]),
      () => this.#motion,
    );
  }

  /** Class names of the layout. */
  get classes(): string {
    const freed = { nothing: '', chat: 'without-chat', everything: 'bare' };
    return this.#isOn ? `live ${freed[this.#hides]}` : '';
  }

  get isOverPicture(): boolean {
    return this.#narrow.value && this.#isOn;
  }

  /** A tap on the picture itself frees it of everything, or brings everything back. */
  readonly stageTapped = (event: Event): void => {
    const isControl = event
      .composedPath()
      .some((target) => target instanceof HTMLElement && target.matches('button, input'));
    if (!isControl && this.isOverPicture) this.#hide(this.#hides === 'everything' ? 'nothing' : 'everything');
  };

  /** Who comes by keyboard must see where they are. */
  readonly focused = (): void => {
    if (this.#hides === 'everything') this.#hide('nothing');
  };

  renderToggle(strings: Strings): TemplateResult {
    const isHidden = this.#hides !== 'nothing';
    const { showChat, hideChat } = complete(strings);
    const label = isHidden ? showChat : hideChat;
    return html`<button
      slot="controls"
      part="toggle-chat"
      class="round on-video toggle"
      aria-label=${label}
      title=${label}
      @click=${this.#chatToggled}
    >
      ${liveIcon(isHidden ? 'chat' : 'chat-off')}
    </button>`;
  }

  readonly #chatToggled = (): void => this.#hide(this.#hides === 'nothing' ? 'chat' : 'nothing');

  #hide(what: 'nothing' | 'chat' | 'everything'): void {
    this.#hides = what;
    this.#host.requestUpdate();
  }

  get #pieces(): [HTMLElement, HTMLElement] {
    const piece = (name: string) => this.#host.renderRoot.querySelector<HTMLElement>(name)!;
    return [piece('bigcast-stage'), piece('bigcast-chat')];
  }

  get #motion(): Motion {
    const style = getComputedStyle(this.#host);
    const reveal = style.getPropertyValue('--_reveal').trim();
    const duration = parseFloat(reveal) * (reveal.endsWith('ms') ? 1 : 1000);
    return { duration, easing: style.getPropertyValue('--_ease').trim() };
  }
}
