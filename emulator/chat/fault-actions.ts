// The faults that happen at once, carried out on the chat service's sockets, sessions and groups.
import type { FaultAction } from '../support/fault-types.js';
import type { Connection } from './connection.js';
import { kick } from './ending.js';
import type { ChatService } from './service.js';

/** Who is cut off: users by name, or everybody. */
export class Outages {
  #everybody = false;
  readonly #users = new Set<string>();

  start(user: string | undefined): void {
    if (user === undefined) this.#everybody = true;
    else this.#users.add(user);
  }

  /** Without a user: all outages are over. */
  stop(user: string | undefined): void {
    if (user !== undefined) return void this.#users.delete(user);
    this.#everybody = false;
    this.#users.clear();
  }

  affects(user: string | undefined): boolean {
    return this.#everybody || (user !== undefined && this.#users.has(user));
  }
}

export function perform(
  action: FaultAction,
  service: ChatService,
  connections: ReadonlySet<Connection>,
  outages: Outages,
): number {
  const { sessions, groups } = service;
  const each = (user: string | undefined, act: (connection: Connection) => void) => {
    const struck = [...connections].filter((one) => user === undefined || one.user === user || one.line === user);
    struck.forEach(act);
    return struck.length;
  };
  switch (action.action) {
    case 'kill-socket':
      return each(action.user, (connection) => connection.kill());
    case 'cut-off':
      outages.start(action.user);
      return each(action.user, (connection) => connection.kill());
    case 'mend':
      outages.stop(action.user);
      return 1;
    case 'freeze':
      return each(action.user, (connection) => connection.freeze());
    case 'thaw':
      return each(action.user, (connection) => connection.thaw());
    case 'expire-signature': {
      const struck = sessions.of(action.user);
      for (const session of struck) session.expiresAt = service.context.clock.now();
      // An open poll is answered, so that the page asks again and learns of it.
      for (const session of struck) service.polls.interrupt(session);
      return struck.length;
    }
    case 'kick': {
      const struck = sessions.of(action.user);
      for (const session of struck) kick(service, session, action.reason ?? 'restApi');
      return struck.length;
    }
    case 'dismiss': {
      const group = groups.find(action.group);
      if (group) groups.dismiss(group, group.owner);
      return group ? 1 : 0;
    }
    default:
      return action satisfies never;
  }
}
