// How a crowd spreads over time what all of it would do at once: entering the stage, reading the record.
// The rates stay the same however large the room is. Reasons and figures: docs/decisions/0001-spread.md.

/** Rooms up to this size do everything at once. */
export const SMALL_ROOM = 1_000;
/** Most entries a second that a crowd aims at, below what a service should have to bear: some are tried again. */
const ENTRIES_PER_SECOND = 15_000;
/** Most reads of the record a second that a crowd aims at. */
const READS_PER_SECOND = 10_000;

/** Over how many milliseconds a room of `members` spreads its entering. */
export function entrySpread(members: number): number {
  return members <= SMALL_ROOM ? 0 : (members / ENTRIES_PER_SECOND) * 1000;
}

/** Over how many milliseconds a room of `members` spreads one read by each. */
export function readSpread(members: number): number {
  return (members / READS_PER_SECOND) * 1000;
}
