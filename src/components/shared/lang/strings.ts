// Every sentence the kit says, as functions where something varies: a language that lacks one does not compile.
import type { RoomErrorCode } from '../../../core/index.js';

/** A language as one place speaks it: says its sentences, and the numbers in them, for a BCP 47 tag. */
export type Speaker<T> = (locale: string) => T;

export interface Spoken {
  /** For Intl, where a number stands alone. */
  readonly locale: string;
}

export interface FirstStrings extends Spoken {
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
  tooLong: (bytes: number, most: number) => string;
  joined: (names: readonly string[], others: number) => string;
  left: (names: readonly string[], others: number) => string;

  // Stage and viewer
  stage: string;
  waiting: (count: number) => string;
  watching: (count: number) => string;
  startsIn: string;
  anyMoment: string;
  waitingForHost: (host: string) => string;
  notOpen: string;
  notOpenHint: string;
  connecting: string;
  ended: string;
  endedHint: string;
  tryAgain: string;
  leftRoom: string;
  enterAgain: string;
  kicked: string;
  useHere: string;

  // Status
  status: { online: string; connecting: string; offline: string; kicked: string };
  phase: { 'not-open': string; waiting: string; live: string; ended: string };
  details: string;
  noticed: string;

  // What can be said of an error while its own sentence has not come.
  outside: string;
  connectionFailed: string;
  somethingWrong: string;
}

/** What nobody reads before the stage is on air or something fails: comes after the first load, see `complete` in en-all.ts. */
export interface LaterStrings {
  openingStage: (host: string) => string;
  arriving: (host: string) => string;
  onAir: string;
  away: string;
  awayHint: string;
  soundOnly: (host: string) => string;
  tapForSound: string;
  mute: string;
  unmute: string;
  volume: string;
  stageFailed: string;
  lasted: (time: string) => string;
  came: (count: number) => string;
  showChat: string;
  hideChat: string;
  newMessages: (count: number) => string;

  /** What is said of the conversation to who listens, and of its pause. */
  pace: {
    pause: string;
    paused: string;
    resume: string;
    summary: (count: number, name: string, text: string) => string;
  };

  /** What went wrong and what to do, in one sentence for people. */
  error: Record<RoomErrorCode, string>;
}

/** What a language must have. */
export type AllStrings = FirstStrings & LaterStrings;

/** All, or only what comes first. */
export type Strings = FirstStrings & Partial<LaterStrings>;

/** Every sentence that only the host's console says. */
export interface HostStrings extends Spoken {
  openRoom: string;
  openRoomHint: string;
  goLive: string;
  goingLive: string;
  cancel: string;
  stepOff: string;
  resume: string;
  resumeHint: string;
  end: string;
  endQuestion: string;
  endHint: string;
  endConfirm: string;
  keepGoing: string;
  preview: string;
  checkMedia: string;
  hostEndedHint: string;
  camera: string;
  microphone: string;
  cameraOn: string;
  cameraOffAction: string;
  microphoneOn: string;
  microphoneOffAction: string;
  chooseCamera: string;
  chooseMicrophone: string;
  seenBy: string;
  seeChat: string;
  seeCountdown: string;
  seeYou: string;
  seeSound: string;
  seeAway: string;
  offAir: string;
  standBy: string;
  countingDown: (seconds: number) => string;
}

/** Everything an element can say in one language, without what the kit knows by itself: for who translates all of it. */
export type BigcastStrings = Omit<AllStrings & HostStrings, keyof Spoken>;

/** Some of it. */
export type SomeStrings = {
  readonly [K in keyof BigcastStrings]?: BigcastStrings[K] extends string | ((...args: never) => string)
    ? BigcastStrings[K]
    : Partial<BigcastStrings[K]>;
};

/** A page's own words, by BCP 47 tag: there already, or to be loaded (`() => import('./de.js')`) once they are needed. */
export type PageStrings = Readonly<
  Record<string, SomeStrings | (() => Promise<SomeStrings | { readonly default: SomeStrings }>)>
>;
