// Every sentence the kit says, as functions where something varies: a language that lacks one does not compile.
import type { RoomErrorCode } from '../../../core/index.js';

export interface Strings {
  // Chat
  conversation: string;
  writeMessage: string;
  send: string;
  chatClosed: string;
  chatNotReady: string;
  nobodySpoke: string;
  notSent: string;
  retry: string;
  delete: string;
  host: string;
  newMessages: (count: number) => string;
  tooLong: (bytes: number, most: number) => string;
  joined: (names: readonly string[], others: number) => string;
  left: (names: readonly string[], others: number) => string;

  // Stage and viewer
  stage: string;
  waiting: (count: number) => string;
  watching: (count: number) => string;
  startsIn: string;
  days: (count: number) => string;
  anyMoment: string;
  waitingForHost: (host: string) => string;
  notOpen: string;
  notOpenHint: string;
  connecting: string;
  openingStage: (host: string) => string;
  arriving: (host: string) => string;
  onAir: string;
  away: string;
  awayHint: string;
  cameraOff: (host: string) => string;
  tapForSound: string;
  mute: string;
  unmute: string;
  volume: string;
  ended: string;
  endedHint: string;
  lasted: (minutes: number) => string;
  came: (count: number) => string;
  stageFailed: string;
  tryAgain: string;
  leftRoom: string;
  enterAgain: string;
  kicked: string;
  useHere: string;
  showChat: string;
  hideChat: string;

  // Status
  status: { online: string; connecting: string; offline: string; kicked: string };
  phase: { 'not-open': string; waiting: string; live: string; ended: string };
  details: string;
  noticed: string;

  // What can be said of an error while its own sentence has not come.
  outside: string;
  connectionFailed: string;
  somethingWrong: string;

  /** What is said of the conversation to who listens, and of its pause. Undefined until it has come. */
  pace?: {
    pause: string;
    paused: string;
    resume: string;
    summary: (count: number, name: string, text: string) => string;
  };

  /** What went wrong and what to do, in one sentence for people. Undefined until it has come: see {@link sentenceFor}. */
  error?: Record<RoomErrorCode, string>;
}

/** What a language must have. */
export type AllStrings = Required<Strings>;
