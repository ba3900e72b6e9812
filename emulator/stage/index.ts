// The stage half: takes signalling sockets, and hands tests what happens behind them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv4 } from 'node:net';
import type { WebSocket } from 'ws';
import type { Impairment } from '../support/fault-types.js';
import { Outages } from '../support/outages.js';
import type { Part, PartContext } from '../support/part.js';
import type { Session } from './command.js';
import { Connection } from './connection.js';
import { banUser, disband, perform, removeUser } from './fault-actions.js';
import { answerHttp } from './http.js';
import { STAGE_DEFAULTS, type StageOptions } from './options.js';
import type { Room } from './room.js';
import { createService, type StageService } from './service.js';
import { admission, handle, welcome } from './signalling.js';
import { prepareTransports } from './transport.js';

/** Where `proxy.websocketProxy` leads, and where the SDK goes by itself when it is told of none. */
export const STAGE_PATH = '/stage';
const PATHS: readonly string[] = [STAGE_PATH, '/v2/ws'];

export class Stage implements Part {
  readonly #service: StageService;
  readonly #sessions = new Map<Connection, Session>();
  readonly #outages = new Outages();

  constructor(context: PartContext, options: StageOptions) {
    this.#service = createService(context, options);
    const links = { sessions: this.#sessions, outages: this.#outages };
    context.faults.carriedOutBy('stage', (action) => perform(action, this.#service, links));
  }

  /** A room in which somebody is, for a test to look at. A number and a string name two rooms. */
  room(id: number | string): Room | undefined {
    return this.#service.rooms.find({ id: String(id), kind: typeof id === 'number' ? 'number' : 'string' });
  }

  /** How many signalling sockets are open. */
  get connections(): number {
    return this.#sessions.size;
  }

  /** Spoils media until the returned function is called. */
  impair(impairment: Impairment): () => void {
    return this.#service.impairments.add(impairment);
  }

  /** Removes a user from wherever he is; returns from how many rooms. */
  kick(user: string): number {
    return removeUser(this.#service, user, 'kick');
  }

  /** The same, and he may not come back. */
  ban(user: string): number {
    return banUser(this.#service, user);
  }

  /** Ends a room for everybody; returns whether there was one. */
  disband(id: number | string): boolean {
    return disband(this.#service, String(id)) > 0;
  }

  accepts(url: URL): 'yes' | 'no' | 'refused' {
    if (!PATHS.includes(url.pathname)) return 'no';
    const user = url.searchParams.get('userId') ?? undefined;
    return this.#outages.of(user) === 'refused' ? 'refused' : 'yes';
  }

  connect(socket: WebSocket, url: URL): void {
    void prepareTransports();
    const query = url.searchParams;
    const user = query.get('userId') ?? '';
    const connection = new Connection(socket, user);
    const sdkAppId = Number(query.get('sdkAppId'));
    const session: Session = { user, sdkAppId, userSig: query.get('userSig') ?? '', connection, place: undefined };
    this.#sessions.set(connection, session);
    connection.onClose(() => {
      this.#sessions.delete(connection);
      session.place?.peer.detach(connection);
    });
    const silent = () => this.#outages.of(user) === 'silent';
    const code = admission(this.#service, session);
    let isGreeted = false;
    const greet = () => {
      if (!isGreeted) welcome(this.#service, session, code);
      isGreeted = true;
    };
    // A refusal waits for the first request: the SDK hangs for seconds when it comes before anybody there listens for it.
    if (!silent() && code === 0) greet();
    connection.onRequest((frame) => {
      if (silent()) return;
      greet();
      if (code === 0) void handle(this.#service, session, frame);
    });
  }

  answer(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    return answerHttp(request, response, url, { service: this.#service, outages: this.#outages });
  }

  close(): void {
    this.#service.impairments.close();
    this.#service.rooms.close();
  }
}

export function startStage(context: PartContext, options?: Partial<StageOptions>): Stage {
  const merged = { ...STAGE_DEFAULTS, ...options };
  // A name such as localhost is no address that a browser could be sent to.
  const mediaHost = isIPv4(merged.mediaHost) ? merged.mediaHost : STAGE_DEFAULTS.mediaHost;
  return new Stage(context, { ...merged, mediaHost });
}
