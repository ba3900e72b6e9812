// Groups as such: made, described, changed, dismissed.
import type { CommandTable, Request } from '../command.js';
import { isFields, optionalText, text, withinBytes, type Fields } from '../fields.js';
import type { Group, GroupProfile } from '../group.js';
import { profileDraft } from '../items.js';
import { REFUSALS, Refusal } from '../refusal.js';

const BYTES = { name: 30, introduction: 240, notification: 300, faceUrl: 100 } as const;

/** Our name of a text of the profile, its name in requests and answers, and in the notice of its change. */
const TEXTS = [
  { key: 'name', field: 'Name', news: 'GroupName' },
  { key: 'introduction', field: 'Introduction', news: 'GroupIntroduction' },
  { key: 'notification', field: 'Notification', news: 'GroupNotification' },
  { key: 'faceUrl', field: 'FaceUrl', news: 'GroupFaceUrl' },
] as const;

const TYPE = 'AVChatRoom';

export const groupCommands: CommandTable = {
  'group_open_http_svc.create_group': ({ body, session, service }) => {
    if (text(body, 'Type') !== TYPE) throw new Refusal(10004, 'the emulator has AVChatRooms only');
    const profile = { name: '', introduction: '', notification: '', faceUrl: '', muteAll: false, ...textsOf(body) };
    const group = service.groups.create(optionalText(body, 'GroupId') || undefined, session.userId, profile);
    return { GroupId: group.id, Type: group.type, HugeGroupFlag: 1 };
  },
  'group_open_http_svc.get_group_self_member_info': (request) => ({
    GroupInfo: groupIds(request.body).map((id) => {
      const group = request.service.groups.find(id);
      return group ? describe(group, request) : { GroupId: id, ErrorCode: 10010, ErrorInfo: REFUSALS[10010] };
    }),
  }),
  'group_open_http_svc.modify_group_base_info': ({ body, session, service }) => {
    const { groups, delivery, accounts } = service;
    const group = groups.getAsOwner(text(body, 'GroupId'), session.userId);
    const given = textsOf(body);
    const muteAll = optionalText(body, 'ShutUpAllMember');
    group.profile = { ...group.profile, ...given, ...(muteAll !== undefined && { muteAll: muteAll === 'On' }) };
    const news = Object.fromEntries(TEXTS.flatMap(({ key, news }) => (key in given ? [[news, given[key]]] : [])));
    const muted = muteAll === undefined ? {} : { ShutupAll: muteAll === 'On' ? 1 : 0 };
    delivery.deliver(group, profileDraft(accounts.get(session.userId), { ...news, ...muted }));
    return {};
  },
  'group_open_http_svc.destroy_group': ({ body, session, service: { groups } }) => {
    groups.dismiss(groups.getAsOwner(text(body, 'GroupId'), session.userId), session.userId);
    return {};
  },
};

/** The texts that a request carries, each within its limit. */
function textsOf(body: Fields): Partial<GroupProfile> {
  return Object.fromEntries(
    TEXTS.flatMap(({ key, field }) => {
      const value = optionalText(body, field);
      return value === undefined ? [] : [[key, withinBytes(value, BYTES[key], field)]];
    }),
  );
}

/** Ids come as texts or as objects with a GroupId. */
function groupIds(body: Fields): readonly string[] {
  const ids = body['GroupIdList'];
  if (!Array.isArray(ids)) throw new Refusal(10004, 'GroupIdList is missing');
  return ids.map((id: unknown) => (isFields(id) ? text(id, 'GroupId') : String(id)));
}

function describe(group: Group, { session }: Request): object {
  const { name, introduction, notification, faceUrl, muteAll } = group.profile;
  const { userId } = session;
  const member = group.members.get(userId);
  const createdAt = Math.floor(group.createdAt / 1000);
  const self = {
    Member_Account: userId,
    Role: group.isOwnedBy(userId) ? 'Owner' : 'Member',
    JoinTime: member ? Math.floor(member.joinedAt / 1000) : createdAt,
    MsgSeq: group.nextMessageSeq - 1,
    MsgFlag: 'AcceptAndNotify',
    NameCard: '',
  };
  return {
    GroupId: group.id,
    ErrorCode: 0,
    ErrorInfo: '',
    Type: group.type,
    Name: name,
    Introduction: introduction,
    Notification: notification,
    FaceUrl: faceUrl,
    Owner_Account: group.owner,
    CreateTime: createdAt,
    LastInfoTime: createdAt,
    LastMsgTime: 0,
    InfoSeq: 1,
    NextMsgSeq: group.nextMessageSeq,
    MemberNum: group.members.size,
    MaxMemberNum: 0,
    ApplyJoinOption: 'FreeAccess',
    ShutUpAllMember: muteAll ? 'On' : 'Off',
    AppDefinedData: [],
    MemberList: member || group.isOwnedBy(userId) ? [self] : [],
  };
}
