// One AVChatRoom: its profile, who is in it, and what it has delivered. A dismissed one is kept by those who still poll.
import type { Clock, Random } from '../../src/core/support/clock.js';
import { Attributes } from './attributes.js';
import { Counters } from './counters.js';
import { GroupLog } from './group-log.js';
import type { Draft } from './items.js';
import { MessageLimit } from './limits.js';
import type { Session } from './sessions.js';

export interface GroupProfile {
  readonly name: string;
  readonly introduction: string;
  readonly notification: string;
  readonly faceUrl: string;
  readonly muteAll: boolean;
}

export interface Member {
  readonly session: Session;
  /** In ms since 1970. */
  readonly joinedAt: number;
}

export interface GroupSetup {
  readonly id: string;
  readonly owner: string;
  readonly profile: GroupProfile;
  readonly messagesPerSecond: number;
  readonly clock: Clock;
  readonly random: Random;
}

const TYPE = 'AVChatRoom';

export class Group {
  readonly id: string;
  readonly type = TYPE;
  readonly owner: string;
  readonly createdAt: number;
  readonly members = new Map<string, Member>();
  readonly attributes: Attributes;
  readonly counters = new Counters();
  readonly limit: MessageLimit;
  readonly log = new GroupLog();
  profile: GroupProfile;
  dismissed = false;
  readonly #mutedUntil = new Map<string, number>();
  readonly #bannedUntil = new Map<string, number>();
  readonly #clock: Clock;
  readonly #random: Random;
  #messageSeq = 0;

  constructor({ id, owner, profile, messagesPerSecond, clock, random }: GroupSetup) {
    this.id = id;
    this.owner = owner;
    this.profile = profile;
    this.createdAt = clock.now();
    this.attributes = new Attributes(clock);
    this.limit = new MessageLimit(clock, messagesPerSecond);
    this.#clock = clock;
    this.#random = random;
  }

  /** The number the next message gets. */
  get nextMessageSeq(): number {
    return this.#messageSeq + 1;
  }

  isOwnedBy(userId: string): boolean {
    return this.owner === userId;
  }

  mute(userId: string, seconds: number): void {
    this.#mutedUntil.set(userId, this.#clock.now() + seconds * 1000);
  }

  isMuted(userId: string): boolean {
    if (this.profile.muteAll && !this.isOwnedBy(userId)) return true;
    return this.#clock.now() < (this.#mutedUntil.get(userId) ?? 0);
  }

  ban(userId: string, seconds: number): void {
    this.#bannedUntil.set(userId, this.#clock.now() + seconds * 1000);
  }

  isBanned(userId: string): boolean {
    return this.#clock.now() < (this.#bannedUntil.get(userId) ?? 0);
  }

  /** Gives a draft what every item has: number, time, a random id of its own and the group. */
  stamp(draft: Draft): Draft & { readonly wire: { readonly MsgSeq: number; readonly MsgTimeStamp: number } } {
    const seconds = Math.floor(this.#clock.now() / 1000);
    const wire = {
      ToGroupId: this.id,
      MsgRandom: Math.floor(this.#random() * 0xffff_ffff),
      MsgClientTime: seconds,
      MsgPriority: 2,
      IsPlaceMsg: 0,
      IsSystemMsg: 0,
      GroupInfo: { GroupId: this.id, GroupName: this.profile.name, GroupType: this.type, To_Account: this.id },
      ...draft.wire,
      MsgSeq: ++this.#messageSeq,
      MsgTimeStamp: seconds,
    };
    return { ...draft, wire };
  }
}
