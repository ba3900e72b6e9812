// Makes what a page needs to log in: a UserSig, and a privateMapKey with the rights of a host or a viewer. No HTTP here.
import { Api } from 'tls-sig-api-v2';

export type Role = 'host' | 'audience';

/** TRTC's bits: 1 create, 2 join, 4 send audio, 8 receive audio, 16 send video, 32 receive video, 64 and 128 the same for a screen. */
export const RIGHTS: Readonly<Record<Role, number>> = { host: 255, audience: 2 + 8 + 32 };

export interface Grant {
  /** 1–32 bytes of printable ASCII. */
  readonly userId: string;
  /** The stage the privateMapKey opens: a string (1–48 bytes of printable ASCII), or a number for a numeric TRTC room. */
  readonly room: string | number;
  readonly role: Role;
}

/** What the page gets. */
export interface Credentials {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
  readonly privateMapKey: string;
  /** Milliseconds since 1970; never later than the signatures' own expiry. */
  readonly expiresAt: number;
}

export interface CredentialsOptions {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** How long both signatures are good, in seconds. Pages ask again before the end. */
  readonly ttlSeconds?: number;
  /** Tells milliseconds since 1970, for `expiresAt`. The vendor's package signs by `Date.now()`, whatever this says. */
  readonly clock?: { now(): number };
}

export interface CredentialsIssuer {
  /** Throws a RangeError when a name or the role is not one the service would take. */
  issue(grant: Grant): Credentials;
}

const PRINTABLE = /^[\x20-\x7e]+$/;
const MAX_NUMERIC_ROOM = 4_294_967_294;

/** A line break in a user id would add lines to the text that is signed: nothing but printable ASCII gets there. */
export function isUserId(value: unknown): value is string {
  return isName(value, 32);
}

export function isRoomId(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= MAX_NUMERIC_ROOM;
  return isName(value, 48) && !value.startsWith('@TGS#');
}

export function createCredentials(options: CredentialsOptions): CredentialsIssuer {
  const { sdkAppId, secretKey, ttlSeconds = 7200, clock = Date } = options;
  if (!Number.isSafeInteger(sdkAppId) || sdkAppId < 1) throw new RangeError('sdkAppId is a positive integer');
  if (typeof secretKey !== 'string' || secretKey === '') throw new RangeError('secretKey is missing');
  if (!Number.isSafeInteger(ttlSeconds) || ttlSeconds < 1) throw new RangeError('ttlSeconds is a positive integer');
  const api = new Api(sdkAppId, secretKey);

  return {
    issue({ userId, room, role }) {
      if (!isUserId(userId)) throw new RangeError('userId is 1 to 32 bytes of printable ASCII');
      if (!isRoomId(room))
        throw new RangeError('room is 1 to 48 bytes of printable ASCII, or a number up to 4294967294');
      if (!Object.hasOwn(RIGHTS, role)) throw new RangeError('role is "host" or "audience"');
      // Read before signing, and in whole seconds as the signatures are: the page must never believe in a dead one.
      const expiresAt = (Math.floor(clock.now() / 1000) + ttlSeconds) * 1000;
      const userSig = api.genUserSig(userId, ttlSeconds);
      const rights = RIGHTS[role];
      const privateMapKey =
        typeof room === 'number'
          ? api.genPrivateMapKey(userId, ttlSeconds, room, rights)
          : api.genPrivateMapKeyWithStringRoomID(userId, ttlSeconds, room, rights);
      return { sdkAppId, userId, userSig, privateMapKey, expiresAt };
    },
  };
}

function isName(value: unknown, maxBytes: number): value is string {
  return typeof value === 'string' && value.length <= maxBytes && PRINTABLE.test(value);
}
