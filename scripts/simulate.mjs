// `npm run simulate -- [--runs N] [--seconds N] [--seed S] [--viewers V] [--steps N]`: rooms in a simulated world, see test/simulation.
// `--play FILE` tells the story of one schedule, `--mutations` plants known mistakes, `--crowd N` measures a large audience
// (`--sample M`: by M viewers who stand for all of them).
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bundleSimulation, loadSimulation } from '../test/simulation/bundle.mjs';
import { findMutations } from '../test/simulation/find-mutations.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    viewers: { type: 'string', default: '3' },
    steps: { type: 'string', default: '20' },
    play: { type: 'string' },
    mutations: { type: 'boolean', default: false },
    crowd: { type: 'string' },
    sample: { type: 'string' },
  },
});

const BATCH = 500;
const seed = values.seed === undefined ? randomInt(1, 2 ** 31) : Number(values.seed);
const bounds = { viewers: Number(values.viewers), steps: Number(values.steps) };

/** A promise that nobody took care of is a mistake like any other. */
const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Schedules that meet what hardly any other does. */
const CORNERS = new URL('../test/simulation/corners.json', import.meta.url);

async function run() {
  const simulation = loadSimulation(await bundleSimulation());
  for (const { schedule } of JSON.parse(readFileSync(CORNERS, 'utf8'))) simulation.play(schedule);
  const runs = Number(values.runs ?? (values.seconds ? Infinity : 10_000));
  const until = performance.now() + Number(values.seconds ?? Infinity) * 1000;
  const from = performance.now();
  let [schedules, steps, found] = [0, 0, undefined];
  for (let batch = 0; schedules < runs && performance.now() < until && !found; batch++) {
    const result = simulation.runBatch(seed + batch, Math.min(BATCH, runs - schedules), bounds);
    schedules += result.schedules;
    steps += result.steps;
    found = result.found && { ...result.found, seed: seed + batch };
    await turn();
    if (unhandled.length > 0)
      throw new Error(`A promise was rejected and nobody cared (seed ${seed + batch}): ${unhandled[0]}`);
  }
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `${schedules} schedules (seed ${seed}), ${steps} steps in ${seconds.toFixed(1)} s: ${(schedules / seconds).toFixed(0)} schedules/s`,
  );
  tellFaults(simulation);
  tellCoverage(simulation);
  if (found) tellFound(simulation, found);
}

function tellFaults({ tally }) {
  console.log('\nFaults injected:');
  const counts = [...tally.counts].filter(([kind]) => !kind.startsWith('planned: ')).sort((a, b) => b[1] - a[1]);
  for (const [kind, count] of counts) console.log(`  ${String(count).padStart(9)} ${kind}`);
  const planned = [...tally.counts].filter(([kind]) => kind.startsWith('planned: '));
  console.log(
    `  ${String(planned.reduce((sum, [, count]) => sum + count, 0)).padStart(9)} requests of ${planned.length} kinds failed as planned`,
  );
}

function tellCoverage({ coverage, PHASES }) {
  const { pairs, visited, impossible, missing, refuted, table } = coverage();
  console.log(
    `\nReducer: ${visited} of ${pairs} pairs of event and phase visited, ${impossible} impossible (×), ${missing.length} open (–)`,
  );
  console.log(['', ...PHASES].map((name, index) => (index === 0 ? name.padEnd(20) : name.padStart(10))).join(''));
  for (const row of table) console.log(row);
  if (refuted.length > 0) console.log(`Said to be impossible, and seen: ${refuted.join(', ')}`);
}

function tellFound(simulation, { violation, schedule, seed: where, schedules }) {
  console.log(`\nBroken, in the batch of seed ${where} after ${schedules} schedules: ${violation}\n`);
  console.log(simulation.play(schedule).story.join('\n'));
  console.log(
    `\nThe shortest schedule that does it (keep it in test/simulation/failed.json):\n${JSON.stringify(schedule)}`,
  );
  process.exitCode = 1;
}

if (values.play) {
  const simulation = loadSimulation(await bundleSimulation());
  const { story, violation } = simulation.play(JSON.parse(readFileSync(values.play, 'utf8')));
  console.log(story.join('\n'), `\n\n${violation ?? 'Nothing was broken.'}`);
} else if (values.mutations) {
  const found = await findMutations({ seed, most: Number(values.runs ?? 20_000), bounds });
  for (const { name, schedules, violation } of found) {
    console.log(
      `${violation ? 'caught' : 'MISSED'} ${String(schedules).padStart(6)} schedules  ${name}${violation ? `  →  ${violation}` : ''}`,
    );
  }
  if (found.some(({ violation }) => !violation)) process.exitCode = 1;
} else if (values.crowd) {
  const { measureCrowds } = await import('../test/simulation/crowd/measure.mjs');
  const people = Number(values.crowd);
  await measureCrowds({ people, viewers: Number(values.sample ?? people), seed, tell: (line) => console.log(line) });
} else await run();
