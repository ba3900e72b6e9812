// Which language an element speaks: that of the nearest `lang` around it, across shadow roots, followed when it changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedParent } from './context.js';
import { languageLoader, type Languages } from './localize.js';

export class LanguageController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #languages: Languages<T>;
  readonly #observers: MutationObserver[] = [];
  #loader: (() => Promise<T>) | undefined;
  #loading: Promise<void> | undefined;
  #strings: T;

  constructor(host: ReactiveControllerHost & Element, languages: Languages<T>) {
    this.#host = host;
    this.#languages = languages;
    this.#strings = languages.fallback;
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

  get strings(): T {
    return this.#strings;
  }

  /** While the sentences are being loaded: settles when they are there, or can't be had. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  hostConnected(): void {
    this.#follow();
    for (let root: Node | undefined = this.#host.getRootNode(); root; root = rootAbove(root)) {
      const observer = new MutationObserver(() => this.#follow());
      observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      this.#observers.push(observer);
    }
  }

  hostDisconnected(): void {
    this.#observers.splice(0).forEach((observer) => observer.disconnect());
  }

  #follow(): void {
    const loader = languageLoader(this.tag, this.#languages);
    // Numbers and times follow the tag even where the sentences stay.
    this.#host.requestUpdate();
    if (loader === this.#loader) return;
    this.#loader = loader;
    if (loader) this.#loading = this.#load(loader);
    else this.#strings = this.#languages.fallback;
  }

  async #load(loader: () => Promise<T>): Promise<void> {
    try {
      const strings = await loader();
      if (this.#loader === loader) this.#strings = strings;
    } catch {
      // What was said before is better than nothing; the next change of `lang` tries again.
      if (this.#loader === loader) this.#loader = undefined;
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }
}

function rootAbove(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
}
