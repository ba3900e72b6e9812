// Checks a UserSig as the service does: unpacks it, computes its HMAC again, compares user, application and time.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { inflateSync } from 'node:zlib';

export interface UserSigFacts {
  readonly userId: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Why a UserSig is refused, by the service's code. */
export const USER_SIG_REFUSALS = {
  70001: 'UserSig expired',
  70003: 'UserSig is illegal: it cannot be read, or was not made with this secret key',
  70013: 'UserSig was made for another identifier',
  70014: 'UserSig was made for another SDKAppID',
} as const;

export type UserSigCode = keyof typeof USER_SIG_REFUSALS;

export type UserSigVerdict =
  | {
      readonly ok: true;
      /** Milliseconds since 1970. */
      readonly expiresAt: number;
      /** What a privateMapKey carries besides; the stage reads rights and room from it. */
      readonly userBuf: Buffer | undefined;
    }
  | { readonly ok: false; readonly code: UserSigCode };

interface UserSigDocument {
  readonly identifier: string;
  readonly sdkAppId: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** Seconds. */
  readonly expire: number;
  /** Base64. */
  readonly userBuf: string | undefined;
  readonly signature: string;
}

/** In this order: is it genuine, is it his, is it ours, is it still good. The service's own order is not known. */
export function checkUserSig(userSig: string, facts: UserSigFacts): UserSigVerdict {
  const document = unpack(userSig);
  if (!document || !isGenuine(document, facts.secretKey)) return { ok: false, code: 70003 };
  if (document.identifier !== facts.userId) return { ok: false, code: 70013 };
  if (document.sdkAppId !== facts.sdkAppId) return { ok: false, code: 70014 };
  const expiresAt = (document.time + document.expire) * 1000;
  if (facts.now >= expiresAt) return { ok: false, code: 70001 };
  const { userBuf } = document;
  return { ok: true, expiresAt, userBuf: userBuf === undefined ? undefined : Buffer.from(userBuf, 'base64') };
}

function unpack(userSig: string): UserSigDocument | undefined {
  const base64 = userSig.replace(/[*_-]/g, (character) => ({ '*': '+', '-': '/', _: '=' })[character] ?? '');
  try {
    const fields = JSON.parse(
      inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: 65_536 }).toString('utf8'),
    ) as Record<string, unknown>;
    const document = {
      identifier: fields['TLS.identifier'],
      sdkAppId: Number(fields['TLS.sdkappid']),
      time: Number(fields['TLS.time']),
      expire: Number(fields['TLS.expire']),
      userBuf: fields['TLS.userbuf'],
      signature: fields['TLS.sig'],
    };
    return isDocument(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

function isDocument(value: Record<keyof UserSigDocument, unknown>): value is UserSigDocument {
  return (
    typeof value.identifier === 'string' &&
    typeof value.signature === 'string' &&
    (value.userBuf === undefined || typeof value.userBuf === 'string') &&
    [value.sdkAppId, value.time, value.expire].every(Number.isSafeInteger)
  );
}

function isGenuine({ identifier, sdkAppId, time, expire, userBuf, signature }: UserSigDocument, key: string): boolean {
  const lines = [
    `TLS.identifier:${identifier}`,
    `TLS.sdkappid:${sdkAppId}`,
    `TLS.time:${time}`,
    `TLS.expire:${expire}`,
    ...(userBuf === undefined ? [] : [`TLS.userbuf:${userBuf}`]),
  ];
  const expected = createHmac('sha256', key)
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
