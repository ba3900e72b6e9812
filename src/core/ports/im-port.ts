// What the kit needs of a chat service, in our words. Rejects with a RoomError and nothing else.
import type { Person } from '../chat/message.js';
import type { RoomErrorCode } from '../errors/room-error.js';
import type { Command, Priority } from '../protocol/commands.js';
import type { Credentials } from './credentials.js';

/** What the chat room says of itself. */
export interface RoomProfile {
  /** User id of the owner: the only one whose announcements count. */
  readonly owner: string;
  /** The owner's display name, where the service tells it. */
  readonly ownerName?: string;
  /** The record as the owner wrote it, unread; empty when there is none. Parsed by `room/record`. */
  readonly record: string;
  /** How many people are in the room, where the service tells it. */
  readonly members?: number;
}

/** The service's word that it took a message. */
export interface Receipt {
  /** The service's time, in milliseconds since 1970. */
  readonly at: number;
  /** The service's order number in this room. */
  readonly seq?: number;
}

export interface SendOptions {
  /** The sender's id for this message; sending it again with the same id is the same message. */
  readonly id: string;
  readonly priority: Priority;
}

export type ImSignal =
  /** Somebody else said something. Own messages are never signalled. `from.id` is vouched for by the service. */
  | {
      readonly type: 'command';
      readonly from: Person;
      readonly command: Command;
      /** The sender's id for it (see {@link SendOptions}): the same when it is delivered twice. */
      readonly id: string;
      /** The service's time, in milliseconds since 1970. */
      readonly at: number;
      readonly seq?: number;
    }
  /** The connection to the service. After `online` the port is joined again by itself; what was said meanwhile is lost. */
  | { readonly type: 'link'; readonly link: 'connecting' | 'online' }
  /** Made by the service, so it cannot be forged: the owner wrote a new record. */
  | { readonly type: 'profile-changed'; readonly record: string }
  | { readonly type: 'joined' | 'left'; readonly person: Person; readonly id: string; readonly at: number }
  | { readonly type: 'members'; readonly count: number }
  /** The owner closed the chat room for good. */
  | { readonly type: 'dismissed' }
  /** This person came in elsewhere (or was removed); the port is closed to them. */
  | { readonly type: 'kicked'; readonly code: RoomErrorCode }
  /** The login ran out: `connect` with fresh credentials and `joinRoom` again; what was said meanwhile is lost. */
  | { readonly type: 'credentials-expired' };

export interface ImPort {
  /**
   * Logs in; resolves when the service is ready for use. Again after it failed, and after `credentials-expired`.
   * Codes: network, timeout, credentials-rejected, app-id-rejected, user-mismatch, invalid-credentials, service-disabled,
   * storage-unavailable.
   */
  connect(credentials: Credentials): Promise<void>;
  /** Creates the room, or takes it up again if it is already this person's, and joins it. Codes: room-taken. */
  openRoom(room: string): Promise<RoomProfile>;
  /** Joins; already being a member is success. Codes: room-not-found, banned. */
  joinRoom(room: string): Promise<RoomProfile>;
  /** Reads the profile of the joined room afresh. Codes: not-joined, room-not-found, busy (try later). */
  readProfile(): Promise<RoomProfile>;
  /** Replaces the record (at most 240 bytes). Codes: not-joined, not-owner. */
  writeRecord(record: string): Promise<void>;
  /** Says something to the room. Codes: not-joined, muted, room-muted, message-refused, network, timeout, busy. */
  send(command: Command, options: SendOptions): Promise<Receipt>;
  /** Leaves the joined room; not being in it (any more) is success. */
  leaveRoom(): Promise<void>;
  /** Closes the room for everybody; its being gone already is success. Codes: not-joined, not-owner. */
  dismissRoom(): Promise<void>;
  /** Ends everything this port holds. No signal comes after it, and the port can not be used again. Never rejects. */
  close(): Promise<void>;
  /** Hears signals until the returned function is called. */
  listen(listener: (signal: ImSignal) => void): () => void;
}
