// `npm run bench -- swap`: how long from the host's word to the viewer's first frame, beside a bare RTCPeerConnection and the bare SDK in the same run.
// Options: --rounds=10 --countdown=3
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { ensureChromium } from '../scripts/find-chromium.mjs';
import { startServices } from './lib/emulated.mjs';
import { readOptions } from './lib/options.mjs';
import { serveBuilt } from './lib/site.mjs';
import { report } from './swap/report.mjs';
import { measureCountdown, measurePlain, measureSdk, measureSwap } from './swap/measure.mjs';
import { ON_AIR } from './lib/flags.mjs';

const options = readOptions({ rounds: 10, countdown: 3 });
const site = await serveBuilt(fileURLToPath(new URL('./swap', import.meta.url)), [
  'kit.html',
  'plain.html',
  'sdk.html',
]);
const services = await startServices(site.url);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ON_AIR });
const records = [];
try {
  const stand = { browser, site, services, ...options };
  for (let round = 1; round <= options.rounds; round++) {
    for (const measure of [measurePlain, measureSdk, measureSwap, measureCountdown]) {
      const record = { round, load: os.loadavg()[0], ...(await measure(stand, round)) };
      records.push(record);
      console.log(JSON.stringify(record));
    }
  }
} finally {
  await browser.close();
  await services.close();
  await site.close();
}

const text = report(records, options);
const folder = new URL('./results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('swap.md', folder), text);
console.log(`\n${text}`);
