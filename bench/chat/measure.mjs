// The measurements: each run in a browser of its own, candidates in turn, so that a drift of the machine hits all alike.
import { heapInUse, mainThreadTime, withPage } from '../lib/browser.mjs';

const ALL = ['nothing', 'ring', 'ring-rich', 'element'];

/** What is fed at each rate: into a list that is full already, for ten seconds or 10,000 messages. */
const PACED = {
  200: { before: 1000, count: 2000, rate: 200 },
  1000: { before: 1000, count: 10_000, rate: 1000 },
  full: { before: 1000, count: 10_000 },
};

/** Runs `work` for each candidate in turn, `runs` times. */
async function* inTurn(url, runs, candidates, work) {
  for (let run = 1; run <= runs; run++) {
    for (const candidate of candidates) {
      const measured = await withPage(`${url}/?candidate=${candidate}`, async (page, devtools) => {
        await page.waitForFunction(() => 'bench' in globalThis);
        return work({
          devtools,
          page,
          run: (name, plan) => page.evaluate(([n, p]) => globalThis.bench[n](p), [name, plan]),
        });
      });
      yield { candidate, run, ...measured };
    }
  }
}

/** Main-thread time, frames and long tasks at a steady rate. */
export async function* measurePaced(url, { runs, rates }) {
  for (const rate of rates.split(',')) {
    const { before, ...plan } = PACED[rate];
    const measured = inTurn(url, runs, ALL, async ({ devtools, run }) => {
      await run('soak', { from: 0, count: before });
      const start = await mainThreadTime(devtools);
      const seen = await run('paced', { from: before, ...plan });
      return { ...seen, cpu: (await mainThreadTime(devtools)) - start };
    });
    for await (const record of measured) yield { rate, ...record };
  }
}

/** From the port to the screen, message by message, when it is quiet and when it is not. */
export async function* measureLatency(url, { runs }) {
  for (const rate of [2, 40, 1000]) {
    const plan = { from: 0, rate, count: rate * 5 };
    for await (const record of inTurn(url, runs, ['element'], ({ run }) => run('latency', plan)))
      yield { rate, ...record };
  }
}

/** Memory after collection, and nodes, as the conversation grows. */
export async function* measureHeap(url, { runs }) {
  const measured = inTurn(url, runs, ['ring-rich', 'element'], async ({ devtools, run }) => {
    const points = [];
    let fed = 0;
    for (const upTo of [1000, 10_000, 100_000]) {
      await run('soak', { from: fed, count: upTo - fed });
      fed = upTo;
      points.push({ messages: fed, heap: await heapInUse(devtools), nodes: await run('nodes') });
    }
    return { points };
  });
  yield* measured;
}

/** Scrolled up while 400 messages come, then back to the newest. */
export async function* measureHeld(url, { runs }) {
  yield* inTurn(url, runs, ['ring-rich', 'element'], async ({ page, run }) => {
    await run('soak', { from: 0, count: 1000 });
    const { x, y } = await run('scrollerBox');
    await page.mouse.move(x, y);
    for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -150);
    await page.waitForTimeout(600); // until the smooth scroll has come to rest
    const slow = await run('hold', { from: 1000, count: 200, rate: 40 });
    const fast = await run('hold', { from: 1200, count: 400, rate: 200 });
    const jump = await run('jump', { last: 1599 });
    return { slow, fast, jump };
  });
}
