// `npm run emulator`: runs emulator/cli.ts. Node 20 reads no TypeScript, Vite does.
import process from 'node:process';
import { runnerImport } from 'vite';

const root = new URL('..', import.meta.url);
const { module } = await runnerImport(new URL('emulator/cli.ts', root).pathname, {
  configFile: false,
  logLevel: 'error',
});

try {
  const emulator = await module.run(process.argv.slice(2), (line) => console.log(line));
  const stop = () => void emulator?.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
