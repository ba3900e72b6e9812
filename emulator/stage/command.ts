// What a command is: the number of its reply, and a function from a request to what the reply says.
import type { Connection } from './connection.js';
import type { Peer } from './peer.js';
import { Refusal } from './refusal.js';
import type { Room } from './room.js';
import type { StageService } from './service.js';
import type { Fields } from './wire.js';

/** What one socket is used for. */
export interface Session {
  readonly user: string;
  readonly sdkAppId: number;
  readonly userSig: string;
  readonly connection: Connection;
  place: { readonly room: Room; readonly peer: Peer } | undefined;
}

export interface Request {
  readonly data: Fields;
  readonly session: Session;
  readonly service: StageService;
}

export interface Answer {
  readonly data?: Fields;
  /** What happens once the reply is on its way. */
  readonly afterwards?: () => void;
}

export interface Command {
  /** Left out: no reply is expected. */
  readonly reply?: number;
  readonly run: (request: Request) => Answer | Promise<Answer>;
}

export type CommandTable = Readonly<Record<string, Command>>;

/** A command for those who are in a room. */
export function inRoom(
  reply: number | undefined,
  run: (place: NonNullable<Session['place']>, request: Request) => Answer | Promise<Answer>,
): Command {
  const checked = (request: Request) => {
    const { place } = request.session;
    if (!place) throw new Refusal(-10002);
    return run(place, request);
  };
  return reply === undefined ? { run: checked } : { reply, run: checked };
}

/** A command that changes nothing here. */
export function accepted(reply?: number, data: Fields = {}): Command {
  return { ...(reply !== undefined && { reply }), run: () => ({ data }) };
}
