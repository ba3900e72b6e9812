// `npm run emulator`: runs emulator/cli.ts. Node 20 reads no TypeScript, Vite does.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

let emulator;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await emulator?.close();
    process.exit(0);
  });
}

try {
  const cli = fileURLToPath(new URL('../emulator/cli.ts', import.meta.url));
  const { module } = await runnerImport(cli, { configFile: false, logLevel: 'error' });
  emulator = await module.run(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
