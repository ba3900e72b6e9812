// `npm run verify:tencent`: runs verify/cli.ts. Node 20 reads no TypeScript, Vite does.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Ctrl+C stops the story; the room that it made is dismissed first. Twice: at once.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());

try {
  const cli = fileURLToPath(new URL('../verify/cli.ts', import.meta.url));
  const { module } = await runnerImport(cli, { configFile: false, logLevel: 'error' });
  process.exitCode = await module.run({
    args: process.argv.slice(2),
    env: process.env,
    print: (line) => console.log(line),
    signal: stop.signal,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
