// What a person does in a room once it has ports: going to the stage, saying something, hearing what others say. None of it can
// be done before there are ports, so it is loaded beside the provider and not with the page.
import { ChatFlow } from './chat-flow.js';
import { Hearing } from './hearing.js';
import type { TextMessage } from '../chat/message.js';
import type { RoomScope } from './scope.js';
import type { Surfaces } from './surfaces.js';
import { ViewerFlow } from './viewer-flow.js';

/** What the flows need of their room. */
export interface FlowHooks {
  readonly surfaces: Surfaces;
  /** Reads the record again after `delay` milliseconds. */
  reconcile(delay: number): void;
  /** Others said something: told for each text as it enters the timeline. */
  said(text: TextMessage): void;
}

export interface Flows {
  readonly viewer: ViewerFlow;
  readonly chat: ChatFlow;
  readonly hearing: Hearing;
}

export function makeFlows(scope: RoomScope, hooks: FlowHooks): Flows {
  return {
    viewer: new ViewerFlow(scope, hooks.surfaces, (delay) => hooks.reconcile(delay)),
    chat: new ChatFlow(scope),
    hearing: new Hearing(scope, (text) => hooks.said(text)),
  };
}
