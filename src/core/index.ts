// The framework-free public surface: the only core module that elements (and other frameworks) may import.
export { createRoom, randomId } from './create-room.js';
export type { RoomOptions } from './room-options.js';
export type { CredentialsOption, CredentialsRequest } from './credentials/index.js';
export { RoomController } from './room/room-controller.js';
export {
  initialState,
  type Countdown,
  type HostMedia,
  type Link,
  type Phase,
  type RoomState,
  type StageStatus,
} from './room/room-state.js';
export {
  audienceOf,
  canResume,
  canTalk,
  isHost,
  isOnAir,
  isOpen,
  isOut,
  viewOf,
  type RoomView,
} from './room/selectors.js';
export { MAX_COUNTDOWN, type IntentOf, type RoomIntent } from './room/intents.js';
export type { Milestone } from './room/scope.js';
export {
  MAX_TEXT_BYTES,
  type Delivery,
  type Message,
  type NoticeMessage,
  type Person,
  type TextMessage,
} from './chat/message.js';
export type { Timeline } from './chat/timeline.js';
export { asRoomError, ROOM_ERROR_CODES, RoomError, type RoomErrorCode } from './errors/room-error.js';
export type { ProviderName } from './providers/index.js';
export type {
  Capabilities,
  Ports,
  Provider,
  ProviderContext,
  ProviderLoader,
  ProviderSettings,
} from './ports/provider.js';
export type { Credentials } from './ports/credentials.js';
export type { ImPort, ImSignal, Receipt, RoomProfile, SendOptions } from './ports/im-port.js';
export type { AvPort, AvSignal, Capture, Device, MediaChoice, StageRole } from './ports/av-port.js';
export type { Announcement, Command, Priority, StageId, TextCommand } from './protocol/commands.js';
export { systemClock, type Clock, type Ids, type Random } from './support/clock.js';
export { Signals } from './support/signals.js';
export { byteLength } from './support/text.js';
