// The UserSig check, held against signatures by the vendor's package.
import { deflateSync, inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkUserSig, type UserSigFacts } from '../../emulator/support/user-sig.js';
import { signer } from './support/sign.js';

const APP = { sdkAppId: 1_400_000_001, secretKey: 'emulator-secret-key-of-no-value' };
const NOW = 1_790_000_000_000;
const LIFE = 600;
const FACTS = { ...APP, userId: 'ana', now: NOW };

/** By tls-sig-api-v2 1.0.2 for ana, signed at NOW for ten minutes; kept so that an update of the package is noticed. */
const VECTOR =
  'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwol5iVDh4pTsxIKCzBQlK0MTAwgwhMiUZOamKlkZmltChSGiqRUFmUWpSlZmMIHizHQlK6UKN' +
  'z*DwsLQiuTw8KSIzPKQSnfvTMtIvygTR6OM1KwokzLXEP3wKstMy*R0W6VaAMm4L7w_';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a genuine UserSig', () => {
  it.each([
    ['a recorded one', () => VECTOR],
    ['a fresh one', () => signer(APP).genSig('ana', LIFE)],
  ])('passes: %s', (_, make) => {
    expect(checkUserSig(make(), FACTS)).toEqual({ ok: true, expiresAt: NOW + LIFE * 1000, userBuf: undefined });
  });

  it('passes for a name that is not ASCII', () => {
    expect(checkUserSig(signer(APP).genSig('大咖', LIFE), { ...FACTS, userId: '大咖' }).ok).toBe(true);
  });

  it('hands out what a privateMapKey carries: app, room, expiry, rights', () => {
    const verdict = checkUserSig(signer(APP).genPrivateMapKey('ana', LIFE, 10_086, 42), FACTS);
    if (!verdict.ok) throw new Error(String(verdict.code));
    const afterName = 3 + 'ana'.length;
    expect([0, 4, 8, 12].map((offset) => verdict.userBuf?.readUInt32BE(afterName + offset))).toEqual([
      APP.sdkAppId,
      10_086,
      NOW / 1000 + LIFE,
      42,
    ]);
  });

  it('is good until the second it expires', () => {
    expect(checkUserSig(VECTOR, { ...FACTS, now: NOW + LIFE * 1000 - 1 }).ok).toBe(true);
    expect(checkUserSig(VECTOR, { ...FACTS, now: NOW + LIFE * 1000 })).toEqual({ ok: false, code: 70001 });
  });
});

describe('a UserSig is refused', () => {
  it.each<readonly [string, () => string, UserSigFacts, number]>([
    ['made with another key', () => signer({ ...APP, secretKey: 'another' }).genSig('ana', LIFE), FACTS, 70003],
    ['cut short', () => VECTOR.slice(0, 40), FACTS, 70003],
    ['empty', () => '', FACTS, 70003],
    ['no base64', () => '%%%', FACTS, 70003],
    ['of another user', () => VECTOR, { ...FACTS, userId: 'ben' }, 70013],
    ['of another app', () => VECTOR, { ...FACTS, sdkAppId: 1 }, 70014],
    ['expired', () => signer(APP).genSig('ana', -1), FACTS, 70001],
  ])('%s', (_, make, facts, code) => {
    expect(checkUserSig(make(), facts)).toEqual({ ok: false, code });
  });

  it('changed after signing', () => {
    const unescaped = VECTOR.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
    const document = JSON.parse(inflateSync(Buffer.from(unescaped, 'base64')).toString()) as Record<string, unknown>;
    const forge = (change: Record<string, unknown>): string =>
      deflateSync(JSON.stringify({ ...document, ...change }))
        .toString('base64')
        .replaceAll('+', '*')
        .replaceAll('/', '-')
        .replaceAll('=', '_');
    expect(checkUserSig(forge({}), FACTS).ok).toBe(true);
    expect(checkUserSig(forge({ 'TLS.identifier': 'ben' }), { ...FACTS, userId: 'ben' })).toMatchObject({
      code: 70003,
    });
    expect(checkUserSig(forge({ 'TLS.expire': LIFE * 2 }), FACTS)).toMatchObject({ code: 70003 });
    expect(checkUserSig(forge({ 'TLS.expire': 'soon' }), FACTS)).toMatchObject({ code: 70003 });
  });
});
