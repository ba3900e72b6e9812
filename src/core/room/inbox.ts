// Texts on their way into the state: at once when it is quiet, at most ten times a second when it is not,
// so that a crowd costs each page ten updates a second and not a thousand; and no one of them drowns the others.
import { FairShare } from '../chat/fair-share.js';
import { messageId, type TextMessage } from '../chat/message.js';
import { knownPerson } from '../chat/person.js';
import { TIMELINE_LIMIT } from '../chat/timeline.js';
import type { ImSignal } from '../ports/im-port.js';
import type { Cancel } from '../support/clock.js';
import type { RoomScope } from './scope.js';

/** Shortest time between two batches, in milliseconds. */
export const BATCH_EVERY = 100;
/** Longest id of a message or of a person worth keeping, in UTF-16 units. */
const MAX_ID_LENGTH = 1024;
/** The last moment that a date can tell, in milliseconds since 1970. */
const END_OF_TIME = 8.64e15;

type Heard = Extract<ImSignal, { type: 'command' }>;
/** @param leftOut - How many texts were not let through, because their writers said far more than others. */
type Deliver = (texts: readonly TextMessage[], leftOut: number) => void;

export class Inbox {
  readonly #scope: RoomScope;
  readonly #deliver: Deliver;
  readonly #share = new FairShare();
  #waiting: TextMessage[] = [];
  #cancel: Cancel | undefined;
  #lastAt = -Infinity;
  #dueAt = 0;

  constructor(scope: RoomScope, deliver: Deliver) {
    this.#scope = scope;
    this.#deliver = deliver;
  }

  add({ from, id, at, seq }: Heard, text: string): void {
    if (from.id.length > MAX_ID_LENGTH || id.length > MAX_ID_LENGTH) return;
    const { clock } = this.#scope.setup;
    const now = clock.now();
    this.#waiting.push({
      kind: 'text',
      id: messageId(from.id, id),
      from: knownPerson(from),
      text,
      at: Math.abs(at) <= END_OF_TIME ? at : now,
      delivery: 'sent',
      ...(seq !== undefined && { seq }),
    });
    // A page that is hidden has its timers held back: what waits must not grow, and nobody's words go for another's.
    if (this.#waiting.length >= TIMELINE_LIMIT) return this.flush();
    // Never longer than a batch: the device's clock may have been set back.
    const wait = Math.min(BATCH_EVERY, Math.max(0, this.#lastAt + BATCH_EVERY - now));
    if (this.#cancel) return;
    this.#dueAt = now + wait;
    this.#cancel = clock.after(wait, () => this.flush());
  }

  /** Delivers what is waiting now. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#waiting.length === 0) return;
    const said = this.#waiting;
    this.#waiting = [];
    const now = this.#scope.setup.clock.now();
    // From when it was due: on a busy page, whose timers come late, the next batch does not wait for that as well.
    this.#lastAt = Math.max(Math.min(now, this.#dueAt), now - BATCH_EVERY / 2);
    const heard = this.#share.admit(said, now, this.#scope.state.owner);
    this.#deliver(heard, said.length - heard.length);
  }
}
