// Staying in touch, logging in and out.
import { checkUserSig } from '../../support/user-sig.js';
import type { CommandTable, OpenCommandTable, OpenRequest } from '../command.js';
import { forgetLost, logOut, makeRoom } from '../ending.js';
import { purchaseBits } from '../features.js';
import { Refusal } from '../refusal.js';
import type { Session } from '../sessions.js';

export const openConnectionCommands: OpenCommandTable = {
  'heartbeat.alive': () => ({}),
  'im_open_status.wslogin': (request) => {
    const { service, connection } = request;
    const session = signIn(request);
    service.sessions.attach(session, connection);
    return loginAnswer(request, session);
  },
  'imopenstat.tim_web_report_v2': () => ({}),
};

export const connectionCommands: CommandTable = {
  'im_open_status.wshello': () => ({}),
  'im_open_status.wslogout': ({ service, session }) => {
    logOut(service, session);
    return {};
  },
  'openim.ws_msg_push_ack': () => undefined,
};

/** A page that comes back shows its A2Key, a new one its UserSig. */
function signIn({ head, service }: OpenRequest): Session {
  const { context, sessions, accounts } = service;
  if (head.a2 !== undefined) {
    const known = sessions.find(head.a2);
    // Not known, for instance after a restart of the emulator: fresh credentials help. (Invented.)
    if (!known) throw new Refusal(70001);
    return known;
  }
  const { identifier = '', usersig = '', sdkappid = NaN } = head;
  if (!context.isApp(sdkappid)) throw new Refusal(70014, `${sdkappid} is not ${context.sdkAppId}`);
  const verdict = checkUserSig(usersig, {
    ...context,
    sdkAppId: sdkappid,
    userId: identifier,
    now: context.clock.now(),
  });
  if (!verdict.ok) throw new Refusal(verdict.code);
  forgetLost(service);
  makeRoom(service, identifier);
  return sessions.open(accounts.get(identifier), verdict.expiresAt);
}

function loginAnswer({ service }: OpenRequest, { a2, tinyId, instanceId }: Session): object {
  const { options, context } = service;
  return {
    A2Key: a2,
    TinyId: tinyId,
    InstId: instanceId,
    HelloInterval: options.helloInterval,
    TimeStamp: Math.floor(context.clock.now() / 1000),
    CustomStatus: '',
    PurchaseBits: purchaseBits(options.features),
    RichMsgAuthKey: '',
  };
}
