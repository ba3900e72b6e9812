// Which language an element speaks: that of the nearest `lang` around it, across shadow roots, followed when it changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedParent } from './context.js';
import { languageLoader, type Languages } from './localize.js';

/** Milliseconds that an error waits for its sentence. */
const PATIENCE = 1_000;

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

  /**
   * What a rendering waits for: the sentences of another language, so that nobody sees a flash of this one; with `all`
   * (something failed, and is to be told) also those that come after the first load. Settles when they are there, or can't be had.
   */
  awaited(all = false): Promise<void> | undefined {
    // What could not be had before is tried again.
    if (all) this.#follow();
    return all || this.#loader !== this.#languages.completed ? this.#loading : undefined;
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
    const isCompletion = loader === this.#languages.completed;
    if (isCompletion) this.#strings = this.#languages.fallback;
    this.#loading = loader && (isCompletion ? withinPatience(this.#load(loader)) : this.#load(loader));
  }

  async #load(loader: () => Promise<T>): Promise<void> {
    // What was said before is better than nothing.
    const strings = await loader().catch(() => undefined);
    if (this.#loader !== loader) return;
    this.#loading = undefined;
    if (!strings) return void (this.#loader = undefined);
    this.#strings = strings;
    this.#host.requestUpdate();
  }
}

/** A sentence that says less, in time, is better than the right one too late. */
function withinPatience(work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
}

function rootAbove(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
}
