// `npm run bench -- chat`: what <bigcast-chat> costs beside a ring of rows written by hand, and whether it keeps its promises.
// Options: --runs=3 --only=paced,latency,heap,held --rates=200,1000,full
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { measureHeap, measureHeld, measureLatency, measurePaced } from './chat/measure.mjs';
import { report } from './chat/report.mjs';
import { readOptions } from './lib/options.mjs';
import { serveBuilt } from './lib/site.mjs';

const options = readOptions({ runs: 3, only: 'paced,latency,heap,held', rates: '200,1000,full' });
const MEASURES = { paced: measurePaced, latency: measureLatency, heap: measureHeap, held: measureHeld };

const site = await serveBuilt(fileURLToPath(new URL('./chat', import.meta.url)));
const results = { options, records: [] };
try {
  for (const name of options.only.split(',')) {
    for await (const record of MEASURES[name](site.url, options)) {
      results.records.push({ measure: name, load: os.loadavg()[0], ...record });
      console.log(JSON.stringify(results.records.at(-1)));
    }
  }
} finally {
  await site.close();
}

const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('chat.json', folder), `${JSON.stringify(results, null, 1)}\n`);
console.log(`\n${report(results.records)}\n`);
