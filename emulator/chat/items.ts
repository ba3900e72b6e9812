// What a group delivers to its members, before the group has given it a number and a time.
import type { DeliveryKind } from '../support/fault-types.js';
import type { Account } from './accounts.js';
import { ATTRIBUTE_WRITE, type Attribute, type AttributeWrite } from './attributes.js';
import type { Counter } from './counters.js';
import type { Session } from './sessions.js';

export interface Draft {
  readonly kind: DeliveryKind;
  readonly from: string | undefined;
  /** Fields of the item on the wire, besides those that {@link Group} adds to every one. */
  readonly wire: object;
  /** The session that need not hear of it: it knows. */
  readonly notTo?: Session;
  /** Not for this user. */
  readonly except?: string;
  /** For this user only. */
  readonly only?: string;
}

export const SYSTEM = '@TIM#SYSTEM';

const EVENT: Readonly<Record<DeliveryKind, number>> = {
  message: 3,
  tip: 4,
  profile: 6,
  attributes: 6,
  counter: 6,
  dismissed: 5,
};

const OPERATION = { join: 1, quit: 2, mute: 7, ban: 10 } as const;
const GROUP_CHANGED = 6;
const REPORT_DISMISSED = 5;

export function messageDraft(account: Account, fields: object, sender: Session): Draft {
  const wire = { Event: EVENT.message, From_Account: account.userId, TinyId: account.tinyId, ...fields };
  return { kind: 'message', from: account.userId, wire, notTo: sender };
}

export function tipDraft(operation: keyof typeof OPERATION, operator: Account, body: object): Draft {
  const wire = { Event: EVENT.tip, From_Account: SYSTEM };
  const MsgBody = {
    OpType: OPERATION[operation],
    Operator_Account: operator.userId,
    MsgOperatorMemberExtraInfo: memberInfo(operator),
    ...body,
  };
  return { kind: 'tip', from: operator.userId, wire: { ...wire, MsgBody } };
}

export function profileDraft(operator: Account, news: object): Draft {
  return changedDraft('profile', operator.userId, { MsgGroupNewInfo: news });
}

/** Who besides the others hears of a change of attributes is not known; here the writer's own page does not. */
export function attributesDraft(
  session: Session,
  write: AttributeWrite,
  mainSeq: number,
  changed: readonly Attribute[],
): Draft {
  const GroupAttrOption = {
    GroupAttrSeq: mainSeq,
    PushChangedAttrValFlag: 1,
    OperationType: ATTRIBUTE_WRITE[write],
    GroupAttrInfo: changed.map(({ key, value, seq }) => ({ Key: key, Val: value, SubKeySeq: seq })),
  };
  return { ...changedDraft('attributes', session.userId, { MsgGroupNewInfo: { GroupAttrOption } }), notTo: session };
}

export function counterDraft(operator: string, seq: number, counters: readonly Counter[]): Draft {
  const GroupCounterInfo = [{ Type: 0, GroupCounterSeq: seq, GroupCounter: counters }];
  return changedDraft('counter', operator, { GroupCounterInfo });
}

/** That the notice comes by poll and not by push is a guess. */
export function dismissedDraft(operator: string): Draft {
  const MsgBody = {
    ReportType: REPORT_DISMISSED,
    Operator_Account: operator,
    MsgKey: 0,
    RemarkInfo: '',
    Authentication: '',
  };
  const wire = { Event: EVENT.dismissed, From_Account: SYSTEM, IsSystemMsg: 1, MsgBody };
  return { kind: 'dismissed', from: operator, wire };
}

export function memberInfo({ userId, nick, avatar }: Account): object {
  return { User_Account: userId, NickName: nick, ImageUrl: avatar };
}

function changedDraft(kind: 'profile' | 'attributes' | 'counter', operator: string, body: object): Draft {
  const MsgBody = { OpType: GROUP_CHANGED, Operator_Account: operator, ...body };
  return { kind, from: operator, wire: { Event: EVENT[kind], From_Account: SYSTEM, MsgBody } };
}
