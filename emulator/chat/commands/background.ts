// What the SDK fetches by itself after logging in. The emulator has no friends, no history and no conversations: each
// answer is the last page of an empty list. The terminators matter: without them the SDK asks again as fast as it can.
import type { CommandTable } from '../command.js';

export const backgroundCommands: CommandTable = {
  'sns.black_list_get': () => ({ StartIndex: 0, CurruentSequence: 0, BlackListItem: [] }),
  'recentcontact.page_get': () => ({
    CompleteFlag: 1,
    SessionItem: [],
    TimeStamp: 0,
    StartIndex: 0,
    TopTimeStamp: 0,
    TopStartIndex: 0,
  }),
  'openim.getmsg': () => ({ SyncFlag: 2, Cookie: '', MsgList: [] }),
  'group_open_http_svc.get_joined_group_list': () => ({ TotalCount: 0, GroupIdList: [] }),
  'sns.friend_get': () => ({ FriendNum: 0, CompleteFlag: 1, NextStartIndex: 0, UserDataItem: [] }),
  'sns.group_get': () => ({ ResultItem: [], CurrentSequence: 0 }),
  'sns.pendency_get': () => ({ PendencyItem: [], UnreadPendencyCount: 0, StartTime: 0, CurrentSequence: 0 }),
  'recentcontact.get_contact_group': () => ({ GroupItem: [], CompleteFlag: 1 }),
  'recentcontact.search_contact_group': () => ({}),
};
