// Whether somebody is at the controls: true while a pointer or a key stirs, false after some quiet.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long controls stay after the last stir, in milliseconds. */
export const QUIET_AFTER = 3000;

export class Activity implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isActive(): boolean {
    return this.#timer !== undefined;
  }

  readonly stir = (): void => {
    if (!this.isActive) this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.rest, QUIET_AFTER);
  };

  readonly rest = (): void => {
    if (!this.isActive) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#host.requestUpdate();
  };

  hostDisconnected(): void {
    this.rest();
  }
}
