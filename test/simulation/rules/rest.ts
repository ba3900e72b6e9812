// What must be true once faults have stopped and every bounded retry has had its time, and once everybody has gone home.
import { isHost, viewOf, type RoomState } from '../../../src/core/index.js';
import { parseRecord } from '../../../src/core/room/record.js';
import type { Page } from '../world/page.js';
import type { World } from '../world/world.js';

/** Pages that run and want to be in the room. */
export function staying({ pages }: World): Page[] {
  return pages.filter((page) => {
    const { link, phase } = page.controller.state;
    return page.isIdle && phase !== 'ended' && (link === 'online' || link === 'connecting');
  });
}

/** Why `page` does not agree with the record; undefined if it does. */
export function disagreement(world: World, page: Page): string | undefined {
  const { state } = page.controller;
  const { show } = world.chat;
  if (state.link !== 'online') return `is still ${state.link}`;
  // Opening anew failed: the page said so, and the person may try again.
  if (isHost(state) && state.phase === 'unknown') return undefined;
  if (!show) return state.phase === 'not-open' ? undefined : `is ${state.phase} although the room is gone`;
  const record = parseRecord(show.record);
  // Whoever saw an earlier show can't tell a new room from a legacy host's until the owner has written the first record.
  if (!record)
    return state.phase === 'waiting' || world.chat.shows.length > 1
      ? undefined
      : `is ${state.phase} in a room without a record`;
  // Whoever knows better keeps to it, until a host who reads this writes again.
  if (show.isOverwritten) return undefined;
  if (state.phase !== record.phase) return `is ${state.phase}, the record says ${record.phase}`;
  if (state.run !== record.run) return `is at run ${state.run}, the record at ${record.run}`;
  if (record.phase !== 'live')
    return state.stage === 'empty' || isHost(state) ? undefined : `is at a stage (${state.stage})`;
  if (state.stageId !== record.stage)
    return `knows the stage ${String(state.stageId)}, the record says ${String(record.stage)}`;
  return isHost(state) ? hostAtStage(world, page, state) : viewerAtStage(page, state);
}

function viewerAtStage(page: Page, state: RoomState): string | undefined {
  if (!page.detachStage)
    return state.stage === 'empty' ? undefined : `is at a stage (${state.stage}) that nobody looks at`;
  const { av } = page;
  if (!av?.isInside) return `is not on the stage (${state.stage}) that the record announces`;
  const wanted = av.isWatching ? 'playing' : 'away';
  if (state.stage !== wanted) return `is ${state.stage}, should be ${wanted}`;
  return viewOf(state) === 'video' ? undefined : `shows ${viewOf(state)} instead of the video`;
}

function hostAtStage(world: World, page: Page, state: RoomState): string | undefined {
  const publishes = world.stages.publishing?.av.page === page;
  if (state.stage === 'playing' && !publishes) return 'believes to be on air, and is not';
  if (state.stage !== 'playing' && publishes) return `is on air, and believes to be ${state.stage}`;
  return undefined;
}

/** What was left behind by a page that left, or whose show ended. */
export function leftover(world: World, page: Page): string | undefined {
  const { clock, ports, attached, controller } = page;
  // A host who finds the room ended may open it anew.
  if (isHost(controller.state) && controller.state.phase === 'ended' && controller.state.link === 'online')
    return undefined;
  if (clock.scheduled > 0) return `${clock.scheduled} timers are left`;
  if (ports.size > 0) return `${ports.size} ports are open`;
  if (attached > 0 && !page.detachStage) return 'an element is still shown to';
  if (world.stages.everybody.some((av) => av.page === page)) return 'it is still on a stage';
  const members = world.chat.show?.members ?? new Set();
  if ([...members].some((line) => line.page === page)) return 'it is still in the chat room';
  return undefined;
}
