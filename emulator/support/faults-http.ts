// The faults over HTTP, for tests that run in a browser: `/__faults` on the emulator's port, from this machine only.
//   POST {"fault": {…}} → {"id": 1}    POST {"action": {…}} → {"affected": 1}    DELETE → removes all rules
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, FaultAction } from './fault-types.js';
import type { Faults } from './faults.js';
import { isLoopbackAddress, isLoopbackOrigin } from './loopback.js';

export const FAULTS_PATH = '/__faults';

const LIMIT_BYTES = 65_536;
const ON: readonly Fault['on'][] = ['request', 'response', 'push', 'delivery'];

export async function answerFaults(request: IncomingMessage, response: ServerResponse, faults: Faults): Promise<void> {
  const { origin } = request.headers;
  // A page from elsewhere in the developer's browser is on this machine, too: hence the origin.
  if (!isLoopbackAddress(request.socket.remoteAddress) || (origin !== undefined && !isLoopbackOrigin(origin))) {
    return answer(response, 403, { error: 'Faults are planted from this machine only.' });
  }
  if (origin !== undefined) allow(response, origin);
  if (request.method === 'OPTIONS') return answer(response, 204);
  if (request.method === 'DELETE') {
    faults.clear();
    return answer(response, 200, {});
  }
  if (request.method !== 'POST') return answer(response, 405, { error: 'POST or DELETE.' });
  try {
    answer(response, 200, obey(JSON.parse(await bodyOf(request)), faults));
  } catch (error) {
    answer(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function obey(order: unknown, faults: Faults): object {
  const { fault, action } = (order ?? {}) as { fault?: Fault; action?: FaultAction };
  if (fault && ON.includes(fault.on) && typeof fault.do === 'string') return { id: faults.add(fault).id };
  if (action && typeof action.action === 'string') return { affected: faults.perform(action) };
  throw new Error(
    'Expected {"fault": {"on", "do", …}} or {"action": {"action", …}}; see emulator/support/fault-types.',
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new Error('Too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function allow(response: ServerResponse, origin: string): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'POST, DELETE');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('vary', 'origin');
}

function answer(response: ServerResponse, status: number, body?: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body && JSON.stringify(body));
}
