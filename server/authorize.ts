// AN EXAMPLE: replace it. It is the one file of this server that knows your users.
import type { Authorize } from './handler.js';

/**
 * Refuses everybody, unless BIGCAST_DEMO=1: then it believes whatever the page says of itself, `?user=` and `?role=`.
 * Yours reads the session (a cookie, or `headers.authorization`), and decides itself who is the host of which room:
 *
 *     async ({ query, headers }) => {
 *       const member = await sessions.find(headers.cookie);
 *       const event = await events.find(query.get('room'));
 *       if (!member || !event) return undefined;
 *       const role = event.hostId === member.id ? 'host' : 'audience';
 *       return { userId: member.id, name: member.name, room: event.room, role };
 *     }
 *
 * `room` in the answer is the stage's id: the room's own, unless the page sets `stage`; a number if that is an integer.
 */
export function createExampleAuthorize({ demo }: { readonly demo: boolean }): Authorize {
  return ({ query }) => {
    const userId = query.get('user');
    const room = query.get('room');
    if (!demo || !userId || !room) return undefined;
    return { userId, room, role: query.get('role') === 'host' ? 'host' : 'audience' };
  };
}
