// `npm run bench -- cold`: what a page with nothing but the chat loads, and when somebody can write, beside the chat SDK alone.
// Options: --rounds=10
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { measureCold } from './cold/measure.mjs';
import { report } from './cold/report.mjs';
import { startServices } from './lib/emulated.mjs';
import { readOptions } from './lib/options.mjs';
import { serveBuilt } from './lib/site.mjs';

const options = readOptions({ rounds: 10 });
const pages = ['kit.html', 'bare.html', 'host.html'];
const site = await serveBuilt(fileURLToPath(new URL('./cold', import.meta.url)), pages);
const services = await startServices(site.url);
const records = [];
try {
  for await (const record of measureCold({ site, services, ...options })) {
    records.push({ load: os.loadavg()[0], ...record });
    console.log(JSON.stringify(records.at(-1)));
  }
} finally {
  await services.close();
  await site.close();
}

const text = report(records, options);
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('cold.md', folder), text);
console.log(`\n${text}`);
