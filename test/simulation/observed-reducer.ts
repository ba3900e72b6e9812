// The real reducer, and a note of which event met which phase. The bundle for simulations puts it in the real one's place.
import type { RoomEvent } from '../../src/core/room/events.js';
import { reduce as reduceForReal } from '../../src/core/room/reducer.js';
import type { RoomState } from '../../src/core/room/room-state.js';

/** How often an event met a phase: `event phase` → count. */
export const met = new Map<string, number>();

export function reduce(state: RoomState, event: RoomEvent): RoomState {
  const pair = `${event.type} ${state.phase}`;
  met.set(pair, (met.get(pair) ?? 0) + 1);
  return reduceForReal(state, event);
}
