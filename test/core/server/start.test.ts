// The whole server: settings, the example authorize, what is printed, and that the folder can be copied.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createExampleAuthorize } from '../../../server/authorize.js';
import { readConfig, refuseArguments } from '../../../server/config.js';
import { start, type StartOptions } from '../../../server/start.js';
import { addressOf, ask } from './support/serve.js';

const SECRET = 'a-key-of-no-value';
const ENV = { TENCENT_SDK_APP_ID: '1400000001', TENCENT_SECRET_KEY: SECRET, PORT: '0' };

const setUp = async (options: Partial<StartOptions> = {}) => {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const server = await start({ env: ENV, args: [], authorize: createExampleAuthorize, print, ...options });
  return { url: addressOf(server), lines };
};

describe('the settings', () => {
  it('are these', () => {
    const env = {
      ...ENV,
      PORT: '9000',
      HOST: '0.0.0.0',
      BIGCAST_DEMO: '1',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
    };
    expect(readConfig(env)).toEqual({
      sdkAppId: 1_400_000_001,
      secretKey: SECRET,
      allowedOrigins: ['https://a.example', 'https://b.example'],
      host: '0.0.0.0',
      port: 9000,
      demo: true,
    });
  });

  it('are closed by default: this machine only, no other origin, no demo', () => {
    const { PORT: _, ...env } = ENV;
    expect(readConfig(env)).toMatchObject({ host: '127.0.0.1', port: 8787, allowedOrigins: [], demo: false });
    expect(['true', '0', ''].map((demo) => readConfig({ ...env, BIGCAST_DEMO: demo }).demo)).not.toContain(true);
  });

  it.each([
    ['no secret', { TENCENT_SECRET_KEY: undefined }, 'TENCENT_SECRET_KEY is missing'],
    ['an empty secret', { TENCENT_SECRET_KEY: '' }, 'TENCENT_SECRET_KEY is missing'],
    ['a secret with a line break', { TENCENT_SECRET_KEY: `${SECRET}\n` }, 'TENCENT_SECRET_KEY has a space'],
    ['no app', { TENCENT_SDK_APP_ID: undefined }, 'TENCENT_SDK_APP_ID is missing'],
    ['an app that is no number', { TENCENT_SDK_APP_ID: '14e' }, 'TENCENT_SDK_APP_ID is missing or no number'],
    ['a port that is none', { PORT: '70000' }, 'PORT is not'],
  ])('refuse to start: %s', async (_, wrong, message) => {
    const env = { ...ENV, ...wrong };
    expect(() => readConfig(env)).toThrow(message);
    expect(() => readConfig(env)).not.toThrow(SECRET);
    await expect(setUp({ env })).rejects.toThrow(message);
  });

  it('name all that is missing at once', () => {
    expect(() => readConfig({})).toThrow(/TENCENT_SDK_APP_ID[^]*TENCENT_SECRET_KEY/);
  });

  it.each([[['--secret', SECRET]], [[SECRET]], [[`--secret-key=${SECRET}`]]])(
    'refuse a command line, and do not repeat it: %j',
    async (args) => {
      expect(() => refuseArguments(args)).toThrow('takes no arguments');
      expect(() => refuseArguments(args)).not.toThrow(SECRET);
      await expect(setUp({ args })).rejects.toThrow('replace it in the console');
    },
  );

  it('refuse an origin that matches no page', async () => {
    const env = { ...ENV, ALLOWED_ORIGINS: 'https://a.example/' };
    await expect(setUp({ env })).rejects.toThrow('"https://a.example/" is not an origin');
  });

  it('say that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    addressOf(other);
    const env = { ...ENV, PORT: String((other.address() as AddressInfo).port) };
    await expect(setUp({ env })).rejects.toThrow('EADDRINUSE');
  });
});

describe('the example authorize', () => {
  const QUERY = '?room=premiere&user=ana&role=host';

  it('refuses everybody', async () => {
    const { url } = await setUp();
    expect(await ask(`${url}/api/credentials${QUERY}`)).toMatchObject({ status: 401, json: { error: 'sign-in' } });
  });

  it('lets everybody in with BIGCAST_DEMO=1, and says so', async () => {
    const { url, lines } = await setUp({ env: { ...ENV, BIGCAST_DEMO: '1' } });
    expect(await ask(`${url}/api/credentials${QUERY}`)).toMatchObject({ status: 200, json: { userId: 'ana' } });
    expect(await ask(`${url}/api/credentials?room=premiere`)).toMatchObject({ status: 401 });
    expect(lines[1]).toContain('Never in production');
  });

  it('makes a host only of who asks for it', async () => {
    const authorize = createExampleAuthorize({ demo: true });
    const role = async (query: string) =>
      (await authorize({ query: new URLSearchParams(query) } as Parameters<typeof authorize>[0]))?.role;
    expect([await role(QUERY), await role('room=a&user=ana'), await role('room=a&user=ana&role=x')]).toEqual([
      'host',
      'audience',
      'audience',
    ]);
  });
});

it('answers on its path only', async () => {
  const { url } = await setUp({ env: { ...ENV, BIGCAST_DEMO: '1' } });
  expect(await ask(`${url}/?room=premiere&user=ana`)).toMatchObject({ status: 404, json: { error: 'path' } });
  expect((await ask(`${url}/api/credentials/x?room=premiere&user=ana`)).status).toBe(404);
});

it('prints where it is, what failed, and never a secret or a signature', async () => {
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) => vi.spyOn(console, method));
  const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
  const { url, lines } = await setUp({
    authorize:
      () =>
      async ({ query }) => {
        if (query.get('user') === 'ana') return { userId: 'ana', room: 'premiere', role: 'host' };
        throw new Error(`no database with ${SECRET}`);
      },
  });
  const ok = await ask(`${url}/api/credentials?room=premiere&user=ana`);
  const failed = await ask(`${url}/api/credentials?room=premiere&user=ben`);

  const port = new URL(url).port;
  expect(lines).toEqual([
    `Credentials for SDKAppID 1400000001: http://127.0.0.1:${port}/api/credentials`,
    'authorize failed: no database with (secret)',
  ]);
  expect([...consoles, ...streams].flatMap((spy) => spy.mock.calls as unknown[])).toEqual([]);
  expect([ok.status, failed.status]).toEqual([200, 500]);
  expect(ok.text + failed.text).not.toContain(SECRET);
});

it('can be copied: imports its own files, Node and what its package.json names', () => {
  const files = readdirSync('server').filter((file) => file.endsWith('.ts'));
  const { dependencies } = JSON.parse(readFileSync('server/package.json', 'utf8')) as { dependencies: object };
  const foreign = files.flatMap((file) =>
    [...readFileSync(`server/${file}`, 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)]
      .map(([, specifier]) => specifier!)
      .filter((specifier) => !/^\.\/[\w-]+\.js$|^node:/.test(specifier) && !(specifier in dependencies)),
  );
  expect(files).toContain('main.ts');
  expect(foreign).toEqual([]);
});
