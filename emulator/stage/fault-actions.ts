// The faults that happen at once, carried out on the stage service's sockets, rooms and media.
import type { FaultAction } from '../support/fault-types.js';
import type { Outages } from '../support/outages.js';
import { performOn } from '../support/socket-actions.js';
import type { Connection } from './connection.js';
import type { StageService } from './service.js';
import { LEFT, type RemovedReason } from './wire.js';

export function perform(
  action: FaultAction,
  service: StageService,
  {
    sessions,
    outages,
  }: { readonly sessions: ReadonlyMap<Connection, { readonly userSig: string }>; readonly outages: Outages },
): number {
  // Group and room are two things of one name: who means the room says so.
  const meant = action.part === 'stage';
  return performOn(action, { sockets: sessions.keys(), outages }, (other) => {
    switch (other.action) {
      case 'expire-signature': {
        // Whoever is inside stays: the service checks on entering and on coming back.
        const struck = [...sessions].filter(([connection]) => connection.isOf(other.user));
        for (const [, { userSig }] of struck) service.expired.add(userSig);
        return struck.length;
      }
      case 'kick':
        return meant ? removeUser(service, other.user, 'kick') : 0;
      case 'ban':
        return meant ? banUser(service, other.user) : 0;
      case 'dismiss':
        return meant ? disband(service, other.group) : 0;
      case 'impair': {
        service.impairments.add(other);
        return 1;
      }
      case 'repair':
        return service.impairments.clear(other.user);
      default:
        return other satisfies never;
    }
  });
}

/** Removes a user from wherever he is; returns from how many rooms. */
export function removeUser(service: StageService, user: string, why: RemovedReason): number {
  const places = service.rooms.all.flatMap((room) => {
    const peer = room.peer(user);
    return peer ? [{ room, peer }] : [];
  });
  for (const { room, peer } of places) room.remove(peer, LEFT.kicked, why);
  return places.length;
}

export function banUser(service: StageService, user: string): number {
  service.banned.add(user);
  return removeUser(service, user, 'banned');
}

/** Rooms by their name, numbers and strings alike. */
export function disband(service: StageService, id: string): number {
  const rooms = service.rooms.all.filter(({ name }) => name.id === id);
  for (const room of rooms) room.disband();
  return rooms.length;
}
