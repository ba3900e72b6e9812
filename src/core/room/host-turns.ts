// One host step at a time: two halves of two steps would tell the room nonsense.
import type { RoomScope } from './scope.js';

export class HostTurns {
  readonly #scope: RoomScope;
  /** What is being done; the next step waits for it. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(scope: RoomScope) {
    this.#scope = scope;
  }

  /** Settles when no step is under way any more. Never rejects. */
  get idle(): Promise<unknown> {
    return this.#busy;
  }

  /** Does `step` after those before it; `not-joined` if this page has left the room meanwhile. */
  take<T>(step: () => Promise<T>): Promise<T> {
    const { stay } = this.#scope;
    const turn = this.#busy.then(() => {
      this.#scope.stepStay = stay;
      this.#scope.requireStay();
      return step();
    });
    this.#busy = turn.catch(() => undefined);
    return turn;
  }
}
