// A fresh Chromium a run, and what it says of its main thread and its memory.
import { chromium } from 'playwright';
import { ensureChromium } from '../../scripts/find-chromium.mjs';
import { QUIET } from './flags.mjs';

const FLAGS = [...QUIET, '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

/** Opens `url` in a browser of its own, gives it to `work`, and closes the browser whatever happens. */
export async function withPage(url, work) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 480, height: 800 }, deviceScaleFactor: 1 });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
    const devtools = await context.newCDPSession(page);
    // Time the thread itself was running: a neighbour on the same core does not count as our work.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url);
    return await work(page, devtools);
  } finally {
    await browser.close();
  }
}

/** All that the main thread has done so far, microtasks included, in milliseconds of its own time. */
export async function mainThreadTime(devtools) {
  return (await metrics(devtools)).TaskDuration * 1000;
}

/** Bytes of JavaScript in use, after everything that can be collected has been. */
export async function heapInUse(devtools) {
  await devtools.send('HeapProfiler.enable');
  // What was freed by one pass may free more in the next.
  for (let pass = 0; pass < 4; pass++) await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.disable');
  return (await metrics(devtools)).JSHeapUsedSize;
}

async function metrics(devtools) {
  const answer = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(answer.metrics.map(({ name, value }) => [name, value]));
}
