// Everything that changes a room's state. Past tense: it has happened, whoever caused it.
import type { Person, TextMessage } from '../chat/message.js';
import type { RoomError, RoomErrorCode } from '../errors/room-error.js';
import type { Announcement } from '../protocol/commands.js';
import type { RoomRecord } from './record.js';
import type { HostMedia, Link } from './room-state.js';

export type RoomEvent =
  | { readonly type: 'link-changed'; readonly link: Link }
  | { readonly type: 'person-known'; readonly self: Person }
  /** The room does not exist (yet). */
  | { readonly type: 'room-missing' }
  /** This person opened the room afresh: whatever an earlier show left behind does not count. */
  | { readonly type: 'room-opened' }
  /** Read from the service, or written by this page as the owner. */
  | {
      readonly type: 'profile-read';
      readonly owner: string;
      readonly ownerName?: string;
      readonly record?: RoomRecord;
      readonly members?: number;
    }
  | { readonly type: 'record-changed'; readonly record: RoomRecord }
  | { readonly type: 'dismissed' }
  | { readonly type: 'left' }
  | {
      readonly type: 'announced';
      readonly from: Person;
      readonly command: Announcement;
      /** The service's time, in milliseconds since 1970. */
      readonly at: number;
      /** When it came, by this device's clock, in milliseconds since 1970. */
      readonly now: number;
    }
  | {
      readonly type: 'people-changed';
      readonly change: 'joined' | 'left';
      readonly person: Person;
      readonly id: string;
      readonly at: number;
    }
  | { readonly type: 'members-counted'; readonly count: number }
  /** `leftOut`: how many more were not let through, because their writers said far more than others. */
  | { readonly type: 'texts-received'; readonly texts: readonly TextMessage[]; readonly leftOut: number }
  | { readonly type: 'text-written'; readonly message: TextMessage }
  | { readonly type: 'text-sent'; readonly id: string; readonly at: number; readonly seq?: number }
  | { readonly type: 'text-failed'; readonly id: string; readonly error: RoomError }
  | { readonly type: 'text-retried'; readonly id: string }
  | { readonly type: 'text-deleted'; readonly id: string }
  | { readonly type: 'countdown-started'; readonly endsAt: number; readonly length: number }
  | { readonly type: 'countdown-ended' }
  | { readonly type: 'stage-entering' }
  | { readonly type: 'stage-failed'; readonly error: RoomError }
  | { readonly type: 'stage-left' }
  /** The host's picture is on the screen (viewer), or on its way (host). */
  | { readonly type: 'picture-shown' }
  | { readonly type: 'picture-stopped' }
  | { readonly type: 'host-audio-changed'; readonly on: boolean }
  | { readonly type: 'sound-blocked' }
  | { readonly type: 'sound-unblocked' }
  | { readonly type: 'media-changed'; readonly media: HostMedia }
  | { readonly type: 'noticed'; readonly notice: RoomErrorCode }
  | { readonly type: 'failed'; readonly error: RoomError }
  /** Made good: neither error nor notice stands any more. */
  | { readonly type: 'recovered' };

export type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { readonly type: T }>;
