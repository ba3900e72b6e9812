// What an owner does to members: mute, ban.
import { ban } from '../banning.js';
import type { CommandTable } from '../command.js';
import { number, optionalNumber, optionalText, text, texts } from '../fields.js';
import { tipDraft } from '../items.js';
import { Refusal } from '../refusal.js';

export const moderationCommands: CommandTable = {
  'group_open_http_svc.modify_group_member_info': ({ body, session, service }) => {
    const { groups, accounts, delivery, options } = service;
    const group = groups.getAsOwner(text(body, 'GroupId'), session.userId);
    const seconds = optionalNumber(body, 'ShutUpTime');
    if (seconds === undefined) return {};
    const userId = text(body, 'Member_Account');
    group.mute(userId, seconds);
    const muted = [{ User_Account: userId, ShutupTime: seconds }];
    const operator = accounts.get(session.userId);
    if (options.muteTips) delivery.deliver(group, tipDraft('mute', operator, { MsgMemberInfo: muted }));
    return {};
  },
  'group_open_http_svc.ban_group_member': ({ body, session, service }) => {
    const operator = session.userId;
    const group = service.groups.getAsOwner(text(body, 'GroupId'), operator);
    const seconds = number(body, 'Duration');
    const description = optionalText(body, 'Description') ?? '';
    const userIds = texts(body, 'Members_Account');
    if (userIds.includes(operator)) throw new Refusal(10004, 'the owner cannot be banned');
    ban(service, group, userIds, { operator, seconds, description });
    return {};
  },
};
