// What a person can want of a room. Leaves ask with these; only the room's controller acts on them.
import type { MediaChoice } from '../ports/av-port.js';

/** Longest countdown, in seconds. */
export const MAX_COUNTDOWN = 60;

export type RoomIntent =
  /** Come in (again): after leaving, after being kicked, after an error. */
  | { readonly type: 'enter' }
  | { readonly type: 'leave' }
  | { readonly type: 'send-text'; readonly text: string }
  | { readonly type: 'retry-text'; readonly id: string }
  | { readonly type: 'delete-text'; readonly id: string }
  /** Try the stage again now. */
  | { readonly type: 'retry-stage' }
  | { readonly type: 'allow-sound' }
  /** Host: create the room, or take it up again. */
  | { readonly type: 'open' }
  /** Host: choose what is captured, on the stage or not. */
  | { readonly type: 'choose-media'; readonly media: MediaChoice }
  /** Host: announce and publish after `countdown` seconds (0 = at once, {@link MAX_COUNTDOWN} at most; default 0). */
  | { readonly type: 'go-live'; readonly countdown?: number }
  | { readonly type: 'cancel-go-live' }
  /** Host: back on the stage that the record still announces. */
  | { readonly type: 'resume' }
  | { readonly type: 'step-off' }
  | { readonly type: 'end' };

export type IntentOf<T extends RoomIntent['type']> = Extract<RoomIntent, { readonly type: T }>;
