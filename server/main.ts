// The command: the settings come from the environment, the users from authorize.ts.
import process from 'node:process';
import { createExampleAuthorize } from './authorize.js';
import { start } from './start.js';

try {
  await start({
    env: process.env,
    args: process.argv.slice(2),
    authorize: createExampleAuthorize,
    print: (line) => console.log(line),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The server could not start.');
  process.exitCode = 1;
}
