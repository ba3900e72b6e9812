// The faults over HTTP, for tests that run in a browser: `/__faults` on the emulator's port, from this machine only.
//   POST {"fault": {…}} → {"id": 1}    POST {"action": {…}} → {"affected": 1}    DELETE → removes all rules
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, FaultAction } from './fault-types.js';
import type { Faults } from './faults.js';
import { bodyOf } from './http.js';
import { isLoopbackAddress, isLoopbackOrigin } from './addresses.js';

export const FAULTS_PATH = '/__faults';

/** What a rule may do, by what it waits for. */
const DO: { readonly [On in Fault['on']]: Readonly<Record<Extract<Fault, { on: On }>['do'], true>> } = {
  request: { drop: true, duplicate: true, delay: true, error: true, kill: true, freeze: true },
  response: { drop: true, duplicate: true, reorder: true, delay: true, kill: true },
  push: { drop: true, duplicate: true, reorder: true, delay: true, kill: true },
  delivery: { drop: true, duplicate: true, reorder: true, delay: true },
};
const ACTIONS: Readonly<Record<FaultAction['action'], true>> = {
  'kill-socket': true,
  'cut-off': true,
  'black-hole': true,
  mend: true,
  freeze: true,
  thaw: true,
  'expire-signature': true,
  kick: true,
  ban: true,
  dismiss: true,
  impair: true,
  repair: true,
};

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
  if (fault && Object.hasOwn(DO, fault.on) && Object.hasOwn(DO[fault.on], fault.do) && isComplete(fault))
    return { id: faults.add(fault).id };
  if (action && Object.hasOwn(ACTIONS, action.action)) return { affected: faults.perform(action) };
  throw new Error(
    'Expected {"fault": {"on", "do", …}} or {"action": {"action", …}}; see emulator/support/fault-types.',
  );
}

/** Whether a rule says how long, or with which code. */
function isComplete(fault: Fault): boolean {
  if (fault.do === 'delay') return Number.isFinite(fault.ms);
  return fault.do !== 'error' || Number.isInteger(fault.code);
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
