// What follows from the state. Nothing here is stored, so nothing here can disagree with it.
import type { RoomState } from './room-state.js';

/** What a page should show. */
export type RoomView = 'connecting' | 'chat' | 'video' | 'ended' | 'blocked';

export function viewOf(state: RoomState): RoomView {
  if (state.phase === 'ended') return 'ended';
  // Only a person can get any further: kicked, left, or an error that no retry heals.
  if (state.link === 'kicked' || state.link === 'offline') return 'blocked';
  if (isOnAir(state)) return 'video';
  return isOpen(state) ? 'chat' : 'connecting';
}

/** Whether people can talk in the room. */
export function isOpen({ phase }: RoomState): boolean {
  return phase === 'waiting' || phase === 'live';
}

/** Whether this page is at the stage and past the first frame (the host: past publishing). */
export function isOnAir({ phase, stage }: RoomState): boolean {
  return phase === 'live' && (stage === 'playing' || stage === 'away');
}

/** Whether this person owns the room. */
export function isHost({ owner, self }: RoomState): boolean {
  return owner !== undefined && owner === self?.id;
}

/** Whether the record still says live although this host's page is not on the stage: it was reloaded, or it lost the stage. */
export function canResume(state: RoomState): boolean {
  return isHost(state) && state.phase === 'live' && (state.stage === 'empty' || state.stage === 'failed');
}

/** People waiting or watching: everybody but the host. */
export function audienceOf({ members }: RoomState): number {
  return Math.max(0, members - 1);
}
