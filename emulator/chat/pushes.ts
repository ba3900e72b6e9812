// What the service says without being asked: that a session was kicked, that a member was banned.
import type { PartContext } from '../support/part.js';
import { sendStruck } from '../support/struck-frames.js';
import type { Group } from './group.js';
import { SYSTEM } from './items.js';
import { KICK_TYPE, type Session } from './sessions.js';
import type { KickReason } from '../support/fault-types.js';

const KICKED = { command: 'stat_forceoffline', servcmd: 'im_open_status.stat_forceoffline', event: 10 } as const;
const BANNED = { command: 'msg_push', servcmd: 'im_open_push.msg_push', event: 5, reportType: 21 } as const;

export function pushKick(context: PartContext, session: Session, reason: KickReason): void {
  const KickoutMsgNotify = { KickType: KICK_TYPE[reason], NewInstInfo: {} };
  push(context, session, KICKED, { Event: KICKED.event, C2cNotifyMsgArray: [{ KickoutMsgNotify }] });
}

export interface Ban {
  readonly operator: string;
  readonly seconds: number;
  readonly description: string;
}

export function pushBan(context: PartContext, session: Session, group: Group, ban: Ban): void {
  const { userId } = session;
  const { wire } = group.stamp({
    kind: 'tip',
    from: ban.operator,
    wire: {
      Event: BANNED.event,
      From_Account: SYSTEM,
      To_Account: userId,
      MsgBody: {
        ReportType: BANNED.reportType,
        Operator_Account: ban.operator,
        MsgMemberExtraInfo: { User_Account: userId, BanDuration: ban.seconds, BanDescription: ban.description },
      },
    },
  });
  push(context, session, BANNED, { Event: BANNED.event, GroupTips: [wire] });
}

function push(
  context: PartContext,
  session: Session,
  { command, servcmd }: { readonly command: string; readonly servcmd: string },
  event: object,
): void {
  const frame = {
    head: { ver: 'v4', servcmd, seq: Math.floor(context.random() * 1e9) },
    body: { EventArray: [event] },
  };
  const user = session.userId;
  // Now, as later the session may have another socket, or the socket another session.
  const { connection } = session;
  if (!connection) return;
  sendStruck(context, 'push', { part: 'chat', command, user }, connection, () => {
    context.journal.trace({ part: 'chat', direction: 'received', user, frame });
    connection.send(frame);
  });
}
