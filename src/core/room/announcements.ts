// Which announcement moves the room, and where to. Only the owner's word counts, and only forwards.
import type { Announcement } from '../protocol/commands.js';
import type { EventOf } from './events.js';
import { isLater, type RoomRecord } from './record.js';
import { NEXT_PHASES, OFF_STAGE, type Phase, type RoomState } from './room-state.js';

type Announced = EventOf<'announced'>;
type Move = { readonly phase: Phase; readonly run: number } & Partial<RoomState>;
type Rule<T extends Announcement['type']> = (
  state: RoomState,
  command: Extract<Announcement, { type: T }>,
  event: Announced,
) => RoomState | 'refused';

/** What an announcement makes of the state; one that is not believed is only counted. */
export function applyAnnouncement(state: RoomState, event: Announced): RoomState {
  const { command } = event;
  const rule = RULES[command.type] as Rule<Announcement['type']>;
  const next = event.from.id === state.owner ? rule(state, command, event) : 'refused';
  return next === 'refused' ? { ...state, dropped: state.dropped + 1 } : next;
}

/** What the owner's record makes of the state: the truth, unless it is older than what was seen. */
export function applyRecord(state: RoomState, record: RoomRecord): RoomState {
  const { phase, run, stage, startsAt } = record;
  const at = record.at * 1000;
  const details = {
    ...(stage !== undefined && { stageId: stage }),
    // A record that plans nothing leaves standing what the page itself was told.
    ...(startsAt !== undefined && { startsAt: startsAt * 1000 }),
    changedAt: at,
  };
  if (phase === state.phase && run === state.run) return at >= state.changedAt ? { ...state, ...details } : state;
  // What ends the room may be a late word of an earlier run: the run never falls.
  const newest = phase === 'ended' ? Math.max(run, state.run) : run;
  if (isLater(record, state)) return move(state, { phase, run: newest, ...details });
  // A smaller run written later is another show in a room of the same name: the one we knew was closed while we were away.
  const isAnotherShow = run < state.run && at > state.changedAt && state.phase !== 'ended';
  return isAnotherShow ? move({ ...state, ...OFF_STAGE, phase: 'unknown' }, { phase, run, ...details }) : state;
}

const RULES: { [T in Announcement['type']]: Rule<T> } = {
  enter(state, command, event) {
    const { stage: stageId, run } = command;
    const isSameShow = state.phase === 'live' && (run ?? state.run) === state.run && stageId === state.stageId;
    // The record told us first, or a legacy host repeats itself for latecomers: only the countdown is news.
    if (isSameShow) return { ...state, ...countdownOf(state, command, event) };
    if (!isNewer(state, command, event, 'live')) return 'refused';
    return move(state, { ...placeOf(state, command, event, 'live'), stageId, ...countdownOf(state, command, event) });
  },
  exit(state, command, event) {
    if (state.phase === 'ended') return state;
    const isStale = command.run === undefined ? event.at < state.changedAt : command.run < state.run;
    return isStale ? 'refused' : move(state, { phase: 'ended', run: state.run, changedAt: timeOf(command, event) });
  },
  'host-left'(state, command, event) {
    const isKnown =
      command.run === undefined ? state.phase !== 'live' : state.phase === 'waiting' && command.run === state.run;
    if (isKnown) return state;
    if (!isNewer(state, command, event, 'waiting')) return 'refused';
    return move(state, { phase: 'waiting', run: command.run ?? state.run, changedAt: timeOf(command, event) });
  },
  'host-back'(state, command, event) {
    if (state.phase === 'live' && (command.run ?? state.run) === state.run) return state;
    if (state.stageId === undefined || !isNewer(state, command, event, 'live')) return 'refused';
    return move(state, placeOf(state, command, event, 'live'));
  },
};

/** By run where there is one; a legacy announcement only by the service's time. */
function isNewer(state: RoomState, { run, at }: Announcement, event: Announced, phase: Phase): boolean {
  if (!NEXT_PHASES[state.phase].includes(phase)) return false;
  // The service counts in seconds: who left in the second of coming, left after it.
  if (run === undefined) return phase === 'live' ? event.at > state.changedAt : event.at >= state.changedAt;
  return run >= state.run && isLater({ phase, run, at }, state);
}

/** A legacy go-live gets the next number, so that it is a run of its own here too. */
function placeOf(state: RoomState, command: Announcement, event: Announced, phase: Phase): Move {
  return { phase, run: command.run ?? state.run + 1, changedAt: timeOf(command, event) };
}

function timeOf({ at }: Announcement, event: Announced): number {
  return at === undefined ? event.at : at * 1000;
}

function countdownOf(state: RoomState, command: Announcement, { now }: Announced): Pick<RoomState, 'countdown'> {
  const seconds = command.type === 'enter' ? command.in : undefined;
  const isOver = state.stage === 'playing' || state.stage === 'away';
  if (seconds === undefined || isOver) return { countdown: state.countdown };
  const length = seconds * 1000;
  return { countdown: Object.freeze({ endsAt: now + length, length }) };
}

/** Moves the room on, if the table of phases allows it, and clears what belonged to where it was. */
function move(state: RoomState, to: Move): RoomState {
  if (!NEXT_PHASES[state.phase].includes(to.phase)) return state;
  const wasLive = state.phase === 'live';
  return {
    ...state,
    countdown: undefined,
    ...((wasLive || to.phase === 'ended') && OFF_STAGE),
    ...to,
  };
}
