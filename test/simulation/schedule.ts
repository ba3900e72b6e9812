// A schedule: everything that decides a story. Plain data, so that it can be shrunk, printed, kept and run again.
import fc from 'fast-check';
import { ACTS } from './acts.js';
import { WEATHERS } from './world/weather.js';

export interface Step {
  /** Name of what happens, see acts.ts. */
  readonly act: string;
  /** Which of the pages it happens to (modulo their number). */
  readonly who: number;
  /** What the act makes of it: how long, which one, how many. */
  readonly n: number;
  /** Milliseconds until the next step. */
  readonly wait: number;
}

export interface Schedule {
  /** For everything that is left to chance inside the world. */
  readonly seed: number;
  readonly viewers: number;
  /** How far the show is when the story begins: 0 nobody has opened the room, 1 open, 2 live. */
  readonly begun: number;
  /** One level 0–3 per kind of weather. */
  readonly weather: readonly number[];
  /** How wrong the pages' clocks are: 0 right, 1 seconds, 2 hours. */
  readonly skew: number;
  /** Whether newcomers get what was said last. */
  readonly history: boolean;
  /** Whether people have credentials that run out. */
  readonly credentials: boolean;
  readonly steps: readonly Step[];
}

export interface ScheduleBounds {
  /** Most viewers' pages at the beginning. */
  readonly viewers: number;
  /** Most steps. */
  readonly steps: number;
}

/** Short waits for races, long ones for intervals. */
const WAITS = [0, 5, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 70_000];

const NAMES = Object.entries(ACTS).flatMap(([name, { weight }]) => Array<string>(weight).fill(name));

/**
 * Half of the schedules are of a few acts only: what two of them do to each other when they meet again and again is
 * lost among forty. Known as swarm testing (Groce and others, 2012).
 */
export function scheduleArbitrary({ viewers, steps }: ScheduleBounds): fc.Arbitrary<Schedule> {
  const act = fc.nat(NAMES.length - 1);
  const few = fc.option(fc.array(act, { minLength: 2, maxLength: 8 }), { freq: 1 });
  const step = fc.tuple(act, fc.nat(7), fc.nat(255), fc.nat(WAITS.length - 1));
  const story = fc
    .tuple(few, fc.array(step, { minLength: 1, maxLength: steps, size: 'max' }))
    .map(([acts, all]) => all.map((drawn) => stepOf(drawn, acts)));
  const level = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) });
  return fc.record({
    seed: fc.nat(0xffffffff),
    viewers: fc.integer({ min: 1, max: viewers }),
    begun: fc.nat(2),
    weather: fc.array(level, { minLength: WEATHERS.length, maxLength: WEATHERS.length }),
    skew: fc.nat(2),
    history: fc.boolean(),
    credentials: fc.boolean(),
    steps: story,
  });
}

function stepOf([act, who, n, wait]: readonly [number, number, number, number], acts: readonly number[] | null): Step {
  const chosen = acts ? acts[act % acts.length]! : act;
  return { act: NAMES[chosen]!, who, n, wait: WAITS[wait]! };
}
