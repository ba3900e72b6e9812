// The faults that happen at once, carried out on the stage service's sockets and rooms.
import type { FaultAction } from '../support/fault-types.js';
import type { Connection } from './connection.js';
import type { StageService } from './service.js';
import { LEFT, type RemovedReason } from './wire.js';

/** Who cannot open a socket: users by name, or everybody (undefined). */
export type Outages = Set<string | undefined>;

export function perform(
  action: FaultAction,
  service: StageService,
  sessions: ReadonlyMap<Connection, { readonly userSig: string }>,
  outages: Outages,
): number {
  const each = (user: string | undefined, act: (connection: Connection) => void) => {
    const struck = [...sessions.keys()].filter((one) => user === undefined || one.user === user);
    struck.forEach(act);
    return struck.length;
  };
  switch (action.action) {
    case 'kill-socket':
      return each(action.user, (connection) => connection.kill());
    case 'cut-off':
      outages.add(action.user);
      return each(action.user, (connection) => connection.kill());
    case 'mend': {
      const struck = action.user === undefined ? outages.size : Number(outages.has(action.user));
      if (action.user === undefined) outages.clear();
      else outages.delete(action.user);
      return struck;
    }
    case 'freeze':
      return each(action.user, (connection) => connection.freeze());
    case 'thaw':
      return each(action.user, (connection) => connection.thaw());
    case 'expire-signature':
      // Whoever is inside stays: the service checks on entering and on coming back.
      return each(action.user, (connection) => service.expired.add(sessions.get(connection)!.userSig));
    // Group and room are two things of one name: who means the room says so.
    case 'kick':
      return action.part === 'stage' ? removeUser(service, action.user, 'kick') : 0;
    case 'dismiss':
      return action.part === 'stage' ? disband(service, action.group) : 0;
    default:
      return action satisfies never;
  }
}

export function removeUser(service: StageService, user: string, why: RemovedReason): number {
  const places = service.rooms.all.flatMap((room) => {
    const peer = room.peer(user);
    return peer ? [{ room, peer }] : [];
  });
  for (const { room, peer } of places) room.remove(peer, LEFT.kicked, why);
  return places.length;
}

/** Rooms by their name, numbers and strings alike. */
export function disband(service: StageService, id: string): number {
  const rooms = service.rooms.all.filter(({ name }) => name.id === id);
  for (const room of rooms) room.disband();
  return rooms.length;
}
