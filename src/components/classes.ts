// The elements' classes without registering them, their events, and what a page needs of the core.
export { BigcastChat } from './chat/chat.js';
export { BigcastHost } from './host/host.js';
export { BigcastRoom } from './room/room.js';
export { BigcastStage } from './stage/stage.js';
export { BigcastStatus } from './status/status.js';
export { BigcastViewer } from './viewer/viewer.js';
export { BigcastErrorEvent, BigcastIntentEvent, BigcastMessageEvent, BigcastPhaseEvent } from './shared/events.js';
export type { BigcastStrings, PageStrings, SomeStrings } from './shared/lang/strings.js';
export {
  createRoom,
  RoomController,
  RoomError,
  viewOf,
  type CredentialsOption,
  type Message,
  type NoticeMessage,
  type Person,
  type Phase,
  type Provider,
  type ProviderName,
  type RoomErrorCode,
  type RoomIntent,
  type RoomOptions,
  type RoomState,
  type RoomView,
  type StageId,
  type StageStatus,
  type TextMessage,
} from '../core/index.js';
