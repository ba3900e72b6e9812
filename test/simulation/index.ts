// What the bundle gives to scripts/simulate.mjs and to the tests.
import fc from 'fast-check';
export { coverage, forget, PHASES } from './coverage.js';
import { runSchedule } from './run-schedule.js';
import { scheduleArbitrary, type Schedule, type ScheduleBounds } from './schedule.js';
import { Tally } from './world/weather.js';

declare const settle: () => void;

export interface Found {
  readonly violation: string;
  readonly schedule: Schedule;
  readonly schedules: number;
}

export interface Batch {
  readonly found: Found | undefined;
  readonly schedules: number;
  readonly steps: number;
}

export const tally = new Tally();
export type { Schedule };

/** Runs `runs` schedules made from `seed`; the first that breaks a rule is shrunk. */
export function runBatch(seed: number, runs: number, bounds: ScheduleBounds): Batch {
  let schedules = 0;
  let steps = 0;
  let isShrinking = false;
  const property = fc.property(scheduleArbitrary(bounds), (schedule) => {
    const outcome = runSchedule(schedule, { settle, tally: isShrinking ? new Tally() : tally });
    if (!isShrinking) {
      schedules++;
      steps += outcome.steps;
    }
    if (!outcome.violation) return;
    isShrinking = true;
    throw new Error(outcome.violation);
  });
  const details = fc.check(property, { seed, numRuns: runs, endOnFailure: false });
  const [schedule] = details.counterexample ?? [];
  if (!schedule) return { schedules, steps, found: undefined };
  const { violation = 'not broken again' } = runSchedule(schedule, { settle, tally: new Tally() });
  return { schedules, steps, found: { violation, schedule, schedules } };
}

/** Runs one schedule and tells its story. */
export function play(schedule: Schedule): {
  readonly story: readonly string[];
  readonly violation: string | undefined;
} {
  const story: string[] = [];
  const { violation } = runSchedule(schedule, { settle, tally: new Tally(), tell: (line) => story.push(line) });
  return { story, violation };
}

/** The shortest schedule found that breaks a rule in words that contain `what`. */
export function hunt(what: string, seed: number, runs: number, bounds: ScheduleBounds): Schedule | undefined {
  const property = fc.property(scheduleArbitrary(bounds), (schedule) => {
    const { violation } = runSchedule(schedule, { settle, tally: new Tally() });
    return !violation?.includes(what);
  });
  return fc.check(property, { seed, numRuns: runs }).counterexample?.[0];
}

/** The first of `runs` schedules that breaks a rule, as it comes, not shrunk; those that `isKnown` says break one anyway don't count. */
export function findFirst(
  seed: number,
  runs: number,
  bounds: ScheduleBounds,
  isKnown: (schedule: Schedule) => boolean,
): { readonly schedules: number; readonly violation?: string } {
  let schedules = 0;
  for (const schedule of fc.sample(scheduleArbitrary(bounds), { seed, numRuns: runs })) {
    schedules++;
    const { violation } = runSchedule(schedule, { settle, tally: new Tally() });
    if (violation && !isKnown(schedule)) return { schedules, violation };
  }
  return { schedules };
}

/** What `runs` schedules break, how often, and one schedule for each: everything at a glance, nothing shrunk. */
export function survey(seed: number, runs: number, bounds: ScheduleBounds) {
  const found = new Map<string, { count: number; readonly schedule: Schedule }>();
  for (const schedule of fc.sample(scheduleArbitrary(bounds), { seed, numRuns: runs })) {
    const { violation } = runSchedule(schedule, { settle, tally });
    if (!violation) continue;
    const kind = violation.replace(/^\w+( \(tab \d\))?:? /, '').replace(/\d+/g, '#');
    const known = found.get(kind);
    if (known) known.count++;
    else found.set(kind, { count: 1, schedule });
  }
  return [...found].map(([kind, { count, schedule }]) => ({ kind, count, schedule }));
}
