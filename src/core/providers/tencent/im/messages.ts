// What the SDK delivers in our words, and what we say in the SDK's. Pure; ignores what it does not know and never throws.
import type { Person } from '../../../chat/message.js';
import type { ImSignal, SendOptions } from '../../../ports/im-port.js';
import type { Codec, Wire } from '../../../protocol/codec.js';
import type { Command, Priority } from '../../../protocol/commands.js';
import type { Chat, NewMessage, SdkMessage } from './sdk.js';

const GROUP = 'GROUP';
const TEXT = 'TIMTextElem';
const CUSTOM = 'TIMCustomElem';
const TIP = 'TIMGroupTipElem';
const NOTICE = 'TIMGroupSystemNoticeElem';

/** `operationType` of a tip. */
const TIPS = { joined: 1, quit: 2, removed: 3, profile: 6, banned: 10 } as const;
/** `operationType` of a notice. The SDK 3.6 tells of a ban with 21; documents say 10. */
const NOTICES = { removed: 4, dismissed: 5, banned: [10, 21] } as const;

const PRIORITY: Readonly<Record<Priority, string>> = { high: 'High', normal: 'Normal', low: 'Low' };

/** Longest sender's id worth keeping, in UTF-16 units. */
const MAX_ID_LENGTH = 128;

/** What is known where messages are heard. */
export interface Ear {
  readonly room: string;
  /** Own user id: what one does oneself is no news. */
  readonly self: string;
  readonly codec: Codec;
}

/** The room that an item is about; undefined for what is not about one. */
export function roomOf(message: SdkMessage): string | undefined {
  if (message.type !== NOTICE) return message.conversationType === GROUP ? message.to : undefined;
  const { groupID } = fields(fields(message.payload)['groupProfile']);
  return typeof groupID === 'string' ? groupID : undefined;
}

/** What an item of the room means. Empty for own words, and for what is none of ours. */
export function signalsOf(message: SdkMessage, ear: Ear): readonly ImSignal[] {
  if (message.type === TIP) return tipSignals(message, ear);
  if (message.type === NOTICE) return noticeSignals(message);
  const wire = wireOf(message);
  const command = wire && ear.codec.decode(wire);
  if (!command || message.from === ear.self) return [];
  const from = personOf(message.from, message);
  const { sequence: seq } = message;
  return [{ type: 'command', from, command, id: idOf(message), at: message.time * 1000, seq }];
}

/** Whether an item tells that the number of people changed. */
export function changesCount({ type, payload }: SdkMessage): boolean {
  const { operationType } = fields(payload);
  return type === TIP && operationType !== TIPS.profile;
}

/** A message for the SDK to send. Our id travels in `cloudCustomData`, which legacy receivers do not read. */
export function newMessage(
  chat: Chat,
  room: string,
  { codec, command, options }: { codec: Codec; command: Command; options: SendOptions },
): SdkMessage {
  const wire = codec.encode(command);
  const common = {
    to: room,
    conversationType: GROUP,
    priority: PRIORITY[options.priority],
    cloudCustomData: JSON.stringify({ id: options.id }),
  } satisfies Omit<NewMessage<unknown>, 'payload'>;
  if (wire.kind === 'text') return chat.createTextMessage({ ...common, payload: { text: wire.text } });
  const { data, description, extension } = wire;
  return chat.createCustomMessage({ ...common, payload: { data, description, extension } });
}

function wireOf({ type, payload }: SdkMessage): Wire | undefined {
  const { text, data, description, extension } = fields(payload);
  // The codec itself refuses what is not text.
  if (type === TEXT) return { kind: 'text', text: text as string };
  if (type !== CUSTOM) return undefined;
  return {
    kind: 'custom',
    data: data as string,
    description: description as string,
    extension: extension as string,
  };
}

/** The sender's id for a message; the SDK's where the sender gave none, as legacy clients do. */
function idOf({ cloudCustomData, ID }: SdkMessage): string {
  try {
    const { id } = fields(JSON.parse(cloudCustomData || '{}'));
    return typeof id === 'string' && id !== '' && id.length <= MAX_ID_LENGTH ? id : ID;
  } catch {
    return ID;
  }
}

function tipSignals(message: SdkMessage, { self }: Ear): readonly ImSignal[] {
  const { operationType, newGroupProfile } = fields(message.payload);
  switch (operationType) {
    case TIPS.profile: {
      const { introduction } = fields(newGroupProfile);
      return typeof introduction === 'string' ? [{ type: 'profile-changed', record: introduction }] : [];
    }
    case TIPS.joined:
      return movements(message, 'joined', self);
    case TIPS.quit:
      return movements(message, 'left', self);
    case TIPS.removed:
    case TIPS.banned:
      return peopleIn(message).includes(self)
        ? [{ type: 'kicked', code: operationType === TIPS.banned ? 'banned' : 'kicked' }]
        : movements(message, 'left', self);
    default:
      return [];
  }
}

function movements(message: SdkMessage, type: 'joined' | 'left', self: string): readonly ImSignal[] {
  const { memberList } = fields(message.payload);
  const known = Array.isArray(memberList) ? memberList.map(fields) : [];
  return peopleIn(message)
    .filter((userId) => userId !== self)
    .map((userId) => {
      const person = personOf(userId, known.find(({ userID }) => userID === userId) ?? {});
      return { type, person, id: `${message.ID}/${userId}`, at: message.time * 1000 };
    });
}

/** Whom a tip is about. */
function peopleIn({ payload }: SdkMessage): readonly string[] {
  const { userIDList } = fields(payload);
  return Array.isArray(userIDList) ? userIDList.filter((id): id is string => typeof id === 'string') : [];
}

function noticeSignals({ payload }: SdkMessage): readonly ImSignal[] {
  const { operationType } = fields(payload);
  if (operationType === NOTICES.dismissed) return [{ type: 'dismissed' }];
  const isBan = (NOTICES.banned as readonly unknown[]).includes(operationType);
  if (isBan) return [{ type: 'kicked', code: 'banned' }];
  return operationType === NOTICES.removed ? [{ type: 'kicked', code: 'kicked' }] : [];
}

function personOf(id: string, { nick, avatar }: { readonly nick?: unknown; readonly avatar?: unknown }): Person {
  const name = typeof nick === 'string' && nick !== '' ? nick : id;
  return { id, name, ...(typeof avatar === 'string' && avatar !== '' && { avatar }) };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
