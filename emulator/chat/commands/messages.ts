// Sending to a group, and the poll by which its members receive.
import type { CommandTable, Request } from '../command.js';
import { isFields, list, number, optionalNumber, optionalText, text, type Fields } from '../fields.js';
import type { Group } from '../group.js';
import { messageDraft } from '../items.js';
import { priorityOf } from '../limits.js';
import { Refusal } from '../refusal.js';

const MESSAGE_BYTES = 12 * 1024;
/** A message with the same sender and Random within this time is the same message. */
const SAME_MS = 5 * 60_000;

export const messageCommands: CommandTable = {
  'group_open_http_svc.send_group_msg': (request) => {
    const { body, session, service } = request;
    const group = service.groups.getAsMember(text(body, 'GroupId'), session.userId);
    const known = sentBefore(request);
    if (known) return known;
    if (group.isMuted(session.userId)) throw new Refusal(10017);
    checkContent(request);
    const answer = send(request, group);
    service.sent.set(sentKey(request), { at: service.context.clock.now(), answer });
    return answer;
  },
  'group_open_long_polling_http_svc.get_msg': ({ body, session, service }) => {
    const answer = service.polls.poll(session, text(body, 'Key'), optionalNumber(body, 'StartSeq') ?? 0);
    // After an error the SDK waits two seconds before it polls again.
    if (!answer) throw new Refusal(10007, 'no member under this key');
    return answer;
  },
};

/** Over the limit the message is dropped, and its sender told of success. */
function send({ body, session, service }: Request, group: Group): object {
  const account = service.accounts.get(session.userId);
  const priority = priorityOf(optionalText(body, 'MsgPriority'));
  const draft = messageDraft(
    account,
    {
      MsgRandom: number(body, 'Random'),
      ClientSeq: body['ClientSeq'],
      MsgClientTime: body['MsgClientTime'],
      MsgPriority: priority,
      MsgBody: list(body, 'MsgBody'),
      CloudCustomData: optionalText(body, 'CloudCustomData') ?? '',
      GroupInfo: {
        GroupId: group.id,
        GroupName: group.profile.name,
        GroupType: group.type,
        From_Account: account.userId,
        From_AccountNick: account.nick,
        From_AccountHeadurl: account.avatar,
      },
    },
    session,
  );
  const told = group.limit.admits(priority) ? service.delivery.deliver(group, draft) : group.stamp(draft).wire;
  return { MsgTime: told.MsgTimeStamp, MsgSeq: told.MsgSeq };
}

function checkContent({ body, service: { options } }: Request): void {
  const elements = list(body, 'MsgBody');
  const size =
    Buffer.byteLength(JSON.stringify(elements)) + Buffer.byteLength(optionalText(body, 'CloudCustomData') ?? '');
  if (size > MESSAGE_BYTES) throw new Refusal(80002, `${size} bytes`);
  const said = elements.map(textIn).join('\n');
  if (options.forbiddenWords.some((word) => said.includes(word))) throw new Refusal(80001);
}

function textIn({ MsgContent: content }: Fields): string {
  return isFields(content) && typeof content['Text'] === 'string' ? content['Text'] : '';
}

/** After a reconnect the SDK sends again what was not answered. */
function sentBefore(request: Request): object | undefined {
  const { sent, context } = request.service;
  const oldest = context.clock.now() - SAME_MS;
  for (const [key, { at }] of sent) {
    // In the order of time: the first that is young enough ends it.
    if (at >= oldest) break;
    sent.delete(key);
  }
  return sent.get(sentKey(request))?.answer;
}

function sentKey({ body, session }: Request): string {
  return `${text(body, 'GroupId')} ${session.userId} ${number(body, 'Random')}`;
}
