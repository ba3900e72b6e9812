// The faults that happen at once and mean the same on both halves: to sockets, and to those who have none.
import type { FaultAction, SocketAction } from './fault-types.js';
import type { FrameSocket } from './frame-socket.js';
import type { Outages } from './outages.js';

type OtherAction = Exclude<FaultAction, SocketAction>;

/** Carries out what is about sockets; what is not, `other` does. Returns on how many things it had an effect. */
export function performOn(
  action: FaultAction,
  { sockets, outages }: { readonly sockets: Iterable<FrameSocket>; readonly outages: Outages },
  other: (action: OtherAction) => number,
): number {
  const each = (act: (socket: FrameSocket) => void, user: string | undefined) => {
    const struck = [...sockets].filter((one) => user === undefined || one.isOf(user));
    struck.forEach(act);
    return struck.length;
  };
  switch (action.action) {
    case 'kill-socket':
      return each((socket) => socket.kill(), action.user);
    case 'cut-off':
      outages.start(action.user, 'refused');
      return each((socket) => socket.kill(), action.user);
    case 'black-hole':
      outages.start(action.user, 'silent');
      return each(() => undefined, action.user);
    case 'mend':
      return outages.stop(action.user);
    case 'freeze':
      return each((socket) => socket.freeze(), action.user);
    case 'thaw':
      return each((socket) => socket.thaw(), action.user);
    default:
      return other(action);
  }
}
