// The command says what it needs, and gives away nothing.
import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { run } from '../../../verify/cli.js';

async function runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const lines: string[] = [];
  const signal = new AbortController().signal;
  const code = await run({ args, env, print: (line) => lines.push(line), signal });
  return { code, text: lines.join('\n') };
}

it('without an application: what it needs, and exit code 1', async () => {
  const { code, text } = await runWith({});
  expect(code).toBe(1);
  expect(text).toMatch(/TENCENT_SDK_APP_ID is missing/);
  expect(text).toMatch(/TENCENT_SECRET_KEY is missing/);
});

it('never repeats the key', async () => {
  const { code, text } = await runWith({ TENCENT_SDK_APP_ID: 'nonsense', TENCENT_SECRET_KEY: 'top secret' });
  expect(code).toBe(1);
  expect(text).toMatch(/TENCENT_SECRET_KEY has a space/);
  expect(text).not.toContain('top secret');
});

it('says how it is used', async () => {
  expect(await runWith({}, '--help')).toMatchObject({ code: 0, text: expect.stringContaining('--report') as string });
});

it('a report that cannot be written is told before anything is spent', async () => {
  const env = { TENCENT_SDK_APP_ID: '1400000001', TENCENT_SECRET_KEY: 'key' };
  await expect(runWith(env, '--report', '/no/such/folder/report.json')).rejects.toThrow(/ENOENT/);
});

it('npm’s script is this command', async () => {
  const { TENCENT_SDK_APP_ID: _id, TENCENT_SECRET_KEY: _key, ...env } = process.env;
  const [code, text] = await new Promise<[unknown, string]>((resolve) => {
    execFile(process.execPath, ['scripts/verify-tencent.mjs'], { env }, (error, out) => resolve([error?.code, out]));
  });
  expect(code).toBe(1);
  expect(text).toMatch(/TENCENT_SECRET_KEY is missing/);
}, 60_000);
