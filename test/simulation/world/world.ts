// One simulated world: time, chance, weather, the two services, the pages, and the rules that are watched. No rule is written here.
import type { Rules } from '../rules/rules.js';
import { ChatService } from './chat-service.js';
import { Dice } from './dice.js';
import type { Page } from './page.js';
import { StageService } from './stage-service.js';
import { WorldTime } from './time.js';
import { type Tally, type Weather, weatherOf } from './weather.js';

export interface WorldOptions {
  readonly seed: number;
  /** Lets every promise that can settle do so. */
  readonly settle: () => void;
  readonly rules: Rules;
  readonly tally: Tally;
  /** Takes the story in plain words; absent unless somebody reads it. */
  readonly tell?: ((line: string) => void) | undefined;
  /** Whether newcomers get what was said last. */
  readonly hasHistory?: boolean;
}

/** The chat room's id. */
export const ROOM = 'show';
/** User id of the host. */
export const HOST = 'star';

export class World {
  readonly time: WorldTime;
  readonly dice: Dice;
  readonly rules: Rules;
  readonly tally: Tally;
  readonly chat: ChatService;
  readonly stages: StageService;
  readonly pages: Page[] = [];
  readonly hasHistory: boolean;
  weather: Weather = weatherOf([]);
  readonly #tell: ((line: string) => void) | undefined;

  constructor({ seed, settle, rules, tally, tell, hasHistory = false }: WorldOptions) {
    this.time = new WorldTime(settle);
    this.dice = new Dice(seed);
    this.rules = rules;
    this.tally = tally;
    this.hasHistory = hasHistory;
    this.#tell = tell;
    this.chat = new ChatService(this);
    this.stages = new StageService(this);
  }

  /** Tells the story, if anybody listens. */
  say(line: () => string): void {
    this.#tell?.(line());
  }

  get isTold(): boolean {
    return this.#tell !== undefined;
  }

  /** Whether a fault of this kind happens now; counted if so. */
  strikes(kind: keyof Weather, fault: string): boolean {
    if (!this.dice.chance(this.weather[kind])) return false;
    this.tally.add(fault);
    return true;
  }
}
