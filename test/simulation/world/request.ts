// A request to a service: there, carried out, back; each leg takes its time, and each can go wrong.
import { RoomError, type RoomErrorCode } from '../../../src/core/index.js';
import type { Page } from './page.js';
import type { World } from './world.js';

/** What becomes of a request. `deaf`: carried out, but its answer is lost and a failure reported. A code: refused with it. */
export type Fate = 'ok' | 'fail' | 'hang' | 'deaf' | RoomErrorCode;

export interface Request<T> {
  readonly name: string;
  /** What a lost request is reported as. */
  readonly lostAs?: RoomErrorCode;
  /** Carries it out at the service. */
  readonly work: () => T;
  /** Whether the page can get through to the service at all. */
  readonly isUp?: () => boolean;
  /** Told when the answer reaches the page, before the page's code goes on; false: nobody is there to hear it. */
  readonly arrived?: (value: T) => boolean;
}

const SLOW = { least: 4_000, most: 20_000 };

export function request<T>(world: World, page: Page, { name, lostAs = 'network', ...asked }: Request<T>): Promise<T> {
  const { time } = world;
  const fate = fateOf(world, page, name);
  return new Promise((resolve, reject) => {
    if (fate === 'hang') return;
    const refuse = (code: RoomErrorCode) => {
      const error = new RoomError(code, `Simulated: ${name} was refused.`);
      time.after(legOf(world), () => reject(error), page);
    };
    if (fate === 'fail') return refuse(lostAs);
    if (fate !== 'ok' && fate !== 'deaf') return refuse(fate);
    if (asked.isUp && !asked.isUp()) return refuse(lostAs);
    time.after(legOf(world), () => {
      try {
        const value = asked.work();
        if (fate === 'deaf') return refuse(lostAs);
        const answer = () => {
          if (asked.arrived?.(value) !== false) resolve(value);
        };
        time.after(legOf(world), answer, page);
      } catch (error) {
        time.after(legOf(world), () => reject(error instanceof Error ? error : new Error(String(error))), page);
      }
    });
  });
}

function fateOf(world: World, page: Page, name: string): Fate {
  const planned = page.plans.get(name)?.shift();
  if (planned) {
    world.tally.add(`planned: ${name} ${planned}`);
    return planned;
  }
  if (world.strikes('fail', 'request lost')) return 'fail';
  if (world.strikes('hang', 'request never answered')) return 'hang';
  return world.strikes('deaf', 'answer lost') ? 'deaf' : 'ok';
}

function legOf(world: World): number {
  if (world.strikes('slow', 'request slow')) return world.dice.between(SLOW.least, SLOW.most);
  return world.dice.between(10, 80);
}
