// Entering a stage, bounded in time; once more with fresh credentials when those at hand are refused. For host and viewer alike.
import { RoomError } from '../errors/room-error.js';
import type { AvPort, StageRole } from '../ports/av-port.js';
import type { StageId } from '../protocol/commands.js';
import { isRefused } from './login.js';
import { LIMIT, type RoomScope } from './scope.js';

export interface StageEntry {
  readonly stage: StageId;
  readonly role: StageRole;
  /** Whose picture and sound an audience takes; the anchor's own user id. */
  readonly host: string;
}

/** Codes: those of `AvPort.enter`. */
export async function enterStage(scope: RoomScope, entry: StageEntry, signal?: AbortSignal): Promise<void> {
  const { av } = scope.connected;
  try {
    await enterOnce(scope, av, entry);
  } catch (error) {
    if (!isRefused(error) || scope.ports?.av !== av) throw error;
    const keeper = await scope.setup.credentials();
    if (!keeper.renew) throw error;
    await scope.bounded(LIMIT.chat, 'Asking for credentials', keeper.renew(), 'credentials-unavailable');
    if (signal?.aborted || scope.ports?.av !== av) throw new RoomError('cancelled', 'The stage was left meanwhile.');
    await enterOnce(scope, av, entry);
  }
}

function enterOnce(scope: RoomScope, av: AvPort, { stage, role, host }: StageEntry): Promise<void> {
  const entering = av.enter(stage, role, host);
  return scope.bounded(LIMIT.stage, 'Entering the stage', entering, 'stage-unavailable');
}
