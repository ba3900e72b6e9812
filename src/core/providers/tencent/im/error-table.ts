// The chat service's and its SDK's error codes in our words, as data. Marks: [S] vendor documents or source, [R] recalled, [E] the emulator's invention.
import type { RoomErrorCode } from '../../../errors/room-error.js';

/** What was being done when an error came: some codes mean different things. */
export type ChatOperation = 'connect' | 'open' | 'join' | 'read' | 'write' | 'send' | 'leave' | 'dismiss';

/** What each code means, whatever was being done. */
export const CHAT_ERRORS: Readonly<Record<number, RoomErrorCode>> = {
  // The SDK: login [S].
  1002: 'kicked', // the service's answer to one who was kicked
  2000: 'app-id-rejected', // no SDKAppID
  2001: 'app-id-rejected', // no account type
  2002: 'invalid-credentials', // no user id
  2003: 'invalid-credentials', // no UserSig
  2022: 'internal', // the service gave no tiny id
  2023: 'internal', // the service gave no A2 key
  2024: 'not-joined', // not logged in
  2025: 'busy', // a login is going on
  2999: 'network', // not ready
  3000: 'busy', // not ready: logging in
  3001: 'network', // not ready: the login failed
  3002: 'kicked', // multiple devices
  3003: 'kicked', // multiple accounts
  3004: 'credentials-rejected', // UserSig ran out
  3005: 'not-joined', // logged out
  3006: 'kicked', // by an administrator
  // The SDK: messages and groups [S].
  2100: 'network', // sending failed
  2101: 'not-joined', // not a member of the AVChatRoom
  2105: 'internal', // no message instance
  2481: 'internal', // messages of an AVChatRoom cannot be modified
  2500: 'internal', // conversation not found
  2501: 'internal', // user or group not found
  2502: 'internal', // unknown type of conversation
  2503: 'internal', // bad conversation id
  2600: 'internal', // bad type of group
  2602: 'invalid-room', // bad group id
  2603: 'room-not-found',
  2620: 'internal', // the owner of an AVChatRoom cannot be changed
  2623: 'not-joined',
  2641: 'internal', // attributes: wrong type of group
  2642: 'not-joined', // attributes: not a member
  2660: 'internal', // joining failed without a reason
  2661: 'internal', // nobody can be added to an AVChatRoom
  2662: 'internal', // not an AVChatRoom, and not logged in
  2681: 'not-owner',
  2685: 'internal', // cannot mute oneself
  2686: 'internal', // bad length of a ban
  2687: 'internal', // not supported in an AVChatRoom
  2721: 'internal', // profile: bad parameter
  2722: 'internal', // profile: nothing to write
  3122: 'service-disabled', // the plan does not include it
  3123: 'message-refused', // a word of the local list
  // The SDK: the connection [S].
  2800: 'network',
  2801: 'timeout',
  2805: 'network', // the browser is offline
  2903: 'internal', // uncaught
  2905: 'internal', // not supported here
  2996: 'busy', // too many requests: later
  2997: 'internal', // unknown command
  2998: 'internal', // a part of the SDK is missing
  8511: 'busy', // native: too many requests
  // Native SDKs [S].
  6014: 'not-joined', // not logged in
  6206: 'credentials-rejected', // UserSig ran out
  6208: 'kicked',
  // iLiveSDK, as natives of the older kit number the same troubles [S].
  8001: 'network', // chat not ready
  8002: 'stage-unavailable', // stage not ready
  8003: 'room-not-found',
  8004: 'room-taken', // there already
  8005: 'internal', // a null
  8006: 'stage-unavailable', // entering failed
  8007: 'cancelled',
  8009: 'not-joined', // not logged in
  8010: 'internal', // in the room already
  8011: 'busy',
  8012: 'network',
  8020: 'internal', // failed
  8021: 'internal', // bad parameter
  8022: 'room-not-found',
  8023: 'unsupported-browser', // not supported
  8024: 'internal', // it is so already
  8050: 'kicked',
  8051: 'credentials-rejected', // UserSig ran out
  // The service: groups [S].
  10002: 'internal',
  10004: 'internal', // bad parameters
  10006: 'busy', // too many requests
  10007: 'not-owner', // no permission
  10009: 'internal', // the owner cannot quit
  10010: 'room-not-found',
  10013: 'internal', // already a member: success where it may happen
  10014: 'busy', // full
  10015: 'room-not-found', // bad group id
  10016: 'message-refused', // by the application's callback
  10017: 'muted',
  10021: 'room-taken',
  10023: 'busy', // too many messages
  10025: 'internal', // taken by oneself: success where it may happen
  10035: 'internal', // messages of an AVChatRoom cannot be deleted
  10036: 'service-disabled', // more AVChatRooms than the plan has
  10037: 'service-disabled', // more groups than a user may have
  10049: 'busy', // attributes are written too often
  10050: 'internal', // no such attribute
  10056: 'busy', // attributes were changed meanwhile
  10070: 'banned', // [E]
  // The service: people [S].
  20002: 'credentials-rejected', // A2 key ran out
  20012: 'muted',
  // The service: application and plan. 60020, 60022 [S], the others [R].
  60002: 'internal',
  60006: 'app-id-rejected',
  60008: 'network', // not logged in [E], timeout [R]
  60012: 'app-id-rejected',
  60015: 'app-id-rejected',
  60018: 'app-id-rejected',
  60020: 'service-disabled', // the plan ran out
  60022: 'busy', // overloaded
  // The service: signatures. 70001, 70003, 70009, 70013, 70014 [S], the others [R].
  70001: 'credentials-rejected', // ran out
  70002: 'credentials-rejected', // ran out, length 0
  70003: 'credentials-rejected',
  70004: 'credentials-rejected',
  70005: 'credentials-rejected',
  70006: 'credentials-rejected',
  70007: 'credentials-rejected',
  70008: 'credentials-rejected',
  70009: 'credentials-rejected',
  70010: 'credentials-rejected',
  70013: 'credentials-rejected', // made for another user
  70014: 'app-id-rejected', // made for another application
  70016: 'credentials-rejected', // no public key
  70020: 'app-id-rejected', // no such application
  70050: 'busy', // asked too often
  70051: 'banned', // the account is blocked
  70052: 'credentials-rejected', // the signature was withdrawn
  70107: 'credentials-rejected', // no such account
  70398: 'service-disabled', // more accounts than the plan has
  // The service: content [S].
  80001: 'message-refused', // sensitive text
  80002: 'message-refused', // too large
  80004: 'message-refused', // sensitive picture [R]
};

/** Where a code means something else than it usually does. */
export const CHAT_ERRORS_IN: Readonly<Partial<Record<ChatOperation, Readonly<Record<number, RoomErrorCode>>>>> = {
  join: { 10007: 'banned', 10016: 'banned' },
  read: { 10007: 'not-joined' },
  write: { 10010: 'room-not-found', 80001: 'internal' },
  // Whoever speaks in a room that is not there, or that one is not in, is not in the room.
  send: { 2603: 'not-joined', 10007: 'not-joined', 10010: 'not-joined', 10015: 'not-joined' },
};

/** Codes that mean: it is already as it was asked to be. */
export const CHAT_DONE: Readonly<Partial<Record<ChatOperation, readonly number[]>>> = {
  open: [10025],
  leave: [2603, 2623, 10007, 10010, 10015],
  dismiss: [2603, 10010, 10015],
};
