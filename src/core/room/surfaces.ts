// The elements that show a picture. They outlive the ports: after a reconnect the new port gets the same elements.
import type { AvPort } from '../ports/av-port.js';

type Kind = 'stage' | 'preview';

interface Surface {
  readonly kind: Kind;
  readonly element: HTMLElement;
  release: (() => void) | undefined;
}

export class Surfaces {
  readonly #surfaces = new Set<Surface>();
  #av: AvPort | undefined;

  /** Whether anybody wants to see the stage: a page with only a chat must not enter (and pay for) one. */
  get wantsStage(): boolean {
    return [...this.#surfaces].some(({ kind }) => kind === 'stage');
  }

  /** Gives every element to `av`, from now on. */
  bind(av: AvPort): void {
    this.#av = av;
    for (const surface of this.#surfaces) this.#show(surface, av);
  }

  add(kind: Kind, element: HTMLElement): () => void {
    const surface: Surface = { kind, element, release: undefined };
    this.#surfaces.add(surface);
    if (this.#av) this.#show(surface, this.#av);
    return () => {
      this.#surfaces.delete(surface);
      surface.release?.();
      surface.release = undefined;
    };
  }

  #show(surface: Surface, av: AvPort): void {
    surface.release?.();
    surface.release = surface.kind === 'stage' ? av.attach(surface.element) : av.preview(surface.element);
  }
}
