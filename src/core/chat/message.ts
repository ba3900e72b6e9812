// What a conversation is made of. No wire format and no state: those are protocol/ and room/.
import type { RoomError } from '../errors/room-error.js';

/** Somebody in a room. */
export interface Person {
  /** User id, at most 32 bytes. */
  readonly id: string;
  /** What to call them; the id when they gave no name. */
  readonly name: string;
  /** Picture address, if any. Not trusted: check it before use. */
  readonly avatar?: string;
}

/** `pending` until the service has it, then `sent`; `failed` stays, with its error, until retried or deleted. */
export type Delivery = 'pending' | 'sent' | 'failed';

/** What somebody wrote. */
export interface TextMessage {
  readonly kind: 'text';
  /** Unique in the room; see {@link messageId}. */
  readonly id: string;
  readonly from: Person;
  readonly text: string;
  /** When, in milliseconds since 1970: the service's time once sent, this device's until then. */
  readonly at: number;
  readonly delivery: Delivery;
  /** Why it failed, while `delivery` is `failed`. */
  readonly error?: RoomError;
  /** The service's order number; smaller is earlier. */
  readonly seq?: number;
}

/** People who came or went, folded into one line. */
export interface NoticeMessage {
  readonly kind: 'notice';
  readonly id: string;
  readonly notice: 'joined' | 'left';
  /** The first few of them, oldest first (at most {@link NOTICE_NAMES}). */
  readonly people: readonly Person[];
  /** How many people in all. */
  readonly count: number;
  readonly at: number;
}

export type Message = TextMessage | NoticeMessage;

/** How many names a folded notice keeps. */
export const NOTICE_NAMES = 3;

/** Most bytes of UTF-8 in one text message. Source: the chat service's 8 KB limit. */
export const MAX_TEXT_BYTES = 8192;

/**
 * The id of a message in the room. It contains the sender, whom the service vouches for,
 * so that nobody can make another's message look like a duplicate by reusing its id.
 */
export function messageId(from: string, id: string): string {
  return `${from}/${id}`;
}
