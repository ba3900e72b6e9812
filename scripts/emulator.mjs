// `npm run emulator`: runs emulator/cli.ts. Node 20 reads no TypeScript, Vite does.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../emulator/cli.ts', import.meta.url)), {
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
