// `npm run bench -- <name> [--runs=3] …`: runs bench/<name>.mjs.
import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';

const [name] = process.argv.slice(2);
const file = new URL(`./${name}.mjs`, import.meta.url);

if (!name || name === 'run' || !/^[\w-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(new URL('.', import.meta.url)).filter(
    (entry) => entry.endsWith('.mjs') && entry !== 'run.mjs',
  );
  console.error(`Which benchmark? ${names.map((entry) => `npm run bench -- ${entry.slice(0, -4)}`).join(', ')}`);
  process.exit(1);
}
await import(file.href);
