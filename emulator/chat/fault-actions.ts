// The faults that happen at once, carried out on the chat service's sockets, sessions and groups.
import type { FaultAction } from '../support/fault-types.js';
import type { Outages } from '../support/outages.js';
import { performOn } from '../support/socket-actions.js';
import { ban } from './banning.js';
import type { Connection } from './connection.js';
import { kick } from './ending.js';
import type { ChatService } from './service.js';

const DAY_S = 86_400;

export function perform(
  action: FaultAction,
  service: ChatService,
  links: { readonly sockets: Iterable<Connection>; readonly outages: Outages },
): number {
  const { sessions, groups, polls, context } = service;
  return performOn(action, links, (other) => {
    switch (other.action) {
      case 'expire-signature': {
        const struck = sessions.of(other.user);
        for (const session of struck) session.expiresAt = context.clock.now();
        // An open poll is answered, so that the page asks again and learns of it.
        for (const session of struck) polls.interrupt(session);
        return struck.length;
      }
      case 'kick': {
        const struck = sessions.of(other.user);
        for (const session of struck) kick(service, session, other.reason ?? 'restApi');
        return struck.length;
      }
      case 'ban': {
        const group = groups.find(other.group ?? '');
        const details = { seconds: other.seconds ?? DAY_S, description: 'by a fault' };
        if (group) ban(service, group, [other.user], { operator: group.owner, ...details });
        return group ? 1 : 0;
      }
      case 'dismiss': {
        const group = groups.find(other.group);
        if (group) groups.dismiss(group, group.owner);
        return group ? 1 : 0;
      }
      // The stage's own.
      case 'impair':
      case 'repair':
        return 0;
      default:
        return other satisfies never;
    }
  });
}
