// The endpoint over real HTTP: who gets credentials, who is refused and how.
import { createConnection } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createCredentials } from '../../../server/credentials.js';
import { createHandler, type Authorize, type Authorized, type HandlerOptions } from '../../../server/handler.js';
import { ask, serve } from './support/serve.js';
import { readSignature } from './support/signature.js';

const SECRET = 'a-key-of-no-value';
const PAGE = 'https://www.example.com';
const ANA: Authorized = { userId: 'ana', room: 'premiere', role: 'audience' };
const letIn: Authorize = () => ANA;

const setUp = (options: Partial<HandlerOptions> = {}): Promise<string> =>
  serve(
    createHandler({
      credentials: createCredentials({
        sdkAppId: 1_400_000_001,
        secretKey: SECRET,
        clock: { now: () => 1_790_000_000_000 },
      }),
      authorize: letIn,
      allowedOrigins: [PAGE],
      ...options,
    }),
  );

describe('credentials', () => {
  it.each(['GET', 'POST'])('are given to whom authorize lets in: %s', async (method) => {
    const url = await setUp();
    const { status, json, headers } = await ask(`${url}/any/path?room=premiere`, { method });
    expect(status).toBe(200);
    expect(json).toEqual({
      sdkAppId: 1_400_000_001,
      userId: 'ana',
      userSig: expect.any(String) as string,
      privateMapKey: expect.any(String) as string,
      expiresAt: 1_790_007_200_000,
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('are for whom authorize names, whatever the page asks', async () => {
    const url = await setUp({ authorize: async () => ({ ...ANA, room: 10_086, name: 'Ana Ruiz' }) });
    const { json } = await ask(`${url}?room=other&user=star&role=host`);
    expect(json).toMatchObject({ userId: 'ana', name: 'Ana Ruiz' });
    const { userBuf } = readSignature((json as { privateMapKey: string }).privateMapKey);
    const ticket = Buffer.from(userBuf!, 'base64');
    expect([ticket.readUInt32BE(6 + 4), ticket.readUInt32BE(6 + 12)]).toEqual([10_086, 42]);
  });

  it('authorize sees query, headers and body', async () => {
    const authorize = vi.fn(letIn);
    const url = await setUp({ authorize });
    const headers = { Authorization: 'Bearer 1' };
    await ask(`${url}?room=a%20b&seat=7`, { method: 'POST', headers, body: '{"ticket":"ü"}' });
    const request = authorize.mock.calls[0]![0];
    expect([...request.query]).toEqual([
      ['room', 'a b'],
      ['seat', '7'],
    ]);
    expect(request.headers.authorization).toBe('Bearer 1');
    expect(request.body).toBe('{"ticket":"ü"}');
  });
});

describe('a refusal', () => {
  it('is 401 "sign-in" when authorize knows nobody', async () => {
    const url = await setUp({ authorize: () => undefined });
    const { status, json, headers } = await ask(`${url}?room=premiere`);
    expect([status, json, headers.get('cache-control')]).toEqual([401, { error: 'sign-in' }, 'no-store']);
  });

  it.each([
    ['no room', '', 400, 'room'],
    ['an empty room', '?room=', 400, 'room'],
    ['a room of 49 bytes', `?room=${'x'.repeat(49)}`, 400, 'room'],
    ['a room that is not ASCII', '?room=%E5%A4%A7', 400, 'room'],
    ['a broken escape', '?room=%E5', 400, 'room'],
    ["a room of the service's own naming", '?room=%40TGS%231', 400, 'room'],
  ])('comes before authorize: %s', async (_, query, status, error) => {
    const authorize = vi.fn(letIn);
    const url = await setUp({ authorize });
    expect(await ask(`${url}//${query}`)).toMatchObject({ status, json: { error } });
    expect(authorize).not.toHaveBeenCalled();
  });

  it.each([
    ['user', { userId: 'x'.repeat(33) }],
    ['user', { userId: 'ana\n' }],
    ['room', { room: '' }],
  ])('is 400 "%s" when authorize names what the service would not take: %j', async (error, wrong) => {
    const url = await setUp({ authorize: () => ({ ...ANA, ...wrong }) });
    expect(await ask(`${url}?room=premiere`)).toMatchObject({ status: 400, json: { error } });
  });

  it.each(['PUT', 'DELETE', 'HEAD'])('is 405 for %s', async (method) => {
    const authorize = vi.fn(letIn);
    const url = await setUp({ authorize });
    const { status, headers } = await ask(`${url}?room=premiere`, { method });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
    expect(authorize).not.toHaveBeenCalled();
  });

  it('is 413 for a body over 4096 bytes', async () => {
    const authorize = vi.fn(letIn);
    const url = await setUp({ authorize });
    const post = (bytes: number) => ask(`${url}?room=premiere`, { method: 'POST', body: 'x'.repeat(bytes) });
    expect((await post(4096)).status).toBe(200);
    expect(await post(4097)).toMatchObject({ status: 413, json: { error: 'body' } });
    expect(authorize).toHaveBeenCalledTimes(1);
  });

  it.each([new Error('no such table: members'), 'a string', undefined])(
    'is 500 without a reason when authorize throws %s',
    async (thrown) => {
      const onError = vi.fn();
      const authorize: Authorize = async () => {
        throw thrown as Error;
      };
      const url = await setUp({ authorize, onError });
      const { status, text } = await ask(`${url}?room=premiere`);
      expect([status, text]).toEqual([500, '{"error":"server"}']);
      expect(onError).toHaveBeenCalledExactlyOnceWith(thrown);
    },
  );

  it('is 500 for a role of no name, and tells the integrator', async () => {
    const onError = vi.fn();
    const url = await setUp({ authorize: () => ({ ...ANA, role: 'star' as 'host' }), onError });
    expect((await ask(`${url}?room=premiere`)).status).toBe(500);
    expect(onError).toHaveBeenCalledExactlyOnceWith(new RangeError('role is "host" or "audience"'));
  });
});

describe('other origins', () => {
  const cors = (headers: Headers) => [
    headers.get('access-control-allow-origin'),
    headers.get('access-control-allow-credentials'),
    headers.get('vary'),
  ];

  it('on the list may read the answer, with cookies', async () => {
    const { status, headers } = await ask(`${await setUp()}?room=premiere`, { headers: { Origin: PAGE } });
    expect([status, ...cors(headers)]).toEqual([200, PAGE, 'true', 'Origin']);
  });

  it('on the list may read a refusal too', async () => {
    const url = await setUp({ authorize: () => undefined });
    const { status, headers } = await ask(`${url}?room=premiere`, { headers: { Origin: PAGE } });
    expect([status, ...cors(headers)]).toEqual([401, PAGE, 'true', 'Origin']);
  });

  it.each(['https://evil.example', 'http://www.example.com', `${PAGE}.evil.example`, `${PAGE}:8443`, 'null'])(
    'not on the list are refused before authorize: %s',
    async (origin) => {
      const authorize = vi.fn(letIn);
      const url = await setUp({ authorize });
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const answer = await ask(`${url}?room=premiere`, { method, headers: { Origin: origin } });
        expect([answer.status, answer.json]).toEqual([403, { error: 'origin' }]);
        expect(cors(answer.headers)).toEqual([null, null, 'Origin']);
      }
      expect(authorize).not.toHaveBeenCalled();
    },
  );

  it('the same origin names itself in no GET, and passes', async () => {
    const { status, headers } = await ask(`${await setUp({ allowedOrigins: [] })}?room=premiere`);
    expect([status, ...cors(headers)]).toEqual([200, null, null, 'Origin']);
  });

  it('ask first: the preflight is answered without authorize', async () => {
    const authorize = vi.fn(letIn);
    const url = await setUp({ authorize });
    const { status, headers, text } = await ask(url, {
      method: 'OPTIONS',
      headers: { Origin: PAGE, 'Access-Control-Request-Method': 'POST' },
    });
    expect([status, text, ...cors(headers)]).toEqual([204, '', PAGE, 'true', 'Origin']);
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-headers')).toBe('Authorization, Content-Type');
    expect(authorize).not.toHaveBeenCalled();
  });

  it.each(['https://www.example.com/', 'www.example.com', '*', 'null', ''])(
    'no list with "%s" in it',
    async (entry) => {
      await expect(async () => setUp({ allowedOrigins: [entry] })).rejects.toThrow('is not an origin');
    },
  );
});

it('a request that breaks off in its body harms nobody', async () => {
  const authorize = vi.fn(letIn);
  const url = await setUp({ authorize });
  await new Promise<void>((resolve) => {
    const socket = createConnection(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('POST /?room=premiere HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc', () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect((await ask(`${url}?room=premiere`)).status).toBe(200);
  expect(authorize).toHaveBeenCalledTimes(1);
});

it('prints nothing of a secret, a signature or a stack by itself', async () => {
  const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation(() => {}),
  );
  const answers = [
    await ask(`${await setUp()}?room=premiere`),
    await ask(
      `${await setUp({
        authorize: () => {
          throw new TypeError(`query with ${SECRET} failed`);
        },
      })}?room=premiere`,
    ),
  ];
  const lines = printed.flatMap((spy) => spy.mock.calls.map((args) => args.join(' ')));
  expect(lines).toEqual(['credentials: authorize failed (TypeError)']);
  expect(answers.map(({ status }) => status)).toEqual([200, 500]);
  expect(JSON.stringify(answers)).not.toContain(SECRET);
});
