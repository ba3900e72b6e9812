// What the SDK asks for over HTTP when it is told of no proxy: sentences for errors, whether it is online, telemetry.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAnybody } from '../support/http.js';

/** `<code>_<cn|en>:'<sentence>'`, one a line. Without it, and with an empty one, errors carry a code and no sentence. */
const SENTENCES = /^\/im\/download\/error-message\/.*\.txt$/;
const NETCHECK = '/v3/netcheck/getconninfo';
const TELEMETRY = '/v4/imopenstat/tim_web_report_v2';

export function answerHttp(request: IncomingMessage, response: ServerResponse, { pathname }: URL): boolean {
  if (SENTENCES.test(pathname)) answerAnybody(request, response, '');
  else if (pathname === NETCHECK) answerAnybody(request, response, { NetCheckInfo: {} });
  else if (pathname === TELEMETRY)
    answerAnybody(request, response, { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });
  else return false;
  return true;
}
