// Which language an element speaks: that of the nearest `lang` around it, across shadow roots, followed when it changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedParent } from './context.js';
import { stringsFor, type Strings } from './localize.js';

export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observers: MutationObserver[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47 tag; empty when the page does not say. */
  get tag(): string {
    for (let at: Element | undefined = this.#host; at; at = composedParent(at)) {
      const lang = at.getAttribute('lang');
      if (lang !== null) return lang;
    }
    return '';
  }

  get strings(): Strings {
    return stringsFor(this.tag);
  }

  hostConnected(): void {
    for (let root: Node | undefined = this.#host.getRootNode(); root; root = rootAbove(root)) {
      const observer = new MutationObserver(() => this.#host.requestUpdate());
      observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      this.#observers.push(observer);
    }
  }

  hostDisconnected(): void {
    this.#observers.splice(0).forEach((observer) => observer.disconnect());
  }
}

function rootAbove(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
}
