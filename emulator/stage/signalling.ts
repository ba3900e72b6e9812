// From a frame to its reply: which fault strikes, which command it is, what it answers.
import { sendStruck, strikeRequest, type RequestError } from '../support/struck-frames.js';
import { checkUserSig, USER_SIG_REFUSALS } from '../support/user-sig.js';
import { COMMANDS } from './commands/index.js';
import type { Answer, Session } from './command.js';
import { push } from './pushes.js';
import { Refusal } from './refusal.js';
import type { StageService } from './service.js';
import type { RequestFrame } from './wire.js';

interface Reply {
  readonly code: number;
  readonly message: string;
  readonly answer: Answer;
}

/** 0: welcome. */
type Admission = 0 | -8 | keyof typeof USER_SIG_REFUSALS;

/** Whether somebody may use a socket, or why not. */
export function admission(service: StageService, { user, sdkAppId, userSig }: Session): Admission {
  const { context, expired } = service;
  if (!context.isApp(sdkAppId)) return -8;
  const verdict = checkUserSig(userSig, { ...context, sdkAppId, userId: user, now: context.clock.now() });
  if (!verdict.ok) return verdict.code;
  return expired.has(userSig) ? 70001 : 0;
}

/** The first word on a new socket; a refused one is told nothing else. */
export function welcome({ context }: StageService, { connection }: Session, code: Admission): void {
  const message = code === 0 ? '' : code === -8 ? new Refusal(-8).message : USER_SIG_REFUSALS[code];
  const data = { clientIp: '127.0.0.1', signalInnerIp: '127.0.0.1', svrTime: context.clock.now() };
  push(context, connection, 'setup', code === 0 ? data : {}, { code, message });
}

export async function handle(service: StageService, session: Session, frame: RequestFrame): Promise<void> {
  const { context } = service;
  const { user, connection } = session;
  const { cmd } = frame;
  context.journal.trace({ part: 'stage', direction: 'sent', user, frame });
  session.place?.peer.heard();
  const fate = await strikeRequest(context, { part: 'stage', command: cmd, user }, connection);
  if (fate === 'gone') return;
  // Unlike the chat's, replies have numbers of their own: to an unknown command there is none.
  if (!COMMANDS[cmd]) return context.journal.unknownCommand('stage', cmd);
  const carryOut = async () =>
    reply(service, session, frame, typeof fate === 'object' ? failed(fate) : await outcomeOf(service, session, frame));
  await carryOut();
  if (fate === 2) await carryOut();
}

function failed({ code, info }: RequestError): Reply {
  return { code, message: info, answer: {} };
}

async function outcomeOf(service: StageService, session: Session, { cmd, data }: RequestFrame): Promise<Reply> {
  try {
    const answer = await COMMANDS[cmd]!.run({ data, session, service });
    return { code: 0, message: 'ok', answer };
  } catch (error) {
    if (error instanceof Refusal) return failed({ code: error.code, info: error.message });
    service.context.journal.warn(`${cmd} failed: ${String(error)}`);
    return failed({ code: -1, info: String(error) });
  }
}

function reply(
  { context }: StageService,
  session: Session,
  frame: RequestFrame,
  { code, message, answer }: Reply,
): void {
  const number = COMMANDS[frame.cmd]?.reply;
  const { user, connection, place } = session;
  const body = { cmd: number, code, message, seq: frame.seq, data: answer.data ?? {}, tinyId: place?.peer.tinyId };
  sendStruck(context, 'response', { part: 'stage', command: frame.cmd, user }, connection, () => {
    if (number === undefined) return;
    context.journal.trace({ part: 'stage', direction: 'received', user, frame: body });
    connection.send(body);
  });
  answer.afterwards?.();
}
