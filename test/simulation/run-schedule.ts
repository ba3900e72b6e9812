// Plays one schedule in a world of its own: begin, the steps, calm, farewell; the rules are looked at all the while.
import { type RoomIntent, viewOf } from '../../src/core/index.js';
import { ACTS } from './acts.js';
import { disagreement, leftover, staying } from './rules/rest.js';
import { Rules } from './rules/rules.js';
import type { Schedule, Step } from './schedule.js';
import { Page } from './world/page.js';
import { type Tally, weatherOf } from './world/weather.js';
import { HOST, World } from './world/world.js';

/**
 * Milliseconds from the last fault until everybody agrees: a read in flight that nobody answers (15 s), the longest
 * interval (90 s), a stage that does not answer (12 s), the longest pause before the next attempt (45 s), and the ways there.
 */
export const CALM = 15_000 + 90_000 + 12_000 + 45_000 + 10_000;
/** Milliseconds in which everybody who goes is gone: the goodbyes of a host (4 × 4 s) and a request that is never answered. */
export const FAREWELL = 45_000;

export interface Outcome {
  readonly violation: string | undefined;
  readonly steps: number;
}

export interface RunOptions {
  readonly settle: () => void;
  readonly tally: Tally;
  readonly tell?: (line: string) => void;
}

const SKEWS = [
  [0, 0],
  [-3_000, 3_000],
  [-7_200_000, 7_200_000],
] as const;

export function runSchedule(schedule: Schedule, { settle, tally, tell }: RunOptions): Outcome {
  const rules = new Rules();
  const { seed, history: hasHistory } = schedule;
  const world = new World({ seed, settle, rules, tally, tell, hasHistory });
  rules.watch(world);
  begin(world, schedule);
  let steps = 0;
  for (const step of schedule.steps) {
    if (rules.violation) break;
    take(world, step);
    steps++;
  }
  for (const stretch of [calm, farewell]) if (!rules.violation) stretch(world, schedule);
  return { violation: rules.violation, steps };
}

function begin(world: World, { viewers, begun, weather, skew, credentials }: Schedule): void {
  const [least, most] = SKEWS[skew] ?? SKEWS[0];
  const open = (user: string) => {
    const clockSkew = Math.round(world.dice.between(least, most));
    world.pages.push(new Page(world, { user, tab: 0, skew: clockSkew, hasCredentials: credentials }));
  };
  open(HOST);
  for (let number = 1; number <= viewers; number++) open(`viewer${number}`);
  const prelude: RoomIntent[] = [{ type: 'open' }, { type: 'go-live', countdown: 0 }];
  for (const intent of prelude.slice(0, begun)) {
    world.time.pass(1_000);
    world.pages[0]!.want(intent);
  }
  world.time.pass(begun * 1_000);
  world.weather = weatherOf(weather);
}

function take(world: World, { act, who, n, wait }: Step): void {
  const page = world.pages[who % world.pages.length]!;
  world.say(() => `${clockOf(world)} ${page.name} ${ACTS[act]!.words(n)}, then ${wait} ms`);
  if (!page.dead) ACTS[act]!.run(world, page, n);
  world.time.pass(wait);
  world.rules.look(world);
}

/** Everything works again, and everybody who can come back does, one page a person. */
function calm(world: World): void {
  world.say(() => `${clockOf(world)} (the weather) is calm from now on`);
  world.weather = weatherOf([]);
  world.chat.banned.clear();
  world.chat.muted.clear();
  const running = world.pages.filter(({ dead }) => !dead);
  for (const page of running) {
    page.plans.clear();
    page.im?.line?.restore();
    if (page.frozen) world.time.thaw(page);
  }
  world.time.pass(1_000);
  const people = new Map(running.map((page) => [page.user, page]));
  const others = running.filter((page) => people.get(page.user) !== page);
  for (const page of others) page.want({ type: 'leave' });
  if (others.length > 0) world.time.pass(FAREWELL);
  for (const page of people.values()) comeBack(page);
  // What was under way may have failed for good since: whoever is told so presses "try again".
  world.time.pass(30_000);
  for (const page of people.values()) comeBack(page);
  world.time.pass(CALM);
  world.rules.look(world);
  for (const page of staying(world)) {
    const wrong = disagreement(world, page) ?? world.rules.conversation.unsettled(page);
    if (wrong) world.rules.violate(`${page.name}, ${CALM / 1000} s after the last fault, ${wrong}`);
  }
  for (const page of running) checkSettled(world, page);
}

function comeBack(page: Page): void {
  const { state } = page.controller;
  if (state.stage === 'failed') page.want({ type: 'retry-stage' });
  if (viewOf(state) === 'blocked') page.want({ type: 'enter' });
}

function checkSettled(world: World, page: Page): void {
  for (const { intent } of page.wants.values()) world.rules.violate(`${page.name}: ${intent.type} never settled`);
  const { link, phase } = page.controller.state;
  if (phase === 'ended' || link === 'offline' || link === 'kicked') checkEmpty(world, page);
}

function checkEmpty(world: World, page: Page): void {
  const left = leftover(world, page);
  if (left)
    world.rules.violate(`${page.name} (${page.controller.state.phase}, ${page.controller.state.link}): ${left}`);
}

/** The host ends the show or just goes; then everybody else goes. */
function farewell(world: World, { seed }: Schedule): void {
  const running = world.pages.filter(({ dead }) => !dead);
  world.say(() => `${clockOf(world)} (farewell)`);
  if (seed % 2 === 0) for (const page of running) if (page.isHost) page.want({ type: 'end' });
  world.time.pass(10_000);
  for (const page of running) page.want({ type: 'leave' });
  world.time.pass(FAREWELL);
  for (const page of running) {
    checkSettled(world, page);
    checkEmpty(world, page);
  }
}

function clockOf({ time }: World): string {
  return `[${((time.now - 1_790_000_000_000) / 1000).toFixed(1)} s]`;
}
