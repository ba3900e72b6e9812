// Faults on single frames, the same on both halves: requests before the service sees them, and what it sends.
import { pause } from '../../src/core/support/clock.js';
import type { FrameFacts } from './faults.js';
import type { FrameSocket } from './frame-socket.js';
import type { PartContext } from './part.js';

export interface RequestError {
  readonly code: number;
  readonly info: string;
}

/** What becomes of a request: it is carried out once or twice, it is gone, or it is answered with an error. */
export type Fate = 1 | 2 | 'gone' | RequestError;

export async function strikeRequest(
  { faults, clock }: PartContext,
  facts: FrameFacts,
  socket: Pick<FrameSocket, 'kill' | 'freeze'>,
): Promise<Fate> {
  const fault = faults.takeFrame('request', facts);
  switch (fault?.do) {
    case undefined:
      return 1;
    case 'duplicate':
      return 2;
    case 'delay':
      await pause(clock, fault.ms);
      return 1;
    case 'error':
      return { code: fault.code, info: fault.info ?? `Error ${fault.code} by a fault` };
    case 'kill':
      socket.kill();
      return 'gone';
    case 'freeze':
      socket.freeze();
      return 'gone';
    case 'drop':
      return 'gone';
  }
}

/** Lets an answer or a push go out, unless a fault strikes it. */
export function sendStruck(
  { faults, clock }: PartContext,
  on: 'response' | 'push',
  facts: FrameFacts,
  socket: Pick<FrameSocket, 'kill' | 'afterNext'>,
  send: () => void,
): void {
  const fault = faults.takeFrame(on, facts);
  switch (fault?.do) {
    case undefined:
      return send();
    case 'duplicate':
      send();
      return send();
    case 'delay':
      return void clock.after(fault.ms, send);
    case 'reorder':
      return socket.afterNext(send);
    case 'kill':
      return socket.kill();
    case 'drop':
      return undefined;
  }
}
