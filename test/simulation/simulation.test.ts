// Rooms in a simulated world, from a new seed each time: SIMULATE_SECONDS (10; 60 in CI), SIMULATE_SEED. Every schedule that ever
// broke a rule is run again. `npm run simulate` does the same at length and tells the story of what it finds.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { bundleSimulation, loadSimulation } from './bundle.mjs';
import type * as Simulation from './index.js';
import type { Schedule } from './schedule.js';

const DEFAULT_SECONDS = process.env['CI'] ? 60 : 10;
const SECONDS = Number(process.env['SIMULATE_SECONDS'] ?? DEFAULT_SECONDS);
const SEED = Number(process.env['SIMULATE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const BATCH = 100;

interface Failed {
  /** What it broke when it was found. */
  readonly violation: string;
  readonly schedule: Schedule;
}

const failed = JSON.parse(readFileSync(new URL('failed.json', import.meta.url), 'utf8')) as readonly Failed[];

interface Corner {
  /** `event phase`, as rarely met as that. */
  readonly pair: string;
  readonly schedule: Schedule;
}

const corners = JSON.parse(readFileSync(new URL('corners.json', import.meta.url), 'utf8')) as readonly Corner[];

let simulation: typeof Simulation;

beforeAll(async () => {
  simulation = loadSimulation(await bundleSimulation()) as typeof Simulation;
}, 60_000);

/** Outside of any promise: the simulation settles its own. */
const afterThis = () => new Promise<void>((resolve) => setImmediate(resolve));

it.each(failed.map(({ violation, schedule }, index) => [index, violation, schedule] as const))(
  'does not fall again where it fell: %i, %s',
  async (_, __, schedule) => {
    await afterThis();
    const { story, violation } = simulation.play(schedule);
    expect(violation, story.join('\n')).toBeUndefined();
  },
  30_000,
);

it.each(corners)('gets to the corner where $pair', async ({ pair, schedule }) => {
  simulation.forget();
  const { violation } = simulation.play(schedule);
  await afterThis();
  expect(violation).toBeUndefined();
  expect(simulation.coverage().missing).not.toContain(pair);
});

it(
  `keeps its rules for ${SECONDS} s of schedules from seed ${SEED}`,
  async () => {
    const until = performance.now() + SECONDS * 1000;
    let schedules = 0;
    for (let batch = 0; performance.now() < until; batch++) {
      await afterThis();
      const { found, ...done } = simulation.runBatch(SEED + batch, BATCH, { viewers: 3, steps: 20 });
      schedules += done.schedules;
      if (!found) continue;
      const { story } = simulation.play(found.schedule);
      expect.fail(`seed ${SEED + batch}: ${found.violation}\n${story.join('\n')}\n${JSON.stringify(found.schedule)}`);
    }
    expect(schedules).toBeGreaterThan(0);
    console.log(`${schedules} schedules from seed ${SEED}`);
  },
  (SECONDS + 120) * 1000,
);

it('meets no pair of event and phase that is said to be impossible', () => {
  expect(simulation.coverage().refuted).toEqual([]);
});
