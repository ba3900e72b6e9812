// A privateMapKey: a signature like the UserSig with a room and rights inside.
import type { PartContext } from '../support/part.js';
import { checkUserSig } from '../support/user-sig.js';
import { Refusal } from './refusal.js';
import type { MediaSet } from './wire.js';

export const RIGHT = {
  create: 1,
  join: 2,
  sendAudio: 4,
  receiveAudio: 8,
  sendVideo: 16,
  receiveVideo: 32,
  sendScreen: 64,
  receiveScreen: 128,
} as const;

export const ALL_RIGHTS = 255;

export interface RoomName {
  readonly id: string;
  /** 123 and "123" are two rooms. */
  readonly kind: 'number' | 'string';
}

/** What the key allows in this room; refuses one that is not for it. */
export function rightsFrom(
  key: string,
  { user, sdkAppId }: { readonly user: string; readonly sdkAppId: number },
  room: RoomName,
  context: PartContext,
): number {
  const verdict = checkUserSig(key, { ...context, sdkAppId, userId: user, now: context.clock.now() });
  const ticket = verdict.ok && verdict.userBuf && readTicket(verdict.userBuf);
  if (!ticket || ticket.room !== room.id || ticket.kind !== room.kind) throw new Refusal(-100006);
  if (ticket.sdkAppId !== sdkAppId || ticket.user !== user) throw new Refusal(-100006);
  if (ticket.expiresAt <= context.clock.now()) throw new Refusal(-100006);
  return ticket.rights;
}

export function allows(rights: number, right: number): boolean {
  return (rights & right) !== 0;
}

/** Of what somebody wants to send, what he may. */
export function allowedToSend(rights: number, media: MediaSet): MediaSet {
  return limit(media, {
    audio: allows(rights, RIGHT.sendAudio),
    video: allows(rights, RIGHT.sendVideo),
    screen: allows(rights, RIGHT.sendScreen),
  });
}

export function allowedToReceive(rights: number, media: MediaSet): MediaSet {
  return limit(media, {
    audio: allows(rights, RIGHT.receiveAudio),
    video: allows(rights, RIGHT.receiveVideo),
    screen: allows(rights, RIGHT.receiveScreen),
  });
}

interface Allowed {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
}

function limit(media: MediaSet, { audio, video, screen }: Allowed): MediaSet {
  return {
    audio: media.audio && audio,
    bigVideo: media.bigVideo && video,
    smallVideo: media.smallVideo && video,
    auxVideo: media.auxVideo && screen,
  };
}

interface Ticket {
  readonly user: string;
  readonly sdkAppId: number;
  readonly kind: RoomName['kind'];
  readonly room: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly rights: number;
}

/** Version, user, application, number of the room, expiry, rights, kind of account, and since version 1 the room's name. */
function readTicket(bytes: Buffer): Ticket | undefined {
  try {
    const kind = bytes.readUInt8(0) === 1 ? 'string' : 'number';
    const fixed = 3 + bytes.readUInt16BE(1);
    const numbers = [0, 4, 8, 12].map((offset) => bytes.readUInt32BE(fixed + offset));
    const [sdkAppId, number, expiry, rights] = numbers as [number, number, number, number];
    const nameAt = fixed + 20;
    const name = kind === 'number' ? '' : bytes.toString('latin1', nameAt + 2, nameAt + 2 + bytes.readUInt16BE(nameAt));
    const user = bytes.toString('latin1', 3, fixed);
    return { user, sdkAppId, kind, room: kind === 'number' ? String(number) : name, expiresAt: expiry * 1000, rights };
  } catch {
    return undefined; // too short
  }
}
