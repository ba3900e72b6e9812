// `npm run bench -- reveal`: how many frames the signature moment drops, beside the same page before and after it.
// Options: --rounds=5 --widths=390,1280
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { ensureChromium } from '../scripts/find-chromium.mjs';
import { ON_AIR } from './lib/flags.mjs';
import { readOptions } from './lib/options.mjs';
import { serveBuilt } from './lib/site.mjs';
import { measureAlone, measureReveal } from './reveal/measure.mjs';
import { report } from './reveal/report.mjs';

const options = readOptions({ rounds: 5, widths: '390,1280' });
const site = await serveBuilt(fileURLToPath(new URL('.', import.meta.url)), ['swap/kit.html', 'reveal/alone.html']);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ON_AIR });
const records = [];
try {
  for (let round = 1; round <= options.rounds; round++) {
    for (const width of options.widths.split(',').map(Number)) {
      for (const [way, measure] of Object.entries({ alone: measureAlone, shared: measureReveal })) {
        const record = { round, width, way, load: os.loadavg()[0], ...(await measure({ browser, site }, width)) };
        records.push(record);
        console.log(JSON.stringify(record));
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}

const text = report(records, options);
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('reveal.md', folder), text);
console.log(`\n${text}`);
