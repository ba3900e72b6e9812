// From a frame to its reply: which fault strikes, which command it is, what it answers.
import { pause } from '../../src/core/support/clock.js';
import { COMMANDS } from './commands/index.js';
import type { Answer, Session } from './command.js';
import { push } from './pushes.js';
import { Refusal } from './refusal.js';
import type { StageService } from './service.js';
import { checkUserSig, USER_SIG_REFUSALS } from '../support/user-sig.js';
import type { RequestFrame } from './wire.js';

interface Reply {
  readonly code: number;
  readonly message: string;
  readonly answer: Answer;
}

/** The first word on a new socket; a refused one says nothing else. Returns whether it is good. */
export function welcome(service: StageService, session: Session, sdkAppId: number): boolean {
  const { context, expired } = service;
  const now = context.clock.now();
  const { user, userSig, connection } = session;
  const verdict = checkUserSig(userSig, { ...context, userId: user, now });
  const code = sdkAppId !== context.sdkAppId ? -8 : !verdict.ok ? verdict.code : expired.has(userSig) ? 70001 : 0;
  const message = code === 0 ? '' : code === -8 ? new Refusal(-8).message : USER_SIG_REFUSALS[code];
  const data = { clientIp: '127.0.0.1', signalInnerIp: '127.0.0.1', svrTime: now };
  push(context, connection, 'setup', code === 0 ? data : {}, { code, message });
  return code === 0;
}

export async function handle(service: StageService, session: Session, frame: RequestFrame): Promise<void> {
  const { context } = service;
  const { user, connection } = session;
  const { cmd } = frame;
  context.journal.trace({ part: 'stage', direction: 'sent', user, frame });
  session.place?.peer.heard();
  const fault = context.faults.takeFrame('request', { part: 'stage', command: cmd, user });
  if (fault?.do === 'delay') await pause(context.clock, fault.ms);
  else if (fault?.do === 'error') {
    return reply(service, session, frame, { code: fault.code, message: fault.info ?? 'by a fault', answer: {} });
  } else if (fault) {
    if (fault.do === 'kill') connection.kill();
    if (fault.do === 'freeze') connection.freeze();
    return;
  }
  // Unlike the chat's, replies have numbers of their own: to an unknown command there is none.
  if (!COMMANDS[cmd]) return context.journal.unknownCommand('stage', cmd);
  reply(service, session, frame, await outcomeOf(service, session, frame));
}

async function outcomeOf(service: StageService, session: Session, { cmd, data }: RequestFrame): Promise<Reply> {
  try {
    const answer = await COMMANDS[cmd]!.run({ data, session, service });
    return { code: 0, message: 'ok', answer };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message, answer: {} };
    service.context.journal.warn(`${cmd} failed: ${String(error)}`);
    return { code: -1, message: String(error), answer: {} };
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
  const send = () => {
    if (number === undefined) return;
    context.journal.trace({ part: 'stage', direction: 'received', user, frame: body });
    connection.send(body);
  };
  const fault = context.faults.takeFrame('response', { part: 'stage', command: frame.cmd, user });
  if (fault?.do === 'kill') connection.kill();
  else if (fault?.do === 'delay') context.clock.after(fault.ms, send);
  else if (fault?.do !== 'drop') send();
  if (fault?.do === 'duplicate') send();
  answer.afterwards?.();
}
