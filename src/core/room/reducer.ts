// state + event → state. Pure and exhaustive: an event without a rule does not compile.
import { addNotice, addTexts, removeMessage, updateText } from '../chat/timeline.js';
import { knownPerson, shownName } from '../chat/person.js';
import type { Person, TextMessage } from '../chat/message.js';
import { applyAnnouncement, applyRecord } from './announcements.js';
import type { EventOf, RoomEvent } from './events.js';
import { OFF_STAGE, type RoomState } from './room-state.js';
import { isOut } from './selectors.js';

type Rule<T extends RoomEvent['type']> = (state: RoomState, event: EventOf<T>) => RoomState;

/** The state after `event`: the same object when nothing changed, else a new frozen one. */
export function reduce(state: RoomState, event: RoomEvent): RoomState {
  const rule = RULES[event.type] as Rule<RoomEvent['type']>;
  const next = rule(state, event);
  return next === state || isSame(state, next) ? state : Object.freeze(next);
}

function isSame(before: RoomState, after: RoomState): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof RoomState>;
  return [...keys].every((key) => Object.is(before[key], after[key]));
}

const RULES: { [T in RoomEvent['type']]: Rule<T> } = {
  // Whoever is kicked has lost the ports, and with them what they captured.
  'link-changed': (state, { link }) => ({
    ...state,
    link,
    ...(isOut({ link }) && { media: undefined }),
  }),
  'person-known': (state, { self }) => ({ ...state, self: Object.freeze(knownPerson(self)) }),
  'room-missing': (state) => (state.phase === 'unknown' ? { ...state, phase: 'not-open' } : state),
  'room-opened': (state) => ({
    ...withoutTrouble(state),
    phase: 'unknown',
    changedAt: 0,
    ...OFF_STAGE,
    stageId: undefined,
    countdown: undefined,
  }),
  'profile-read': (state, event) => {
    const known = { ...state, owner: event.owner, members: event.members ?? state.members };
    if (event.ownerName !== undefined) known.ownerName = shownName(event.ownerName, event.owner);
    if (event.record) return applyRecord(known, event.record);
    // No record: a room just created, or one of a legacy host. It is open, and messages tell the rest.
    return state.phase === 'unknown' || state.phase === 'not-open' ? { ...known, phase: 'waiting' } : known;
  },
  'record-changed': (state, { record }) => applyRecord(state, record),
  dismissed: (state) => ({ ...state, ...OFF_STAGE, phase: 'ended', countdown: undefined }),
  left: (state) => ({
    ...withoutTrouble(state),
    link: 'offline',
    phase: state.phase === 'ended' ? 'ended' : 'unknown',
    ...OFF_STAGE,
    countdown: undefined,
    media: undefined,
    members: 0,
  }),
  announced: (state, event) => applyAnnouncement(withOwnerName(state, event.from), event),
  'people-changed': (state, { change, person, id, at }) => ({
    ...state,
    timeline: addNotice(state.timeline, { id, notice: change, person, at }),
  }),
  'members-counted': (state, { count }) => ({ ...state, members: count }),
  'texts-received': (state, { texts, leftOut }) => ({
    ...texts.reduce((named, { from }) => withOwnerName(named, from), state),
    timeline: addTexts(state.timeline, texts),
    leftOut: state.leftOut + leftOut,
  }),
  'text-written': (state, { message }) => ({ ...state, timeline: addTexts(state.timeline, [message]) }),
  'text-sent': (state, { id, at, seq }) => changeText(state, id, { delivery: 'sent', at, seq, error: undefined }),
  'text-failed': (state, { id, error }) => changeText(state, id, { delivery: 'failed', error }),
  'text-retried': (state, { id }) => changeText(state, id, { delivery: 'pending', error: undefined }),
  'text-deleted': (state, { id }) => ({ ...state, timeline: removeMessage(state.timeline, id) }),
  'countdown-started': (state, { endsAt, length }) =>
    state.phase === 'live' ? { ...state, countdown: Object.freeze({ endsAt, length }) } : state,
  'countdown-ended': (state) => ({ ...state, countdown: undefined }),
  // Over is over: who was on the way to the stage when the show ended is not on it.
  'stage-entering': (state) => (state.phase === 'ended' ? state : { ...withoutTrouble(state), stage: 'entering' }),
  'stage-failed': (state, { error }) => ({ ...state, stage: 'failed', error }),
  'stage-left': (state) => ({ ...state, ...OFF_STAGE }),
  'picture-shown': (state) => ({ ...withoutTrouble(state), stage: 'playing', countdown: undefined }),
  'picture-stopped': (state) => (isAtStage(state) ? { ...state, stage: 'away' } : state),
  'host-audio-changed': (state, { on }) => ({ ...state, hostAudio: on }),
  'sound-blocked': (state) => ({ ...state, soundBlocked: true }),
  'sound-unblocked': (state) => ({ ...state, soundBlocked: false }),
  'media-changed': (state, { media }) => ({ ...state, media: Object.freeze(media) }),
  noticed: (state, { notice }) => ({ ...state, notice }),
  failed: (state, { error }) => ({ ...state, error }),
  recovered: (state) => withoutTrouble(state),
};

function isAtStage({ stage }: RoomState): boolean {
  return stage === 'playing' || stage === 'entering';
}

function withoutTrouble(state: RoomState): RoomState {
  return { ...state, error: undefined, notice: undefined };
}

function changeText(state: RoomState, id: string, change: Partial<TextMessage>): RoomState {
  return { ...state, timeline: updateText(state.timeline, id, change) };
}

/** The owner's name is not in the profile everywhere, but comes with all they say. */
function withOwnerName(state: RoomState, { id, name }: Person): RoomState {
  if (id !== state.owner) return state;
  const ownerName = shownName(name, id);
  return ownerName === state.ownerName ? state : { ...state, ownerName };
}
