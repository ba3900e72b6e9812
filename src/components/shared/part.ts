// A part of an element that comes after the first load: fetched as soon as the element is in the page, and until it is there.
import type { CSSResult, LitElement, ReactiveController } from 'lit';

/** Milliseconds between the first two attempts; doubled after each, up to a minute. */
const RETRY_AFTER = 3_000;

export class Part<T> implements ReactiveController {
  readonly #host: LitElement;
  readonly #load: () => Promise<T>;
  #value: T | undefined;
  /** While it is being loaded, and after it has come. */
  #coming: Promise<void> | undefined;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** Undefined until it has come; then the element is rendered again. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Settles when the part is there, or could not be had this time. */
  get coming(): Promise<void> | undefined {
    return this.#coming;
  }

  get hasFailed(): boolean {
    return this.#failures > 0;
  }

  hostConnected(): void {
    this.#fetch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#retry);
  }

  #fetch(): void {
    this.#coming ??= this.#attempt();
  }

  async #attempt(): Promise<void> {
    try {
      this.#value = await this.#load();
    } catch (cause) {
      console.error(`<${this.#host.localName}>`, cause);
      this.#coming = undefined;
      const wait = Math.min(60_000, RETRY_AFTER * 2 ** this.#failures++);
      if (this.#host.isConnected) this.#retry = setTimeout(() => this.#fetch(), wait);
    }
    this.#host.requestUpdate();
  }
}

/** The styles that a part brings, on top of the element's own. */
export function addStyles(host: LitElement, styles: CSSResult): void {
  // Beside what is there: not only the element's own are (insist.ts).
  (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet!);
}
