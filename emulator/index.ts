// The emulator's public face, for tests, the demo and the command line. Nothing in src imports it.
export { startEmulator, EMULATOR_APP, type Emulator, type EmulatorOptions } from './start.js';
export { createEmulatorCredentials, type EmulatorCredentialsOptions } from './credentials.js';
export { type Chat } from './chat/index.js';
export { type ChatOptions } from './chat/options.js';
export { type Stage } from './stage/index.js';
export { type StageOptions } from './stage/options.js';
export { type Planted, type Faults } from './support/faults.js';
export {
  type DeliveryKind,
  type Fault,
  type FaultAction,
  type Impairment,
  type KickReason,
} from './support/fault-types.js';
export { type SeenRequest, type TracedFrame } from './support/journal.js';
export { checkUserSig, type UserSigVerdict } from './support/user-sig.js';
