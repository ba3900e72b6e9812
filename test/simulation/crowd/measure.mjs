// Measures crowds with different spreads and countdowns and prints a table (docs/decisions/0001-spread.md).
import v8 from 'node:v8';
import vm from 'node:vm';
import { bundleSimulation, loadSimulation } from '../bundle.mjs';

const SPREAD = { file: 'src/core/room/viewer-flow.ts', from: 'Math.max(share, entrySpread(members))' };
const LOSS = 0.05;

/** `spread` in seconds; undefined: what the kit chooses. */
const CASES = [
  ...[3, 10, 0].map((countdown) => ({ spread: undefined, countdown, people: 1 })),
  ...[3, 10, 0].map((countdown) => ({ spread: undefined, countdown, people: 10 })),
  ...[0, 2, 10].flatMap((spread) => [3, 10].map((countdown) => ({ spread, countdown, people: 1 }))),
];

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

function changesOf(spread) {
  return spread === undefined ? [] : [{ ...SPREAD, to: String(spread * 1000) }];
}

function heapUsed() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/**
 * @param {{ people: number, viewers: number, seed: number, tell: (line: string) => void }} options
 */
export async function measureCrowds({ people: all, viewers, seed, tell }) {
  const codes = new Map();
  const codeOf = async (spread) => {
    if (!codes.has(spread)) {
      const changes = changesOf(spread);
      codes.set(spread, await bundleSimulation({ entry: './crowd/index.ts', changes }));
    }
    return codes.get(spread);
  };
  tell(
    `${all} people, simulated by ${viewers} viewers in one process, ${LOSS * 100} % of messages and requests lost, seed ${seed}`,
  );
  tell(
    '| people | spread | countdown | entries/s peak | p99 | reads/s peak | p99 | idle peak | after stop peak | sees after zero 50 % | 99 % | 99.9 % | 100 % | s to simulate |',
  );
  tell('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
  let isFirst = true;
  for (const { spread, countdown, people } of CASES) {
    const from = performance.now();
    const simulation = loadSimulation(await codeOf(spread));
    const before = heapUsed();
    const crowd = simulation.crowdOf({ viewers, weight: (all * people) / viewers, countdown, loss: LOSS, seed });
    crowd.gather();
    const bytes = (heapUsed() - before) / viewers;
    const { entries, reads, idleReads, seen, readsAfterStop } = crowd.show();
    const waits = seen.map((seconds) => (seconds === Infinity ? 'later than 120 s' : `${seconds.toFixed(1)} s`));
    const rates = [entries.peak, entries.p99, reads.peak, reads.p99, idleReads.peak, readsAfterStop.peak].map((rate) =>
      rate.toLocaleString('en'),
    );
    const took = ((performance.now() - from) / 1000).toFixed(0);
    const chosen = spread === undefined ? 'automatic' : `${spread} s`;
    tell(
      `| ${[(all * people).toLocaleString('en'), chosen, `${countdown} s`, ...rates, ...waits, took].join(' | ')} |`,
    );
    // Later cases share what the first one warmed up and leave behind what the collector has not taken yet.
    if (isFirst) tell(`(${bytes.toFixed(0)} bytes of heap a viewer)`);
    isFirst = false;
  }
}
