// What a command is: a function from a request to the fields of its answer.
import type { Connection } from './connection.js';
import type { Fields } from './fields.js';
import type { FrameHead } from './frames.js';
import type { ChatService } from './service.js';
import type { Session } from './sessions.js';

export interface OpenRequest {
  readonly head: FrameHead;
  readonly body: Fields;
  readonly connection: Connection;
  readonly service: ChatService;
}

export interface Request extends OpenRequest {
  readonly session: Session;
}

/** `undefined` = no answer at all. Errors are thrown as {@link Refusal}. */
export type Answer = object | undefined | Promise<object | undefined>;

/** Commands by `<service>.<command>`, for those who are logged in. */
export type CommandTable = Readonly<Record<string, (request: Request) => Answer>>;

/** Commands that need no session. */
export type OpenCommandTable = Readonly<Record<string, (request: OpenRequest) => Answer>>;
