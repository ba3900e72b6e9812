// Whether an element's box is narrow: what the container queries ask, for the one thing that CSS cannot pass on.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** From this inline size on, in CSS pixels, stage and chat stand side by side. The same number is in viewer.styles.ts. */
export const WIDE_FROM = 720;

export class Narrow implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #selector: string;
  readonly #observer = new ResizeObserver(([entry]) => this.#measured(entry));
  #value = false;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  get value(): boolean {
    return this.#value;
  }

  hostConnected(): void {
    // The box is rendered by the first update; after that it is there already.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const box = this.#host.renderRoot.querySelector(this.#selector);
    // Observing what is observed already would measure it again at each update.
    if (!box || box === this.#observed) return;
    this.#observed = box;
    this.#observer.observe(box);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = undefined;
  }

  #observed: Element | undefined;

  #measured(entry: ResizeObserverEntry | undefined): void {
    const size = entry?.contentBoxSize[0]?.inlineSize;
    // Nothing is measured of what is not shown.
    if (size === undefined || size === 0) return;
    if (size < WIDE_FROM === this.#value) return;
    this.#value = size < WIDE_FROM;
    this.#host.requestUpdate();
  }
}
