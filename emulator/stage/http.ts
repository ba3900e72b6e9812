// What the SDK asks for over HTTP: where to connect, when it is told of no proxy; and where to leave its telemetry.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAnybody, bodyOf } from '../support/http.js';
import type { Outages } from '../support/outages.js';
import { strikeRequest, type Fate } from '../support/struck-frames.js';
import type { StageService } from './service.js';

/** The scheduling service's own path. */
const SCHEDULE = '/api/v1/config';
/** `loggerProxy` leads here: what the SDK reports about itself is taken and forgotten. */
export const TELEMETRY = '/telemetry';
const TELEMETRY_PATHS: readonly string[] = [TELEMETRY, '/v5/AVQualityReportSvc/C2S'];

interface Links {
  readonly service: StageService;
  readonly outages: Outages;
}

export function answerHttp(request: IncomingMessage, response: ServerResponse, url: URL, links: Links): boolean {
  if (url.pathname === SCHEDULE && request.method === 'POST') void schedule(request, response, links);
  else if (isTelemetry(url) || url.pathname === SCHEDULE) answerAnybody(request, response, {});
  else return false;
  return true;
}

function isTelemetry({ pathname }: URL): boolean {
  return TELEMETRY_PATHS.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

async function schedule(request: IncomingMessage, response: ServerResponse, links: Links): Promise<void> {
  const { context, options } = links.service;
  const user = userIn(await bodyOf(request).catch(() => ''));
  context.journal.trace({ part: 'stage', direction: 'sent', user, frame: { cmd: 'schedule' } });
  const outage = links.outages.of(user);
  const gone = { kill: () => void request.socket.destroy(), freeze: () => undefined };
  if (outage === 'refused') return gone.kill();
  const fate: Fate =
    outage === 'silent' ? 'gone' : await strikeRequest(context, { part: 'stage', command: 'schedule', user }, gone);
  if (fate === 'gone') return;
  if (typeof fate === 'object') return answerAnybody(request, response, { code: fate.code, msg: fate.info });
  // By default "connect to where you are": whoever led the SDK here leads its socket here, too.
  const domains = options.signalHosts.length > 0 ? options.signalHosts : [request.headers.host];
  answerAnybody(request, response, { code: 0, message: '', data: { domains, iceServers: [], config: {} } });
}

/** The SDK asks with a form; of what is in it only the user matters here. */
function userIn(form: string): string | undefined {
  return /name="userId"\r\n\r\n([^\r\n]*)\r\n/.exec(form)?.[1];
}
