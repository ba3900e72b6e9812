// Renders an element again at each full second, but only while it shows time that passes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #untilNext: () => number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param untilNext - Milliseconds until what is shown changes; undefined when it does not. */
  constructor(host: ReactiveControllerHost, untilNext: () => number | undefined) {
    this.#host = host;
    this.#untilNext = untilNext;
    host.addController(this);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const wait = this.#untilNext();
    if (wait !== undefined) this.#timer = setTimeout(() => this.#host.requestUpdate(), wait);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
