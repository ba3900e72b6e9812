// What follows from the state. Nothing here is stored, so nothing here can disagree with it.
import type { RoomState } from './room-state.js';

/** What a page should show. */
export type RoomView = 'connecting' | 'chat' | 'video' | 'ended' | 'blocked';

export function viewOf(state: RoomState): RoomView {
  if (state.phase === 'ended') return 'ended';
  if (isOut(state)) return 'blocked';
  if (isOnAir(state)) return 'video';
  return isOpen(state) ? 'chat' : 'connecting';
}

/** Whether this page is out of the room until a person does something: kicked, left, or an error that no retry heals. */
export function isOut({ link }: Pick<RoomState, 'link'>): boolean {
  return link === 'kicked' || link === 'offline';
}

/** Whether people can talk in the room. */
export function isOpen({ phase }: RoomState): boolean {
  return phase === 'waiting' || phase === 'live';
}

/** Whether this person can. */
export function canTalk(state: RoomState): boolean {
  return isOpen(state) && !isOut(state);
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
