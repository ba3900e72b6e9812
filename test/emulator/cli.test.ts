// `npm run emulator`: what it prints, and that it runs and stops.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { run } from '../../emulator/cli.js';

async function printed(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const emulator = await run(args, (line) => lines.push(line));
  await emulator?.close();
  return lines.join('\n');
}

it('says where it is and what to log in with, and on loopback no more', async () => {
  const text = await printed('--port', '0');
  const lines = text.split('\n').map((line) => line.replace(/127\.0\.0\.1:\d+/g, 'here'));
  expect(lines).toEqual([
    'Chat:  proxyServer ws://here',
    expect.stringMatching(/^Stage: websocketProxy ws:\/\/here\/\S+, loggerProxy http:\/\/here\/\S+$/),
    expect.stringMatching(/^App: {3}SDKAppID 1400000001, /),
    'Fault: POST http://here/__faults',
  ]);
});

it.each([[['--host']], [['--host', '0.0.0.0']], [['--host', '--port', '0']]])(
  'says what opening it to the network means: %s',
  async (args) => {
    const port = args.includes('--port') ? [] : ['--port', '0'];
    expect(await printed(...args, ...port)).toContain('Anybody on your network can now reach this server');
  },
);

it('helps', async () => {
  expect(await printed('--help')).toContain('--port');
  await expect(printed('--nonsense')).rejects.toThrow('--nonsense');
});

it('runs from its script and stops when told to', async () => {
  const child = spawn(process.execPath, ['scripts/emulator.mjs', '--port', '0']);
  let text = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.includes('Fault:')) break;
  }
  expect(text).toContain('proxyServer ws://127.0.0.1:');
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
}, 30_000);
