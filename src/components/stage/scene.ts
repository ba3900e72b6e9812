// What stands on the stage at a state of the room: one word, from which template, styles and custom states follow.
import { audienceOf, isHost, isOut, type RoomError, type RoomState } from '../../core/index.js';

export type Scene =
  | 'connecting'
  | 'not-open'
  | 'waiting'
  | 'countdown'
  | 'opening'
  | 'failed'
  | 'playing'
  | 'away'
  | 'hosting'
  | 'ended'
  | 'blocked';

/** The slice of the room that the stage shows: flat, so that a message changes nothing in it. */
export interface StageSlice {
  readonly room: string;
  readonly scene: Scene;
  readonly host: string;
  readonly audience: number;
  readonly startsAt: number | undefined;
  /** When the countdown reaches zero. */
  readonly zeroAt: number | undefined;
  readonly changedAt: number;
  readonly hostAudio: boolean;
  readonly soundBlocked: boolean;
  readonly isHost: boolean;
  readonly error: RoomError | undefined;
}

export function sliceOf(state: RoomState): StageSlice {
  const { room, ownerName: host = '', startsAt, countdown, changedAt, hostAudio, soundBlocked, error } = state;
  return {
    room,
    scene: sceneOf(state),
    host,
    audience: audienceOf(state),
    startsAt,
    zeroAt: countdown?.endsAt,
    changedAt,
    hostAudio,
    soundBlocked,
    isHost: isHost(state),
    error,
  };
}

export function sceneOf(state: RoomState): Scene {
  const { phase } = state;
  if (phase === 'ended') return 'ended';
  if (isOut(state)) return 'blocked';
  if (phase === 'unknown') return 'connecting';
  return phase === 'live' ? liveScene(state) : phase;
}

function liveScene(state: RoomState): Scene {
  const { stage, countdown } = state;
  if (stage === 'failed') return 'failed';
  if (countdown) return 'countdown';
  if (isHost(state)) return 'hosting';
  return stage === 'playing' || stage === 'away' ? stage : 'opening';
}
