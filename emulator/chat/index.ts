// The chat half: takes sockets, reads frames, answers them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import { Outages } from '../support/outages.js';
import type { Part, PartContext } from '../support/part.js';
import { Connection } from './connection.js';
import { dispatch } from './dispatch.js';
import { perform } from './fault-actions.js';
import { framingOf, type Framing } from './frames.js';
import type { Group } from './group.js';
import { answerHttp } from './http.js';
import { chatOptions, type ChatOptions } from './options.js';
import { createService, type ChatService } from './service.js';

export class Chat implements Part {
  readonly #service: ChatService;
  readonly #connections = new Set<Connection>();
  readonly #outages = new Outages();

  constructor(context: PartContext, options: ChatOptions) {
    this.#service = createService(context, options);
    const links = { sockets: this.#connections, outages: this.#outages };
    context.faults.carriedOutBy('chat', (action) => perform(action, this.#service, links));
  }

  /** A group that has not been dismissed, for a test to look at. */
  group(id: string): Group | undefined {
    return this.#service.groups.find(id);
  }

  /** How many sockets are open. */
  get connections(): number {
    return this.#connections.size;
  }

  /** How many sessions are known: open ones, lost ones, and such as have ended a while ago. */
  get sessions(): number {
    return this.#service.sessions.count;
  }

  accepts(url: URL): 'yes' | 'no' | 'refused' {
    if (!framingOf(url)) return 'no';
    return this.#outages.of(lineOf(url)) === 'refused' ? 'refused' : 'yes';
  }

  connect(socket: WebSocket, url: URL): void {
    const service = this.#service;
    const connection = new Connection(socket, this.#framing(url), lineOf(url));
    this.#connections.add(connection);
    connection.onClose(() => {
      this.#connections.delete(connection);
      service.sessions.detach(connection);
    });
    connection.onFrame((frame) => {
      const user = frame.head.identifier ?? service.sessions.find(frame.head.a2 ?? '')?.userId;
      const outage = this.#outages.of(user, connection.line);
      if (outage === 'refused') return connection.kill();
      if (outage === undefined) void dispatch(service, connection, frame);
    });
  }

  answer(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    return answerHttp(request, response, url);
  }

  close(): void {
    this.#service.polls.close();
  }

  #framing(url: URL): Framing {
    const asked = framingOf(url) ?? { binary: true, compressed: false };
    return { ...asked, compressed: asked.compressed && this.#service.options.compress };
  }
}

export function startChat(context: PartContext, options?: Partial<ChatOptions>): Chat {
  return new Chat(context, chatOptions(options));
}

/** `ws://host:port/ana/binfo` → `ana`: who wants to be told apart gives each page a `proxyServer` of its own. */
function lineOf(url: URL): string {
  return url.pathname.split('/').slice(1, -1).join('/');
}
