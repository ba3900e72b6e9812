// Asked over real HTTP, on loopback.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchCredentials } from '../../../src/core/credentials/fetch-credentials.js';
import { createCredentials } from '../../../server/credentials.js';
import { createExampleAuthorize } from '../../../server/authorize.js';
import { createHandler } from '../../../server/handler.js';
import { refusalOf } from '../../support/refusal.js';

let server: Server | undefined;
afterEach(() => server?.close());

/** The address of a server that answers so, and what it was asked. */
async function serving(answer: RequestListener): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, asked };
}

const status = (code: number, body = '{}') =>
  serving((_, response) => {
    response.writeHead(code, { 'Content-Type': 'application/json' });
    response.end(body);
  });

const VIEWER = { room: 'pre miere', role: 'viewer' } as const;

describe('a URL that answers', () => {
  it('is asked with what the page wants, and its JSON is given back', async () => {
    const { url, asked } = await status(200, '{"userId":"ana"}');
    const request = { room: 'pre miere', stage: 7, role: 'host', user: 'ana' } as const;
    expect(await fetchCredentials(url, request)).toEqual({ userId: 'ana' });
    expect(asked[0]?.method).toBe('GET');
    expect(asked[0]?.headers.accept).toBe('application/json');
    const { searchParams } = new URL(asked[0]?.url ?? '', url);
    expect(Object.fromEntries(searchParams)).toEqual({ room: 'pre miere', stage: '7', role: 'host', user: 'ana' });
  });

  it('keeps what its query says already, and is not told what the page does not know', async () => {
    const { url, asked } = await status(200);
    await fetchCredentials(`${url}?role=host&token=a%20b`, VIEWER);
    const { searchParams } = new URL(asked[0]?.url ?? '', url);
    expect(Object.fromEntries(searchParams)).toEqual({ role: 'host', token: 'a b', room: 'pre miere' });
  });

  it('can be the server that comes with the kit', async () => {
    const app = { sdkAppId: 1_400_000_001, secretKey: 'not a secret' };
    const { url } = await serving(
      createHandler({
        credentials: createCredentials(app),
        authorize: createExampleAuthorize({ demo: true }),
        allowedOrigins: [],
      }),
    );
    expect(await fetchCredentials(url, { ...VIEWER, user: 'ana' })).toMatchObject({
      sdkAppId: 1_400_000_001,
      userId: 'ana',
      userSig: expect.any(String) as string,
      expiresAt: expect.any(Number) as number,
    });
    expect(await refusalOf(fetchCredentials(url, VIEWER))).toBe('sign-in-required');
  });
});

describe('a URL that refuses', () => {
  it.each([
    [401, 'sign-in-required'],
    [403, 'banned'],
    [408, 'credentials-unavailable'],
    [429, 'credentials-unavailable'],
    [500, 'credentials-unavailable'],
    [503, 'credentials-unavailable'],
    [400, 'invalid-credentials'],
    [404, 'invalid-credentials'],
  ])('with %i means %s', async (code, expected) => {
    const { url } = await status(code);
    expect(await refusalOf(fetchCredentials(url, VIEWER))).toBe(expected);
  });

  it('says which one, without its query', async () => {
    const { url } = await status(404);
    const message = `${url} answered 404.`;
    await expect(fetchCredentials(`${url}?token=private`, VIEWER)).rejects.toMatchObject({ message });
  });

  it('by not being there is a passing trouble', async () => {
    const { url } = await status(200);
    await new Promise((resolve) => server?.close(resolve));
    expect(await refusalOf(fetchCredentials(url, VIEWER))).toBe('credentials-unavailable');
  });

  it('by a page instead of JSON is a mistake of the page', async () => {
    const { url } = await status(200, '<!doctype html>');
    expect(await refusalOf(fetchCredentials(url, VIEWER))).toBe('invalid-credentials');
  });
});
