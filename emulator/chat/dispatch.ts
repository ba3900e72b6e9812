// From a frame to its answer: who asks, which fault strikes, which command it is.
import { sendStruck, strikeRequest } from '../support/struck-frames.js';
import type { Answer, OpenRequest } from './command.js';
import { COMMANDS, OPEN_COMMANDS } from './commands/index.js';
import type { Connection } from './connection.js';
import type { Frame } from './frames.js';
import { Refusal } from './refusal.js';
import type { ChatService } from './service.js';
import { KICK_TYPE, type Session } from './sessions.js';

const LOGIN = 'im_open_status.wslogin';
const LOGOUT = 'im_open_status.wslogout';

export async function dispatch(service: ChatService, connection: Connection, frame: Frame): Promise<void> {
  const { context, sessions } = service;
  const { head, body } = frame;
  const session = head.a2 === undefined ? undefined : sessions.find(head.a2);
  const user = session?.userId ?? head.identifier;
  if (user !== undefined) connection.user = user;
  context.journal.trace({ part: 'chat', direction: 'sent', user, frame });

  const facts = { part: 'chat', command: head.servcmd.split('.').at(-1) ?? '', user } as const;
  const fate = await strikeRequest(context, facts, connection);
  if (fate === 'gone') return;
  const request: OpenRequest = { head, body, connection, service };
  const answer = async () => {
    const fields = typeof fate === 'object' ? failed(fate.code, fate.info) : await outcomeOf(request, session);
    if (!fields) return;
    const reply = { head: { servcmd: head.servcmd, seq: head.seq }, body: fields };
    sendStruck(context, 'response', facts, connection, () => {
      context.journal.trace({ part: 'chat', direction: 'received', user, frame: reply });
      connection.send(reply);
    });
  };
  await answer();
  if (fate === 2) await answer();
}

function failed(code: number, info: string): object {
  return { ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info };
}

async function outcomeOf(request: OpenRequest, session: Session | undefined): Promise<object | undefined> {
  try {
    const answer = await carryOut(request, session);
    return answer && { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...answer };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ...failed(error.code, error.message), ...error.fields };
    }
    request.service.context.journal.warn(`${request.head.servcmd} failed: ${String(error)}`);
    const { code, message } = new Refusal(10002);
    return failed(code, message);
  }
}

function carryOut(request: OpenRequest, session: Session | undefined): Answer {
  const { head, service, connection } = request;
  // The service has some commands twice, the second time for very large communities.
  const servcmd = head.servcmd.replace(/^million_/, '');
  if (session && servcmd !== LOGOUT) checkSession(service, session);
  const open = OPEN_COMMANDS[servcmd];
  if (open) {
    if (session && servcmd === LOGIN && service.options.missedWhileAway === 'lose') service.polls.loseMissed(session);
    return open(request);
  }
  // The code is a guess.
  if (!session) throw new Refusal(60008);
  if (session.connection !== connection) service.sessions.attach(session, connection);
  const command = COMMANDS[servcmd];
  if (command) return command({ ...request, session });
  service.context.journal.unknownCommand('chat', head.servcmd);
  return {};
}

/** The SDK ends itself on these codes, whatever it had asked. That every request is checked is a guess. */
function checkSession(service: ChatService, session: Session): void {
  const { end } = session;
  if (end?.why === 'kicked') throw new Refusal(1002, '', { KickType: KICK_TYPE[end.reason], NewInstInfo: {} });
  if (end || service.sessions.isExpired(session)) throw new Refusal(70001);
}
