// What a browser has and the simulation's bare context has not, as light as can be: Node's own AbortController alone takes
// a third of a simulation's time. The bundle puts these in place of the real ones.

type Listener = () => void;

class LightSignal {
  aborted = false;
  readonly #listeners = new Set<Listener>();

  addEventListener(_: 'abort', listener: Listener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    for (const listener of [...this.#listeners]) listener();
  }
}

export class LightAbortController {
  readonly signal = new LightSignal();

  abort(): void {
    this.signal.abort();
  }
}

export function queueLightly(run: () => void): void {
  void Promise.resolve().then(run);
}
