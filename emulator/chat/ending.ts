// How sessions end: logged out, kicked by a second login or by an administrator, or simply expired.
import type { KickReason } from '../support/fault-types.js';
import { pushKick } from './pushes.js';
import type { ChatService } from './service.js';
import type { Session } from './sessions.js';

/** Tells the page and ends the session. If the page is away, it learns on its next request (code 1002). */
export function kick(service: ChatService, session: Session, reason: KickReason): void {
  pushKick(service.context, session, reason);
  session.end = { why: 'kicked', reason };
  leave(service, session, true);
}

export function logOut(service: ChatService, session: Session): void {
  if (session.end) return;
  session.end = { why: 'logout' };
  leave(service, session, false);
}

/** Makes room for one more session of the user: expired ones go quietly, too many are kicked. */
export function makeRoom(service: ChatService, userId: string): void {
  const { sessions, options } = service;
  const [expired, valid] = [true, false].map((wanted) =>
    sessions.of(userId).filter((session) => sessions.isExpired(session) === wanted),
  ) as [Session[], Session[]];
  for (const session of expired) {
    session.end = { why: 'expired' };
    leave(service, session, true);
  }
  const tooMany = Math.max(0, valid.length - options.maxInstances + 1);
  for (const session of valid.slice(0, tooMany)) kick(service, session, 'multipleAccount');
}

/** Forgets those who have been away for too long, and those who had ended before they went. */
export function forgetLost(service: ChatService): void {
  const { sessions, options } = service;
  for (const session of sessions.lostFor(options.keepSessionMs)) {
    leave(service, session, true);
    sessions.forget(session);
  }
}

/** That a kicked or expired session is in no group any more is a guess; so is that nobody is told. */
function leave({ groups, polls }: ChatService, session: Session, silently: boolean): void {
  polls.unseat(session);
  groups.leaveAll(session, silently);
}
