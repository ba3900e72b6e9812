// Which combinations of a room's facts can be: the list that every state of every page is held against.
import { isHost, ROOM_ERROR_CODES, type RoomError, type RoomState, viewOf } from '../../../src/core/index.js';
import { TIMELINE_LIMIT } from '../../../src/core/chat/timeline.js';

const CODES = new Set<string>(ROOM_ERROR_CODES);
const VIEWS = new Set(['connecting', 'chat', 'video', 'ended', 'blocked']);

type Law = readonly [words: string, holds: (state: RoomState) => boolean];

/** Every law in words, and how to see whether a state keeps it. */
export const LAWS: readonly Law[] = [
  ['the state is frozen', (state) => Object.isFrozen(state)],
  ['what is in the state is frozen', isDeeplyFrozen],
  [
    'a live room has a stage and an owner',
    (s) => s.phase !== 'live' || (s.stageId !== undefined && s.owner !== undefined),
  ],
  ['a live room had at least one go-live', (s) => s.phase !== 'live' || s.run >= 1],
  ['a viewer is at a stage only while the room is live', (s) => s.stage === 'empty' || s.phase === 'live' || isHost(s)],
  [
    'a picture is shown only while the room is live',
    (s) => (s.stage !== 'playing' && s.stage !== 'away') || s.phase === 'live',
  ],
  ['there is a countdown only while the room is live', (s) => s.countdown === undefined || s.phase === 'live'],
  ['there is no countdown any more once the picture came', (s) => s.countdown === undefined || s.stage !== 'playing'],
  ['after the end there is no stage', (s) => s.phase !== 'ended' || s.stage === 'empty'],
  ['sound comes only from a stage', (s) => !s.hostAudio || s.stage !== 'empty'],
  ['sound is held back only on a stage', (s) => !s.soundBlocked || s.stage !== 'empty'],
  ['nothing is captured without a connection', (s) => !s.media || (s.link !== 'kicked' && s.link !== 'offline')],
  [
    'a failed stage says why',
    (s) => s.stage !== 'failed' || s.phase !== 'live' || s.error === undefined || CODES.has(s.error.code),
  ],
  ['run, members and dropped are counts', (s) => [s.run, s.members, s.dropped].every(isCount)],
  ['a time is a number', (s) => Number.isFinite(s.changedAt) && s.changedAt >= 0],
  ['an error is ours', (s) => isOurs(s.error) && (s.notice === undefined || CODES.has(s.notice))],
  ['there is something to show', (s) => VIEWS.has(viewOf(s))],
  ['the conversation is bounded', isBounded],
];

/** The law that `state` breaks, in words. */
export function brokenLaw(state: RoomState): string | undefined {
  for (const [words, holds] of LAWS) if (!holds(state)) return words;
  return undefined;
}

function isDeeplyFrozen({ timeline, self, countdown, media }: RoomState): boolean {
  for (const part of [timeline, self, countdown, media, timeline.at(-1)]) {
    if (part !== undefined && !Object.isFrozen(part)) return false;
  }
  return true;
}

/** What its writer could still lose stays, however many there are. */
function isBounded({ timeline }: RoomState): boolean {
  if (timeline.length <= TIMELINE_LIMIT) return true;
  const unsent = timeline.filter((message) => message.kind === 'text' && message.delivery !== 'sent');
  return timeline.length <= Math.max(TIMELINE_LIMIT, unsent.length);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isOurs(error: RoomError | undefined): boolean {
  return error === undefined || CODES.has(error.code);
}
