// Everything the commands work on, put together once.
import type { PartContext } from '../support/part.js';
import { Impairments } from './impairments.js';
import type { StageOptions } from './options.js';
import { Rooms } from './rooms.js';

export interface StageService {
  readonly context: PartContext;
  readonly options: StageOptions;
  readonly impairments: Impairments;
  readonly rooms: Rooms;
  /** Users by name: banned until the end. */
  readonly banned: Set<string>;
  /** Signatures that a fault declared expired. */
  readonly expired: Set<string>;
}

export function createService(context: PartContext, options: StageOptions): StageService {
  const impairments = new Impairments(context.clock, context.random);
  const rooms = new Rooms(context, options, impairments);
  return { context, options, impairments, rooms, banned: new Set(), expired: new Set() };
}
