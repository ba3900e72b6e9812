// The events of the kit: what a leaf asks, and what a room tells the page.
import type { Phase, RoomError, RoomIntent, TextMessage } from '../../core/index.js';

/**
 * Somebody wants something of the room. Bubbles to the room owner, who acts after the page has seen it:
 * `preventDefault()` vetoes it, and what was written stays where it was written.
 */
export class BigcastIntentEvent extends Event {
  static readonly type = 'bigcast-intent';
  readonly intent: RoomIntent;

  constructor(intent: RoomIntent) {
    super(BigcastIntentEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.intent = intent;
  }
}

/** The room went from one phase to another. */
export class BigcastPhaseEvent extends Event {
  static readonly type = 'bigcast-phase';
  readonly phase: Phase;
  readonly previous: Phase;

  constructor(phase: Phase, previous: Phase) {
    super(BigcastPhaseEvent.type, { bubbles: true, composed: true });
    this.phase = phase;
    this.previous = previous;
  }
}

/** Somebody else said something. */
export class BigcastMessageEvent extends Event {
  static readonly type = 'bigcast-message';
  readonly message: TextMessage;

  constructor(message: TextMessage) {
    super(BigcastMessageEvent.type, { bubbles: true, composed: true });
    this.message = message;
  }
}

/** Something failed; the same error stands in `state.error`. */
export class BigcastErrorEvent extends Event {
  static readonly type = 'bigcast-error';
  readonly error: RoomError;

  constructor(error: RoomError) {
    super(BigcastErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  // For every element, and for `document` and `window`: the events bubble up to them.
  interface GlobalEventHandlersEventMap {
    'bigcast-intent': BigcastIntentEvent;
    'bigcast-phase': BigcastPhaseEvent;
    'bigcast-message': BigcastMessageEvent;
    'bigcast-error': BigcastErrorEvent;
  }
}
