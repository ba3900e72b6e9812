// Whoever goes by keyboard must not fall off the page: when what has the focus goes with a rendering, a place that stays gets it.
import type { LitElement, ReactiveController } from 'lit';

export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  readonly #refuges: readonly string[];
  #focused: Element | null = null;

  /** @param refuges - Selectors of places that stay, the best one first. */
  constructor(host: LitElement, ...refuges: string[]) {
    this.#host = host;
    this.#refuges = refuges;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#active;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    if (!focused || (focused.isConnected && !focused.matches(':disabled'))) return;
    // Somebody may have taken it already.
    const active = this.#active;
    if (active && active !== focused) return;
    const { renderRoot } = this.#host;
    moveFocus(this.#refuges.map((refuge) => renderRoot.querySelector<HTMLElement>(refuge)).find(Boolean));
  }

  get #active(): Element | null {
    return (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement ?? null;
  }
}

/** Also to what can't be reached by Tab. */
export function moveFocus(element: HTMLElement | null | undefined): void {
  if (element && element.tabIndex < 0) element.tabIndex = -1;
  element?.focus({ preventScroll: true });
}
