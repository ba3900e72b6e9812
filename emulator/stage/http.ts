// What the SDK asks for over HTTP: where to connect, when it is told of no proxy; and where to leave its telemetry.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The scheduling service's own path. */
const SCHEDULE = '/api/v1/config';
/** `loggerProxy` leads here: what the SDK reports about itself is taken and forgotten. */
export const TELEMETRY = '/telemetry';
const TELEMETRY_PATHS: readonly string[] = [TELEMETRY, '/v5/AVQualityReportSvc/C2S'];

export function answerHttp(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
  const answer = url.pathname === SCHEDULE ? scheduleFor(request) : isTelemetry(url) ? {} : undefined;
  if (!answer) return false;
  request.resume();
  response.writeHead(200, {
    'content-type': 'application/json',
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-credentials': 'true',
  });
  response.end(JSON.stringify(answer));
  return true;
}

function isTelemetry({ pathname }: URL): boolean {
  return TELEMETRY_PATHS.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/** "Connect to where you are": whoever led the SDK here leads its socket here, too. */
function scheduleFor({ headers }: IncomingMessage): object {
  return { code: 0, message: '', data: { domains: [headers.host], iceServers: [], config: {} } };
}
