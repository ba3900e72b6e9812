// The chat half: takes sockets, reads frames, answers them.
import type { WebSocket } from 'ws';
import type { Part, PartContext } from '../support/part.js';
import { Connection } from './connection.js';
import { dispatch } from './dispatch.js';
import { Outages, perform } from './fault-actions.js';
import { framingOf, type Framing } from './frames.js';
import type { Group } from './group.js';
import { chatOptions, type ChatOptions } from './options.js';
import { createService, type ChatService } from './service.js';

export class Chat implements Part {
  readonly #service: ChatService;
  readonly #connections = new Set<Connection>();
  readonly #outages = new Outages();

  constructor(context: PartContext, options: ChatOptions) {
    this.#service = createService(context, options);
    context.faults.carriedOutBy('chat', (action) => perform(action, this.#service, this.#connections, this.#outages));
  }

  /** A group that has not been dismissed, for a test to look at. */
  group(id: string): Group | undefined {
    return this.#service.groups.find(id);
  }

  /** How many sockets are open. */
  get connections(): number {
    return this.#connections.size;
  }

  accepts(url: URL): 'yes' | 'no' | 'refused' {
    if (!framingOf(url)) return 'no';
    return this.#outages.affects(lineOf(url)) ? 'refused' : 'yes';
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
      if (this.#outages.affects(user)) return connection.kill();
      void dispatch(service, connection, frame);
    });
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
