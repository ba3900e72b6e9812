// Joining, leaving, and who is there.
import type { CommandTable, Request } from '../command.js';
import { optionalNumber, text } from '../fields.js';
import type { Group } from '../group.js';
import { Refusal } from '../refusal.js';

const HISTORY_MESSAGES = 20;
const HISTORY_MS = 24 * 3600 * 1000;
const LISTED_MEMBERS = 30;
/** How long an online count may be used, in seconds. */
const COUNT_EXPIRES = 10;

export const membershipCommands: CommandTable = {
  'group_open_http_svc.apply_join_group': (request) => {
    const { body, session, service } = request;
    const { groups, polls, options } = service;
    const group = groups.get(text(body, 'GroupId'));
    if (group.isBanned(session.userId)) throw new Refusal(10070);
    if (options.rejoin === 'already-member' && group.members.get(session.userId)?.session === session) {
      throw new Refusal(10013);
    }
    const history = historyFor(group, request);
    // Before joining: the page's own arrival is news, to itself as well. (Whether it is told is not known.)
    const StartSeq = group.log.next;
    groups.join(group, session);
    return {
      JoinedStatus: 'JoinedSuccess',
      HugeGroupFlag: 1,
      LongPollingKey: polls.seat(session, group),
      StartSeq,
      AVChatRoomKey: `room-${group.id}`,
      ...(history.length > 0 && { RspMsgList: history }),
    };
  },
  'group_open_http_svc.quit_group': ({ body, session, service: { groups, polls } }) => {
    const group = groups.get(text(body, 'GroupId'));
    if (group.isOwnedBy(session.userId)) throw new Refusal(10009);
    if (!group.members.has(session.userId)) throw new Refusal(10007, 'not a member');
    groups.leave(group, session.userId);
    polls.unseat(session, group);
    return {};
  },
  'group_open_http_svc.get_online_member_num': ({ body, service: { groups } }) => ({
    OnlineMemberNum: groups.onlineCount(groups.get(text(body, 'GroupId'))),
    ExpireTime: COUNT_EXPIRES,
  }),
  'group_open_avchatroom_http_svc.get_members': ({ body, service: { groups, accounts } }) => ({
    MemberList: [...groups.get(text(body, 'GroupId')).members]
      .sort(([, a], [, b]) => b.joinedAt - a.joinedAt)
      .slice(0, LISTED_MEMBERS)
      .map(([userId, { joinedAt }]) => {
        const { nick, avatar } = accounts.get(userId);
        const JoinTime = Math.floor(joinedAt / 1000);
        return { Member_Account: userId, NickName: nick, FaceUrl: avatar, JoinTime, Marks: [] };
      }),
    NextTimestamp: 0,
  }),
};

/** The last messages of a day, when the plan has history and the SDK asks for it; the joiner's own included. */
function historyFor(group: Group, { body, service: { options, context } }: Request): readonly object[] {
  if (!options.features.includes('history') || optionalNumber(body, 'HugeGroupHistoryMsgFlag') !== 1) return [];
  const oldest = (context.clock.now() - HISTORY_MS) / 1000;
  return group.log.entries
    .filter(({ kind, wire }) => kind === 'message' && (wire as { MsgTimeStamp: number }).MsgTimeStamp >= oldest)
    .slice(-HISTORY_MESSAGES)
    .map(({ wire }) => ({ ...wire, IsHistoryMsg: 1 }));
}
