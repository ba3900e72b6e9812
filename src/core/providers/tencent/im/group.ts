// What is asked about a group: made, read, written, counted. Reject with a RoomError, where they are not said to never do.
import type { RoomProfile } from '../../../ports/im-port.js';
import { RoomError } from '../../../errors/room-error.js';
import { byteLength } from '../../../support/text.js';
import { isDone } from './errors.js';
import type { Login } from './login.js';
import type { SdkGroup } from './sdk.js';

const TYPE = 'AVChatRoom';
/** Most bytes of a group's name and of its introduction. Source: the service's limits. */
const MAX_BYTES = { name: 30, introduction: 240 } as const;

/** Makes the group; its being this person's already is success. Whoever makes one is not in it yet. Codes: room-taken. */
export async function createGroup(login: Login, groupID: string): Promise<void> {
  // Room ids are ASCII: a character is a byte.
  const options = { type: TYPE, name: groupID.slice(0, MAX_BYTES.name), groupID };
  try {
    await login.call('open', (chat) => chat.createGroup(options));
  } catch (error) {
    if (!(error instanceof RoomError) || !isDone(error.cause, 'open')) throw error;
  }
}

export async function readGroup(login: Login, groupID: string): Promise<SdkGroup> {
  const { data } = await login.call('read', (chat) => chat.getGroupProfile({ groupID }));
  return data.group;
}

/** Codes: not-owner. */
export async function writeRecord(login: Login, groupID: string, record: string): Promise<void> {
  const bytes = byteLength(record);
  if (bytes > MAX_BYTES.introduction) {
    const most = MAX_BYTES.introduction;
    throw new RoomError('internal', `The record has ${bytes} bytes; the service takes ${most} at most.`);
  }
  await login.call('write', (chat) => chat.updateGroupProfile({ groupID, introduction: record }));
}

export function profileOf({ ownerID, introduction = '' }: SdkGroup, ownerName = ''): RoomProfile {
  return { owner: ownerID, record: introduction, ...(ownerName && { ownerName }) };
}

/** The name that people see, empty when there is none; undefined when that cannot be found out. Never rejects. */
export async function nameOf(login: Login, userID: string): Promise<string | undefined> {
  const asked = login.call('read', (chat) => chat.getUserProfile({ userIDList: [userID] }));
  const answer = await asked.catch(() => undefined);
  return answer && (answer.data[0]?.nick ?? '');
}

/** Whether nobody but the owner may speak; false when that cannot be found out. Never rejects. */
export async function isAllMuted(login: Login, groupID: string): Promise<boolean> {
  const group = await readGroup(login, groupID).catch(() => undefined);
  return group?.muteAllMembers === true;
}

/**
 * How many are in the room; undefined when that cannot be found out. Never rejects. Tips bring the number to the SDK, which
 * then has it at hand; otherwise it asks the service, at most once in a while.
 */
export async function countPeople(login: Login, groupID: string): Promise<number | undefined> {
  const asked = login.call('read', (chat) => chat.getGroupOnlineMemberCount(groupID));
  const answer = await asked.catch(() => undefined);
  return answer?.data.memberCount;
}
