// All groups, and the comings and goings between them: a web user sits in one AVChatRoom at a time.
import type { Clock, Random } from '../../src/core/support/clock.js';
import type { Accounts } from './accounts.js';
import type { Delivery } from './delivery.js';
import { Group, type GroupProfile } from './group.js';
import { dismissedDraft, memberInfo, tipDraft } from './items.js';
import { Refusal } from './refusal.js';
import type { Session, Sessions } from './sessions.js';

const ID = /^(?!@TGS#)[\x20-\x7e]{1,48}$/;

/** How long the online count in a tip may be used, in seconds. */
const COUNT_EXPIRES = 60;

export interface GroupsParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly random: Random;
  readonly messagesPerSecond: number;
}

export class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #parts: GroupsParts;

  constructor(parts: GroupsParts) {
    this.#parts = parts;
  }

  /** `id` undefined = the service makes one up. */
  create(id: string | undefined, owner: string, profile: GroupProfile): Group {
    // The code for an id that breaks the rules is a guess.
    if (id !== undefined && !ID.test(id)) throw new Refusal(10015, id);
    const known = id !== undefined && this.#groups.get(id);
    if (known) throw new Refusal(known.isOwnedBy(owner) ? 10025 : 10021);
    const { clock, random, messagesPerSecond } = this.#parts;
    const group = new Group({ id: id ?? this.#freshId(), owner, profile, messagesPerSecond, clock, random });
    this.#groups.set(group.id, group);
    return group;
  }

  find(id: string): Group | undefined {
    return this.#groups.get(id);
  }

  /** Refuses with 10010 when there is none, or no longer. */
  get(id: string): Group {
    const group = this.#groups.get(id);
    if (!group) throw new Refusal(10010);
    return group;
  }

  getAsOwner(id: string, userId: string): Group {
    const group = this.get(id);
    if (!group.isOwnedBy(userId)) throw new Refusal(10007, 'only the owner may do that');
    return group;
  }

  getAsMember(id: string, userId: string): Group {
    const group = this.get(id);
    if (!group.members.has(userId)) throw new Refusal(10007, 'only members may do that');
    return group;
  }

  join(group: Group, session: Session): void {
    const { userId } = session;
    for (const other of this.#groups.values())
      if (other !== group && other.members.has(userId)) this.leave(other, userId);
    const isNew = !group.members.has(userId);
    group.members.set(userId, { session, joinedAt: this.#parts.clock.now() });
    if (isNew) this.#tip(group, 'join', userId, [userId], { GroupJoinType: 1 });
  }

  leave(group: Group, userId: string): void {
    if (group.members.delete(userId)) this.#tip(group, 'quit', userId, [userId]);
  }

  /** The session has ended: it is in no group any more. `silently` when the same user comes back at once. */
  leaveAll(session: Session, silently: boolean): void {
    for (const group of this.#groups.values()) {
      if (group.members.get(session.userId)?.session !== session) continue;
      if (silently) group.members.delete(session.userId);
      else this.leave(group, session.userId);
    }
  }

  ban(group: Group, operator: string, userIds: readonly string[], seconds: number): void {
    for (const userId of userIds) {
      group.ban(userId, seconds);
      group.members.delete(userId);
    }
    const banned = userIds.map((userId) => ({ User_Account: userId }));
    this.#tip(group, 'ban', operator, userIds, { MsgMemberExtraInfo: banned });
  }

  /** From now on the group does not exist; those who still poll it find the notice. */
  dismiss(group: Group, operator: string): void {
    this.#groups.delete(group.id);
    group.dismissed = true;
    this.#parts.delivery.deliver(group, dismissedDraft(operator));
  }

  /** How many members are there: those with a connection, and those who lost it a moment ago. */
  onlineCount(group: Group): number {
    return [...group.members.values()].filter(({ session }) => this.#parts.sessions.isOnline(session)).length;
  }

  #tip(
    group: Group,
    operation: 'join' | 'quit' | 'ban',
    operator: string,
    userIds: readonly string[],
    body: object = {},
  ): void {
    const { accounts, delivery } = this.#parts;
    const draft = tipDraft(operation, accounts.get(operator), {
      List_Account: userIds,
      MsgMemberExtraInfo: userIds.map((userId) => memberInfo(accounts.get(userId))),
      MemberNum: group.members.size,
      OnlineMemberInfo: { OnlineMemberNum: this.onlineCount(group), ExpireTime: COUNT_EXPIRES },
      ...body,
    });
    delivery.deliver(group, draft);
  }

  #freshId(): string {
    const secret = Math.floor(this.#parts.random() * Number.MAX_SAFE_INTEGER);
    return `@TGS#a${secret.toString(36).toUpperCase()}`;
  }
}
