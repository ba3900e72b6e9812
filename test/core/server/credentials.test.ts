// The signatures, read by code that knows only their description.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCredentials, type Grant } from '../../../server/credentials.js';
import { encodeTicket, hmacOf, readSignature } from './support/signature.js';

const APP = { sdkAppId: 1_400_000_001, secretKey: 'a-key-of-no-value' };
const NOW = 1_790_000_000_000;
const SECONDS = NOW / 1000;
const ANA: Grant = { userId: 'ana', room: 'premiere', role: 'audience' };

/** By `openssl dgst -sha256 -hmac` over the lines of ana's UserSig, and of her key for "premiere" as a viewer, made at NOW for 7200 s. */
const USER_SIG_HMAC = 'aKCGWAo6QJKcDnUuZx/qOxDJM/Ik6AdY3/CAwy6q2Io=';
const KEY_HMAC = 'JuHCogX8TDFgq7U8kJNgg7snMIDq27BJQRu20muuXVY=';

// The vendor's package knows no clock but this one.
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the UserSig', () => {
  it('is the known one', () => {
    expect(readSignature(createCredentials(APP).issue(ANA).userSig)).toEqual({
      userId: 'ana',
      sdkAppId: APP.sdkAppId,
      time: SECONDS,
      expire: 7200,
      userBuf: undefined,
      hmac: USER_SIG_HMAC,
    });
  });

  it.each(['a', 'ben_1', ' !~"\\', 'x'.repeat(32)])('is signed for "%s"', (userId) => {
    const { userSig } = createCredentials(APP).issue({ ...ANA, userId });
    const signature = readSignature(userSig);
    expect(signature.userId).toBe(userId);
    expect(signature.hmac).toBe(hmacOf(signature, APP.secretKey));
    expect(signature.hmac).not.toBe(hmacOf(signature, 'another'));
  });
});

describe('the privateMapKey', () => {
  it('is the known one', () => {
    const key = readSignature(createCredentials(APP).issue(ANA).privateMapKey);
    expect(key).toMatchObject({ userId: 'ana', time: SECONDS, expire: 7200, hmac: KEY_HMAC });
  });

  it.each([
    ['a viewer', 'a named stage', { ...ANA }, 42],
    ['a host', 'a named stage', { ...ANA, role: 'host' }, 255],
    ['a viewer', 'a stage named like a number', { ...ANA, room: '10086' }, 42],
    ['a viewer', 'a numeric stage', { ...ANA, room: 10_086 }, 42],
    ['a host', 'the largest numeric stage', { ...ANA, room: 4_294_967_294, role: 'host' }, 255],
  ] as const)('of %s for %s', (_who, _where, grant, rights) => {
    const key = readSignature(createCredentials({ ...APP, ttlSeconds: 300 }).issue(grant).privateMapKey);
    const { userId, room } = grant;
    expect(key.userBuf).toBe(encodeTicket({ userId, sdkAppId: APP.sdkAppId, room, expiresAt: SECONDS + 300, rights }));
    expect(key.hmac).toBe(hmacOf(key, APP.secretKey));
  });

  it('lets a viewer join, hear and see, and nothing else', () => {
    const [create, join, sendAudio, hear, sendVideo, see, sendScreen, seeScreen] = [1, 2, 4, 8, 16, 32, 64, 128];
    const granted = join | hear | see;
    const withheld = create | sendAudio | sendVideo | sendScreen | seeScreen;
    const { privateMapKey } = createCredentials(APP).issue(ANA);
    const rights = Buffer.from(readSignature(privateMapKey).userBuf!, 'base64').readUInt32BE(3 + 'ana'.length + 12);
    expect([rights & granted, rights & withheld]).toEqual([granted, 0]);
  });
});

describe('expiresAt', () => {
  it.each([undefined, 60])('is when both signatures end (ttlSeconds %s)', (ttlSeconds) => {
    const issued = createCredentials({ ...APP, ttlSeconds }).issue(ANA);
    expect(issued.expiresAt).toBe(NOW + (ttlSeconds ?? 7200) * 1000);
    for (const text of [issued.userSig, issued.privateMapKey]) {
      const { time, expire } = readSignature(text);
      expect((time + expire) * 1000).toBe(issued.expiresAt);
    }
  });

  it('is never later than the signatures, which count whole seconds', () => {
    vi.setSystemTime(NOW + 999);
    expect(createCredentials(APP).issue(ANA).expiresAt).toBe(NOW + 7_200_000);
  });

  it('follows the given clock', () => {
    const clock = { now: () => 5_000_700 };
    expect(createCredentials({ ...APP, clock }).issue(ANA).expiresAt).toBe(5_000_000 + 7_200_000);
  });
});

it('answers with exactly the agreed fields', () => {
  const issued = createCredentials(APP).issue(ANA);
  expect(issued).toEqual({
    sdkAppId: APP.sdkAppId,
    userId: 'ana',
    userSig: expect.any(String) as string,
    privateMapKey: expect.any(String) as string,
    expiresAt: NOW + 7_200_000,
  });
  expect(JSON.stringify(issued)).not.toContain(APP.secretKey);
});

describe('nothing is signed', () => {
  it.each([
    ['no user', { userId: '' }, 'userId is'],
    ['a user of 33 bytes', { userId: 'x'.repeat(33) }, 'userId is'],
    ['a user who adds lines to what is signed', { userId: 'ana\nTLS.sdkappid:1' }, 'userId is'],
    ['a line break at the end', { userId: 'ana\n' }, 'userId is'],
    ['a user that is not ASCII', { userId: '大咖' }, 'userId is'],
    ['no room', { room: '' }, 'room is'],
    ['a room of 49 bytes', { room: 'x'.repeat(49) }, 'room is'],
    ["a room of the service's own naming", { room: '@TGS#1' }, 'room is'],
    ['a room that is not ASCII', { room: 'première' }, 'room is'],
    ['room 0', { room: 0 }, 'room is'],
    ['a room number that is too large', { room: 4_294_967_295 }, 'room is'],
    ['half a room', { room: 1.5 }, 'room is'],
    ['a role of no name', { role: 'toString' as 'host' }, 'role is'],
  ])('for %s', (_, wrong, message) => {
    expect(() => createCredentials(APP).issue({ ...ANA, ...wrong })).toThrow(message);
  });

  it.each([
    ['sdkAppId', { sdkAppId: Number.NaN }],
    ['secretKey', { secretKey: '' }],
    ['ttlSeconds', { ttlSeconds: 0 }],
  ])('with a wrong %s', (name, wrong) => {
    expect(() => createCredentials({ ...APP, ...wrong })).toThrow(name);
  });
});
