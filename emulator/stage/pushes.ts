// What the service sends unasked. Faults know the pushes by the names here.
import type { PartContext } from '../support/part.js';
import { sendStruck } from '../support/struck-frames.js';
import type { Connection } from './connection.js';
import type { Fields } from './wire.js';

export const PUSH = {
  /** The first word on a new socket: whether the signature is good. */
  setup: 19,
  removed: 9,
  uplink_quality: 22,
  published: 23,
  peer_join: 4134,
  peer_leave: 4135,
  custom_message: 4140,
} as const;

export type PushName = keyof typeof PUSH;

export function push(
  context: PartContext,
  connection: Connection | undefined,
  name: PushName,
  data: Fields,
  { code = 0, message = 'ok' } = {},
): void {
  if (!connection?.open) return;
  const { user } = connection;
  const frame = { cmd: PUSH[name], code, message, data };
  sendStruck(context, 'push', { part: 'stage', command: name, user }, connection, () => {
    context.journal.trace({ part: 'stage', direction: 'received', user, frame });
    connection.send(frame);
  });
}
