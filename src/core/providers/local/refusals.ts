// What the chat "service" says no with, in one place so that every method says it the same way.
import { RoomError } from '../../errors/room-error.js';

export function notFound(room: string): RoomError {
  return new RoomError(
    'room-not-found',
    `Nobody has opened the room "${room}" in this browser: its host has to open it first.`,
  );
}

export function taken(room: string): RoomError {
  return new RoomError(
    'room-taken',
    `The room "${room}" was opened by somebody else in this browser: choose another name.`,
  );
}

export function notOwner(): RoomError {
  return new RoomError('not-owner', 'Only the owner of the room may do this.');
}

export function notJoined(): RoomError {
  return new RoomError('not-joined', 'This port is in no room: join one first (after close() with a new port).');
}
