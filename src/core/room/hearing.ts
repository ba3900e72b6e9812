// What the chat room lets this page hear: whose announcements count is known only once it is open, and texts go through the inbox.
import type { TextMessage } from '../chat/message.js';
import type { ImSignal } from '../ports/im-port.js';
import { Inbox } from './inbox.js';
import { parseRecord } from './record.js';
import type { RoomScope } from './scope.js';
import { isOpen } from './selectors.js';

/** Announcements that are kept until it is known whose word counts. */
const MOST_EARLY = 100;

export class Hearing {
  readonly #scope: RoomScope;
  readonly #inbox: Inbox;
  readonly #said: (text: TextMessage) => void;
  /** Announcements heard before it is known whose word counts. */
  #early: ImSignal[] = [];

  /** @param said - Told each text as it enters the timeline. */
  constructor(scope: RoomScope, said: (text: TextMessage) => void) {
    this.#scope = scope;
    this.#said = said;
    this.#inbox = new Inbox(scope, (texts, leftOut) => this.#receive(texts, leftOut));
  }

  hear(signal: ImSignal): void {
    const { setup, state } = this.#scope;
    if (!isOpen(state) && state.phase !== 'ended' && isAnnouncement(signal)) {
      // What does not fit is no loss: the record tells the same.
      if (this.#early.length < MOST_EARLY) this.#early.push(signal);
      return;
    }
    switch (signal.type) {
      case 'command': {
        const { command, from, at } = signal;
        if (command.type === 'text') return this.#inbox.add(signal, command.text);
        return this.#scope.apply({ type: 'announced', command, from, at, now: setup.clock.now() });
      }
      case 'profile-changed': {
        const record = parseRecord(signal.record);
        return record && this.#scope.apply({ type: 'record-changed', record });
      }
      case 'joined':
      case 'left':
        return this.#scope.apply({ ...signal, type: 'people-changed', change: signal.type });
      case 'members':
        return this.#scope.apply({ type: 'members-counted', count: signal.count });
      case 'dismissed':
        return this.#scope.apply({ type: 'dismissed' });
    }
  }

  /** Hears what came too early, once it is known whose word counts. Call after anything changed. */
  update(): void {
    if (this.#early.length === 0) return;
    if (!isOpen(this.#scope.state)) {
      if (!this.#scope.staying) this.#early = [];
      return;
    }
    const early = this.#early;
    this.#early = [];
    early.forEach((signal) => this.hear(signal));
  }

  /** Lets in what waits in the inbox. */
  flush(): void {
    this.#inbox.flush();
  }

  #receive(texts: readonly TextMessage[], leftOut: number): void {
    const before = new Set(this.#scope.state.timeline.map(({ id }) => id));
    this.#scope.apply({ type: 'texts-received', texts, leftOut });
    for (const text of texts) {
      if (before.has(text.id)) continue;
      before.add(text.id);
      this.#said(text);
    }
  }
}

function isAnnouncement(signal: ImSignal): boolean {
  return signal.type === 'profile-changed' || (signal.type === 'command' && signal.command.type !== 'text');
}
