// Faults on single frames: requests before the service sees them, answers after it has acted.
import { pause } from '../../src/core/support/clock.js';
import type { PartContext } from '../support/part.js';
import type { Connection } from './connection.js';
import type { Frame } from './frames.js';

/** `gone` = the service never sees the request; fields = it is answered with these; undefined = it passes. */
export async function strikeRequest(
  { faults, clock }: PartContext,
  connection: Connection,
  frame: Frame,
  user: string | undefined,
): Promise<'gone' | object | undefined> {
  const fault = faults.takeFrame('request', { part: 'chat', command: nameOf(frame), user });
  if (!fault) return undefined;
  if (fault.do === 'delay') {
    await pause(clock, fault.ms);
    return undefined;
  }
  if (fault.do === 'error') {
    return { ActionStatus: 'FAIL', ErrorCode: fault.code, ErrorInfo: fault.info ?? `Error ${fault.code} by a fault` };
  }
  if (fault.do === 'kill') connection.kill();
  if (fault.do === 'freeze') connection.freeze();
  return 'gone';
}

export function replyWith(
  { faults, clock, journal }: PartContext,
  connection: Connection,
  frame: Frame,
  user: string | undefined,
  body: object,
): void {
  const reply = { head: { servcmd: frame.head.servcmd, seq: frame.head.seq }, body };
  const send = () => {
    journal.trace({ part: 'chat', direction: 'received', user, frame: reply });
    connection.send(reply);
  };
  const fault = faults.takeFrame('response', { part: 'chat', command: nameOf(frame), user });
  if (fault?.do === 'drop') return;
  if (fault?.do === 'kill') return connection.kill();
  if (fault?.do === 'delay') return void clock.after(fault.ms, send);
  send();
  if (fault?.do === 'duplicate') send();
}

function nameOf({ head }: Frame): string {
  return head.servcmd.split('.').at(-1) ?? '';
}
