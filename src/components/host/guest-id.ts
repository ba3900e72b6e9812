// Who a host without `user` is: the same guest after a reload, or the room would belong to somebody who never comes back.
import { randomId } from '../../core/index.js';

/** The guest of this tab in `room`. Where storage is blocked, `fallback`: a reload then makes a stranger of the host. */
export function guestIdFor(room: string, fallback: string): string {
  const key = `bigcast:guest:${room}`;
  try {
    const known = sessionStorage.getItem(key);
    if (known) return known;
    sessionStorage.setItem(key, fallback);
  } catch {
    // Blocked: there is nothing to do about it, and the show can go on without.
  }
  return fallback;
}

export function newGuestId(): string {
  return `guest-${randomId().slice(0, 8)}`;
}
