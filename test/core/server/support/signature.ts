// Reads a UserSig or privateMapKey from the description of its format (HMAC-SHA256 over lines, JSON, zlib, base64 with other letters),
// sharing no code with the package that made it.
import { createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';

export interface Signature {
  readonly userId: string;
  readonly sdkAppId: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** Seconds. */
  readonly expire: number;
  /** Base64; only in a privateMapKey. */
  readonly userBuf: string | undefined;
  /** The HMAC it carries, in base64. */
  readonly hmac: string;
}

export function readSignature(text: string): Signature {
  const base64 = text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  const fields = JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString('utf8')) as Record<string, unknown>;
  if (fields['TLS.ver'] !== '2.0') throw new Error('not version 2.0');
  return {
    userId: fields['TLS.identifier'] as string,
    sdkAppId: fields['TLS.sdkappid'] as number,
    time: fields['TLS.time'] as number,
    expire: fields['TLS.expire'] as number,
    userBuf: fields['TLS.userbuf'] as string | undefined,
    hmac: fields['TLS.sig'] as string,
  };
}

/** What the HMAC has to be. */
export function hmacOf({ userId, sdkAppId, time, expire, userBuf }: Signature, secretKey: string): string {
  let text = `TLS.identifier:${userId}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${time}\nTLS.expire:${expire}\n`;
  if (userBuf !== undefined) text += `TLS.userbuf:${userBuf}\n`;
  return createHmac('sha256', secretKey).update(text).digest('base64');
}

export interface Ticket {
  readonly userId: string;
  readonly sdkAppId: number;
  readonly room: string | number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  readonly rights: number;
}

/** The userbuf in base64: version, user, application, number of the room, expiry, rights, kind of account, name of the room. */
export function encodeTicket({ userId, sdkAppId, room, expiresAt, rights }: Ticket): string {
  const isNumber = typeof room === 'number';
  const parts = [
    Buffer.from([isNumber ? 0 : 1]),
    withLength(userId),
    ...[sdkAppId, isNumber ? room : 0, expiresAt, rights, 0].map(uint32),
    ...(isNumber ? [] : [withLength(room)]),
  ];
  return Buffer.concat(parts).toString('base64');
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text, 'ascii');
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
