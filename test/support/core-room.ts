// A real controller on scripted ports and virtual time: what the core tests start from.
import { createRoom, type RoomController, type RoomOptions, type RoomProfile } from '../../src/core/index.js';
// Here from the start: virtual time does not wait for a chunk to be loaded.
import '../../src/core/credentials/index.js';
import '../../src/core/room/flows.js';
import { ScriptedAv, ScriptedIm, scriptedProvider } from '../../stories/support/scripted-ports.js';
import { VirtualClock } from './virtual-clock.js';

export const NOW = 1_790_000_000;

export interface CoreRoom {
  readonly controller: RoomController;
  readonly im: ScriptedIm;
  readonly av: ScriptedAv;
  readonly clock: VirtualClock;
  readonly marks: string[];
}

/** The text of a record as an owner writes it. */
export function recordText(
  phase: 'waiting' | 'live' | 'ended',
  run: number,
  at = NOW - 60,
  extra: object = {},
): string {
  return JSON.stringify({ v: 1, phase, run, at, ...(phase === 'live' && { stage: 'show' }), ...extra });
}

export function profileOf(record: string, owner = 'star'): RoomProfile {
  return { owner, record };
}

/** Makes the room `show` for `user` and lets it come in. */
export async function startRoom(
  profile: RoomProfile | undefined,
  options: Partial<RoomOptions> = {},
): Promise<CoreRoom> {
  const clock = new VirtualClock(NOW * 1000);
  const im = new ScriptedIm(profile);
  const av = new ScriptedAv();
  const marks: string[] = [];
  let id = 0;
  const controller = createRoom({
    room: 'show',
    user: 'ana',
    name: 'Ana',
    provider: scriptedProvider(im, av),
    clock,
    random: () => 0.5,
    ids: () => `id${++id}`,
    mark: (milestone) => marks.push(milestone),
    ...options,
  });
  await clock.pass(0);
  return { controller, im, av, clock, marks };
}

/** A viewer whose page shows the stage. */
export async function startViewer(
  profile: RoomProfile | undefined,
  options: Partial<RoomOptions> = {},
): Promise<CoreRoom> {
  const room = await startRoom(profile, options);
  room.controller.attachStage({} as HTMLElement);
  await room.clock.pass(0);
  return room;
}

/** The names of the calls a scripted port got, without those in `except`. */
export function callNames(port: ScriptedIm | ScriptedAv, except: readonly string[] = []): string[] {
  return port.calls.map(([name]) => name).filter((name) => !except.includes(name));
}
