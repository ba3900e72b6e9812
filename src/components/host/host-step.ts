// What follows from the state for a host: the next step, the colour of the tally, and what the audience sees.
import { canResume, isHost, isOpen, isOut, type RoomState } from '../../core/index.js';

/** What the large button does. `wait`: something is under way that cannot be taken back; `none`: there is nothing to do here. */
export type Step = 'none' | 'connecting' | 'open' | 'go-live' | 'cancel' | 'wait' | 'resume' | 'step-off';

/** `off` the air, `counting` down, or on `air`. */
export type Tally = 'off' | 'counting' | 'air';

/** What the audience has before its eyes. */
export type Sight = 'nothing' | 'chat' | 'countdown' | 'you' | 'sound' | 'away';

/** @param now - Milliseconds since 1970. */
export function stepOf(state: RoomState, now: number): Step {
  const { phase, stage, link, countdown } = state;
  if (phase === 'ended' || isOut(state)) return 'none';
  if (phase === 'not-open') return link === 'online' ? 'open' : 'connecting';
  if (!isHost(state)) return 'connecting';
  if (canResume(state)) return 'resume';
  if (stage === 'playing' || stage === 'away') return 'step-off';
  // On the stage but not announced yet, or announced and counting: both can be taken back.
  if (stage === 'entering') return phase === 'waiting' || (countdown && countdown.endsAt > now) ? 'cancel' : 'wait';
  return link === 'online' ? 'go-live' : 'connecting';
}

export function tallyOf(state: RoomState): Tally {
  if (state.stage === 'playing' || state.stage === 'away') return 'air';
  return state.countdown ? 'counting' : 'off';
}

export function sightOf(state: RoomState): Sight {
  if (!isOpen(state)) return 'nothing';
  if (state.phase === 'waiting') return 'chat';
  if (state.countdown) return 'countdown';
  if (state.stage !== 'playing' && state.stage !== 'away') return 'away';
  if (state.media?.camera) return 'you';
  return state.media?.microphone ? 'sound' : 'away';
}

/** Whether the room is known to be somebody else's. */
export function isTaken(state: RoomState): boolean {
  return isOpen(state) && state.owner !== undefined && !isHost(state);
}

/** Full seconds left of the countdown, as they are shown; undefined when there is none to show. */
export function secondsLeft({ countdown }: RoomState, now: number): number | undefined {
  const left = countdown ? Math.ceil((countdown.endsAt - now) / 1000) : 0;
  return left > 0 ? left : undefined;
}

/** Milliseconds until {@link secondsLeft} changes. */
export function untilNextSecond(state: RoomState, now: number): number | undefined {
  const seconds = secondsLeft(state, now);
  return seconds === undefined ? undefined : state.countdown!.endsAt - now - (seconds - 1) * 1000;
}
