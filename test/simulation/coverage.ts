// Which events met which phases in the reducer; what never did must be explained here.
import type { RoomEvent } from '../../src/core/room/events.js';
import type { Phase } from '../../src/core/room/room-state.js';
import { met } from './observed-reducer.js';

const PHASES: readonly Phase[] = ['unknown', 'not-open', 'waiting', 'live', 'ended'];

/** Every event; one that is missing here does not compile. */
const EVENTS: Record<RoomEvent['type'], true> = {
  'link-changed': true,
  'person-known': true,
  'room-missing': true,
  'room-opened': true,
  'profile-read': true,
  'record-changed': true,
  dismissed: true,
  left: true,
  announced: true,
  'people-changed': true,
  'members-counted': true,
  'texts-received': true,
  'text-written': true,
  'text-sent': true,
  'text-failed': true,
  'text-retried': true,
  'text-deleted': true,
  'countdown-started': true,
  'countdown-ended': true,
  'stage-entering': true,
  'stage-failed': true,
  'stage-left': true,
  'picture-shown': true,
  'picture-stopped': true,
  'host-audio-changed': true,
  'sound-blocked': true,
  'sound-unblocked': true,
  'media-changed': true,
  noticed: true,
  failed: true,
  recovered: true,
};

const NO_STAGE = 'a viewer is on a stage only while live, and leaves it in the same turn when that ends';
const NOT_OPEN = 'the intent is refused before anything is changed: the room is not open';
const HELD_BACK = 'announcements and tips are held back until the room is known to be open';

const LIVE_ONLY = 'told only while this page is at the stage of a live room, which is looked at in the same turn';
const NOT_TOLD =
  'said of an announcement only while it is the newest of a live room, which is looked at in the same turn';
const LIVE_COUNTDOWN = 'there is a countdown only while the room is live, and it is looked at in the same turn';

/** Pairs that cannot be, and why. */
const IMPOSSIBLE: Record<string, string> = {
  'countdown-ended unknown': LIVE_COUNTDOWN,
  'countdown-ended not-open': LIVE_COUNTDOWN,
  'countdown-ended waiting': LIVE_COUNTDOWN,
  'countdown-ended ended': LIVE_COUNTDOWN,
  'stage-entering unknown': 'a viewer enters while live; a host while waiting or live',
  'stage-entering not-open': 'a viewer enters while live; a host while waiting or live',
  'stage-entering ended': 'a viewer enters while live; a host while waiting or live, looked at in the same turn',
  'stage-failed unknown': LIVE_ONLY,
  'stage-failed not-open': LIVE_ONLY,
  'stage-failed waiting': LIVE_ONLY,
  'stage-failed ended': LIVE_ONLY,
  'picture-shown unknown': LIVE_ONLY,
  'picture-shown not-open': LIVE_ONLY,
  'picture-shown waiting': LIVE_ONLY,
  'picture-shown ended': LIVE_ONLY,
  'noticed unknown': NOT_TOLD,
  'noticed not-open': NOT_TOLD,
  'noticed waiting': NOT_TOLD,
  'noticed ended': NOT_TOLD,
  'announced unknown': HELD_BACK,
  'announced not-open': HELD_BACK,
  'text-written unknown': NOT_OPEN,
  'text-written not-open': NOT_OPEN,
  'text-written ended': NOT_OPEN,
  'room-missing waiting': 'a room that was open and is gone is `dismissed`',
  'room-missing live': 'a room that was open and is gone is `dismissed`',
  'countdown-started unknown': 'a countdown starts in the turn in which the host declared live',
  'countdown-started not-open': 'a countdown starts in the turn in which the host declared live',
  'countdown-started waiting': 'a countdown starts in the turn in which the host declared live',
  'countdown-started ended': 'a countdown starts in the turn in which the host declared live',
  'picture-stopped unknown': NO_STAGE,
  'picture-stopped not-open': NO_STAGE,
  'picture-stopped waiting': NO_STAGE,
  'picture-stopped ended': NO_STAGE,
  'host-audio-changed unknown': NO_STAGE,
  'host-audio-changed not-open': NO_STAGE,
  'host-audio-changed waiting': NO_STAGE,
  'host-audio-changed ended': NO_STAGE,
  'sound-blocked unknown': NO_STAGE,
  'sound-blocked not-open': NO_STAGE,
  'sound-blocked waiting': NO_STAGE,
  'sound-blocked ended': NO_STAGE,
};

export interface Coverage {
  readonly pairs: number;
  readonly visited: number;
  readonly impossible: number;
  /** Neither seen nor explained. */
  readonly missing: readonly string[];
  /** Explained as impossible, and seen all the same. */
  readonly refuted: readonly string[];
  readonly table: readonly string[];
}

/** Begins to count anew. */
export function forget(): void {
  met.clear();
}

export function coverage(): Coverage {
  const events = Object.keys(EVENTS);
  const pairs = events.flatMap((event) => PHASES.map((phase) => `${event} ${phase}`));
  return {
    pairs: pairs.length,
    visited: pairs.filter((pair) => met.has(pair)).length,
    impossible: pairs.filter((pair) => pair in IMPOSSIBLE).length,
    missing: pairs.filter((pair) => !met.has(pair) && !(pair in IMPOSSIBLE)),
    refuted: pairs.filter((pair) => met.has(pair) && pair in IMPOSSIBLE),
    table: events.map((event) => rowOf(event)),
  };
}

function rowOf(event: string): string {
  const cells = PHASES.map((phase) =>
    String(met.get(`${event} ${phase}`) ?? (IMPOSSIBLE[`${event} ${phase}`] ? '×' : '–')),
  );
  return [event.padEnd(20), ...cells.map((cell) => cell.padStart(10))].join('');
}

export { PHASES };
