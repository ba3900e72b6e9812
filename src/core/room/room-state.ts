// The one frozen object that says how a room is. Replaced by `reduce`, never edited. Independent facts are independent fields.
import type { Person } from '../chat/message.js';
import type { Timeline } from '../chat/timeline.js';
import type { RoomError, RoomErrorCode } from '../errors/room-error.js';
import type { StageId } from '../protocol/commands.js';

/** The connection to the chat service. `offline`: not trying (left, ended, or an error that only a person can mend). */
export type Link = 'offline' | 'connecting' | 'online' | 'kicked';

/** What the record says, as far as this page knows. */
export type Phase = 'unknown' | 'not-open' | 'waiting' | 'live' | 'ended';

/**
 * This page's place at the stage. A viewer is `playing` from the first frame on; the host from publishing on.
 * `away`: on the stage, but no picture comes.
 */
export type StageStatus = 'empty' | 'entering' | 'playing' | 'away' | 'failed';

/** The seconds before the picture starts. */
export interface Countdown {
  /** When it reaches zero, in milliseconds since 1970 by this device's clock. */
  readonly endsAt: number;
  /** How long it was when it began, in milliseconds. */
  readonly length: number;
}

/** What the host's devices give. */
export interface HostMedia {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly cameraError?: RoomError;
  readonly microphoneError?: RoomError;
}

export interface RoomState {
  /** The chat room's id. */
  readonly room: string;
  readonly link: Link;
  readonly phase: Phase;
  readonly stage: StageStatus;
  /** The stage that was announced, while live. */
  readonly stageId?: StageId;
  /** Number of the newest go-live; 0 before the first. Never falls. */
  readonly run: number;
  /**
   * When the phase last changed, in milliseconds since 1970: by the owner's clock where the owner told it
   * (records, our announcements), by the service's for legacy announcements.
   */
  readonly changedAt: number;
  /** Planned start, in milliseconds since 1970. */
  readonly startsAt?: number;
  readonly countdown?: Countdown;
  /** User id of the owner, once known. */
  readonly owner?: string;
  /** The owner's name, where known. */
  readonly ownerName?: string;
  /** This person. */
  readonly self?: Person;
  /** People in the room; 0 while unknown. */
  readonly members: number;
  readonly timeline: Timeline;
  /** Announcements that were refused (not the owner, or not newer). */
  readonly dropped: number;
  /** Texts that were not let through, because their writers said far more than others. */
  readonly leftOut: number;
  /** Whether the host's sound comes. */
  readonly hostAudio: boolean;
  /** Whether the browser holds the sound back until somebody clicks. */
  readonly soundBlocked: boolean;
  /** The host's own devices; absent until they were tried. */
  readonly media?: HostMedia;
  /** Something worth knowing that stops nobody. */
  readonly notice?: RoomErrorCode;
  /** The last thing that failed and has not been made good. */
  readonly error?: RoomError;
}

export function initialState(room: string, options: Partial<RoomState> = {}): RoomState {
  return Object.freeze({
    room,
    link: 'connecting',
    phase: 'unknown',
    stage: 'empty',
    run: 0,
    changedAt: 0,
    members: 0,
    timeline: Object.freeze([]),
    dropped: 0,
    leftOut: 0,
    hostAudio: false,
    soundBlocked: false,
    ...options,
  });
}

/** This page is on no stage: nothing of it stays. */
export const OFF_STAGE = { stage: 'empty', hostAudio: false, soundBlocked: false } as const;

/** Which phase may follow which. A phase that is not listed is refused. `ended` is final: a new show begins a new state. */
export const NEXT_PHASES: Record<Phase, readonly Phase[]> = {
  unknown: ['not-open', 'waiting', 'live', 'ended'],
  'not-open': ['unknown', 'waiting', 'live', 'ended'],
  waiting: ['waiting', 'live', 'ended'],
  live: ['live', 'waiting', 'ended'],
  ended: ['ended'],
};
