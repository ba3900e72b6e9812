// Texts on their way into the state: at once when it is quiet, at most ten times a second when it is not,
// so that a crowd costs each page ten updates a second and not a thousand.
import { messageId, type TextMessage } from '../chat/message.js';
import { TIMELINE_LIMIT } from '../chat/timeline.js';
import type { ImSignal } from '../ports/im-port.js';
import type { Cancel } from '../support/clock.js';
import type { RoomScope } from './scope.js';

/** Shortest time between two batches, in milliseconds. */
export const BATCH_EVERY = 100;

type Heard = Extract<ImSignal, { type: 'command' }>;

export class Inbox {
  readonly #scope: RoomScope;
  readonly #deliver: (texts: readonly TextMessage[]) => void;
  #waiting: TextMessage[] = [];
  #cancel: Cancel | undefined;
  #lastAt = -Infinity;

  constructor(scope: RoomScope, deliver: (texts: readonly TextMessage[]) => void) {
    this.#scope = scope;
    this.#deliver = deliver;
  }

  add({ from, id, at, seq }: Heard, text: string): void {
    const order = seq === undefined ? {} : { seq };
    this.#waiting.push({ kind: 'text', id: messageId(from.id, id), from, text, at, delivery: 'sent', ...order });
    // More than the conversation keeps can never be shown: a flood must not grow memory.
    if (this.#waiting.length > TIMELINE_LIMIT) this.#waiting.shift();
    const { clock } = this.#scope.setup;
    this.#cancel ??= clock.after(Math.max(0, this.#lastAt + BATCH_EVERY - clock.now()), () => this.flush());
  }

  /** Delivers what is waiting now. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#waiting.length === 0) return;
    const texts = this.#waiting;
    this.#waiting = [];
    this.#lastAt = this.#scope.setup.clock.now();
    this.#deliver(texts);
  }
}
