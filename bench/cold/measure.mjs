// Loads a page in a browser of its own, notes every script it asks for, and waits until somebody can write.
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { ensureChromium } from '../../scripts/find-chromium.mjs';
import { QUIET } from '../lib/flags.mjs';

const STAGE_SDK = /startLocalVideo[^]*switchRole|switchRole[^]*startLocalVideo/;
/** Ours calls these by name as well, but is nowhere near as large. */
const STAGE_SDK_BYTES = 200_000;

export async function* measureCold(stand) {
  const host = await openPage(stand, 'host', 'star');
  try {
    await host.usable();
    for (let round = 1; round <= stand.rounds; round++) {
      for (const way of ['bare', 'kit']) yield { way, round, ...(await measure(stand, way, `${way}-${round}`)) };
    }
  } finally {
    await host.close();
  }
}

async function measure(stand, way, user) {
  const page = await openPage(stand, way, user);
  try {
    const usable = await page.usable();
    const scripts = await page.scripts();
    const stageSdk = scripts.find((text) => text.length > STAGE_SDK_BYTES && STAGE_SDK.test(text));
    if (stageSdk) throw new Error(`The ${way} page loaded the stage SDK before anybody wanted it.`);
    return { usable, requests: scripts.length, bytes: scripts.reduce((sum, text) => sum + gzipSync(text).length, 0) };
  } finally {
    await page.close();
  }
}

async function openPage({ site, services }, name, user) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: QUIET });
  const page = await browser.newPage();
  const scripts = [];
  page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  await page.goto(`${site.url}/${name}.html?${new URLSearchParams({ room: 'cold', user, ...services.attributes })}`);
  return {
    /** Milliseconds from the start of the navigation until somebody can write. */
    usable: async () => (await page.waitForFunction(() => window.usableAt)).jsonValue(),
    // Only afterwards: handing over what came would hold up what is still to come.
    scripts: () => Promise.all(scripts.map((response) => response.text())),
    close: () => browser.close(),
  };
}
