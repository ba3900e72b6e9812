// A large audience in one process: a real controller for each viewer, ports that only count, virtual time.
import {
  createRoom,
  RoomError,
  type ImSignal,
  type Ports,
  type RoomController,
  type RoomProfile,
} from '../../../src/core/index.js';
import { Dice } from '../world/dice.js';
import { BEGINNING, type Owner, PageClock, WorldTime } from '../world/time.js';
import { Meter, type Rate } from './meter.js';
import { CrowdAv, CrowdIm } from './ports.js';

export interface CrowdOptions {
  readonly viewers: number;
  /** How many people each viewer stands for. */
  readonly weight: number;
  /** Seconds between the announcement and the picture. */
  readonly countdown: number;
  /** Share of messages, tips, requests and entries that are lost. */
  readonly loss: number;
  readonly seed: number;
  readonly settle: () => void;
}

export interface CrowdFigures {
  readonly entries: Rate;
  readonly reads: Rate;
  /** Reads a second while nothing happens. */
  readonly idleReads: Rate;
  /** Seconds after the picture began until 50, 99, 99.9 and 100 % see it. */
  readonly seen: readonly number[];
  /** Reads a second after the host's picture stopped and the record said so. */
  readonly readsAfterStop: Rate;
}

/** Time over which people come in before the show, in milliseconds. */
const GATHERING = 60_000;
/** A long poll brings a message after this long, in milliseconds. Source: facts on the chat SDK's polling. */
const POLL = { least: 300, most: 2_300 };
const STAGE = 'show';

export class Crowd {
  readonly #options: CrowdOptions;
  readonly #time: WorldTime;
  readonly #dice: Dice;
  readonly #owner: Owner = { frozen: false, dead: false, parked: [] };
  readonly #clock: PageClock;
  readonly #rooms: RoomController[] = [];
  readonly #ears: CrowdIm[] = [];
  readonly #screens: CrowdAv[] = [];
  readonly #entries: Meter;
  readonly #reads: Meter;
  readonly #seenAt: number[] = [];
  #record = recordOf('waiting', 0, 0);
  #pictureAt = Infinity;

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.#time = new WorldTime(options.settle);
    this.#dice = new Dice(options.seed);
    this.#clock = new PageClock(this.#time, this.#owner, 0);
    this.#entries = new Meter(options.weight);
    this.#reads = new Meter(options.weight);
  }

  /** Everybody comes in. */
  gather(): void {
    for (let number = 0; number < this.#options.viewers; number++) {
      this.#time.after(this.#dice.between(0, GATHERING), () => this.#open(number), this.#owner);
    }
    this.#time.pass(GATHERING + 65_000);
  }

  /** The host goes live, stays for a while, and steps off. */
  show(): CrowdFigures {
    const idleReads = this.#reads.rate(this.#time.now - 60_000, this.#time.now);
    const announcedAt = this.#time.now;
    this.#pictureAt = announcedAt + this.#options.countdown * 1000;
    this.#say('live', {
      type: 'enter',
      stage: STAGE,
      run: 1,
      ...(this.#options.countdown > 0 && { in: this.#options.countdown }),
    });
    this.#time.pass(120_000);
    const entries = this.#entries.rate(announcedAt, this.#time.now);
    const reads = this.#reads.rate(announcedAt, this.#time.now);
    const seen = this.#waits();
    const stoppedAt = this.#time.now;
    this.#pictureAt = Infinity;
    this.#say('waiting', { type: 'host-left', run: 1 });
    for (const screen of this.#screens) screen.stop();
    this.#time.pass(60_000);
    return { entries, reads, idleReads, seen, readsAfterStop: this.#reads.rate(stoppedAt, this.#time.now) };
  }

  profile(): RoomProfile {
    return { owner: 'star', record: this.#record, members: this.#options.viewers * this.#options.weight };
  }

  /** A request there and back; one that is lost fails. */
  ask<T>(work: () => T, lostAs: 'network' | 'stage-unavailable' = 'network'): Promise<T> {
    return new Promise((resolve, reject) => {
      const isLost = this.#dice.chance(this.#options.loss);
      const answer = () => (isLost ? reject(new RoomError(lostAs, 'Simulated: lost.')) : resolve(work()));
      this.later(isLost ? 3_000 : this.#dice.between(40, 200), answer);
    });
  }

  later(ms: number, run: () => void): void {
    this.#time.after(ms, run, this.#owner);
  }

  countRead(): void {
    this.#reads.count(this.#time.now);
  }

  countEntry(): void {
    this.#entries.count(this.#time.now);
  }

  /** Milliseconds until the picture can be seen by somebody who is on the stage now. */
  get untilPicture(): number {
    return Math.max(0, this.#pictureAt - this.#time.now) + this.#dice.between(150, 300);
  }

  get isOnAir(): boolean {
    return this.#pictureAt < Infinity;
  }

  sees(number: number): void {
    this.#seenAt[number] ??= this.#time.now;
  }

  #open(number: number): void {
    const im = new CrowdIm(this);
    const av = new CrowdAv(this, number);
    this.#ears.push(im);
    this.#screens.push(av);
    let ids = 0;
    const room = createRoom({
      room: 'show',
      user: `viewer${number}`,
      provider: (): Ports => ({ im, av, capabilities: { audience: Infinity } }),
      clock: this.#clock,
      random: this.#dice.next,
      ids: () => `${number}-${++ids}`,
    });
    room.attachStage({} as HTMLElement);
    this.#rooms.push(room);
  }

  /** Record, tip and message, each of which may be lost on the way to each. */
  #say(phase: 'live' | 'waiting', command: Extract<ImSignal, { type: 'command' }>['command']): void {
    const dice = this.#dice;
    const seconds = Math.floor(this.#time.now / 1000);
    this.#record = recordOf(phase, 1, seconds - BEGINNING / 1000 + 1);
    const { now } = this.#time;
    const from = { id: 'star', name: 'star' };
    const signals: readonly ImSignal[] = [
      { type: 'profile-changed', record: this.#record },
      { type: 'command', from, command, id: `${phase}1`, at: now },
    ];
    for (const ear of this.#ears) {
      for (const signal of signals) {
        if (dice.chance(this.#options.loss)) continue;
        this.later(dice.between(POLL.least, POLL.most), () => ear.signals.emit(signal));
      }
    }
  }

  #waits(): CrowdFigures['seen'] {
    const began = this.#pictureAt;
    const waits = Array.from(
      { length: this.#options.viewers },
      (_, index) => ((this.#seenAt[index] ?? Infinity) - began) / 1000,
    );
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.min(waits.length - 1, Math.ceil(waits.length * share) - 1)] ?? Infinity;
    return [0.5, 0.99, 0.999, 1].map(at);
  }
}

function recordOf(phase: 'live' | 'waiting', run: number, after: number): string {
  return JSON.stringify({ v: 1, phase, run, at: BEGINNING / 1000 + after, ...(phase === 'live' && { stage: STAGE }) });
}
