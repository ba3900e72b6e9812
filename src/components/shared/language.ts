// Which language an element speaks: that of the nearest `lang` around it, across shadow roots, in the words of the rooms around
// it where these have some of their own. Followed when either changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedParent } from './context.js';
import { languageOf, type Languages, type PageStrings, type Spoken } from './localize.js';

/** Milliseconds that an error waits for its sentence. */
const PATIENCE = 1_000;

export class LanguageController<T extends Spoken> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #languages: Languages<T>;
  readonly #observer = new MutationObserver(() => this.follow());
  /** What is followed; undefined where it could not be. */
  #around: Around | undefined;
  #loading: Promise<void> | undefined;
  /** What is on its way is no more than what comes after the first load. */
  #isEnglish = true;
  #strings: T;

  constructor(host: ReactiveControllerHost & Element, languages: Languages<T>) {
    this.#host = host;
    this.#languages = languages;
    this.#strings = languages.en('en');
    host.addController(this);
  }

  /** BCP 47 tag; empty when the page does not say. */
  get tag(): string {
    return lookAround(this.#host)[0];
  }

  get strings(): T {
    return this.#strings;
  }

  /**
   * What a rendering waits for: the sentences of another language, or the page's own, so that nobody sees a flash of these; with
   * `all` (something failed, and is to be told) also those that come after the first load. Settles when they are there, or can't be had.
   */
  awaited(all = false): Promise<void> | undefined {
    // What could not be had before is tried again.
    if (all) this.follow();
    return all || !this.#isEnglish ? this.#loading : undefined;
  }

  hostConnected(): void {
    this.follow();
    for (let root: Node | undefined = this.#host.getRootNode(); root; root = rootAbove(root))
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Looks around again; call it when the strings of a room around may have changed, which nothing observes. */
  follow(): void {
    const around = lookAround(this.#host);
    const { length } = this.#around ?? [];
    if (!this.#host.isConnected || (length === around.length && around.every((it, i) => it === this.#around?.[i])))
      return;
    this.#around = around;
    const { en, completed } = this.#languages;
    const { locale, load = completed } = languageOf(around[0], this.#languages);
    this.#isEnglish = load === completed && around.length === 1;
    if (this.#isEnglish) this.#strings = en(locale);
    const work = this.#load(around, async () => {
      const { speak } = (await load?.()) ?? { speak: en };
      return around.length === 1 ? speak(locale) : (await import('./own-strings.js')).withOwn(speak(locale), ...around);
    });
    this.#loading = this.#isEnglish ? withinPatience(work) : work;
    this.#host.requestUpdate();
  }

  async #load(around: Around, load: () => Promise<T>): Promise<void> {
    // What was said before is better than nothing.
    const strings = await load().catch(() => undefined);
    if (this.#around !== around) return;
    this.#loading = undefined;
    if (!strings) return void (this.#around = undefined);
    this.#strings = strings;
    this.#host.requestUpdate();
  }
}

type Around = readonly [tag: string, ...own: PageStrings[]];

/** The nearest `lang`, and the strings of the rooms around, the nearest last. */
function lookAround(host: Element): Around {
  let tag: string | null = null;
  const own: PageStrings[] = [];
  for (let at: Element | undefined = host; at; at = composedParent(at)) {
    tag ??= at.getAttribute('lang');
    // Other elements may have `strings` that are not meant for us.
    const { strings } = at as { strings?: PageStrings };
    if (strings && at.tagName.startsWith('BIGCAST-')) own.unshift(strings);
  }
  return [tag ?? '', ...own];
}

/** A sentence that says less, in time, is better than the right one too late. */
function withinPatience(work: Promise<void>): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
}

function rootAbove(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
}
