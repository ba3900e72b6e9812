// One tab of one person: a real controller on simulated ports, with a clock of its own.
import { createRoom, RoomError, type RoomController, type RoomIntent, type Ports } from '../../../src/core/index.js';
import type { Fate } from './request.js';
import { SimAv } from './sim-av.js';
import { SimIm } from './sim-im.js';
import { type Entry, type Owner, PageClock } from './time.js';
import { HOST, ROOM, type World } from './world.js';
// Here from the start: virtual time does not wait for a chunk to be loaded.
import '../../../src/core/room/flows.js';

export interface PageOptions {
  readonly user: string;
  readonly tab: number;
  /** How wrong this page's clock is, in milliseconds. */
  readonly skew: number;
  /** Whether a server is asked who this is. */
  readonly hasCredentials: boolean;
}

/** How long credentials are good, in milliseconds. */
const GOOD_FOR = 600_000;

export class Page implements Owner {
  frozen = false;
  dead = false;
  readonly parked: Entry[] = [];
  readonly user: string;
  readonly name: string;
  readonly clock: PageClock;
  readonly options: PageOptions;
  readonly controller: RoomController;
  /** What becomes of the next requests of a name. */
  readonly plans = new Map<string, Fate[]>();
  readonly ports = new Set<SimIm | SimAv>();
  /** Elements that ports show the stage in. */
  attached = 0;
  /** What was wanted and is not done yet. */
  readonly wants = new Map<number, { readonly intent: RoomIntent; readonly at: number }>();
  detachStage: (() => void) | undefined;
  readonly #world: World;
  #ids = 0;
  #wanted = 0;

  constructor(world: World, options: PageOptions) {
    this.#world = world;
    this.options = options;
    this.user = options.user;
    this.name = `${options.user}${options.tab > 0 ? ` (tab ${options.tab + 1})` : ''}`;
    this.clock = new PageClock(world.time, this, options.skew);
    const born = world.dice.below(1e9);
    this.controller = createRoom({
      room: ROOM,
      user: this.user,
      name: this.user,
      stage: this.isHost ? 'hall' : undefined,
      role: this.isHost ? 'host' : 'viewer',
      provider: ({ credentials }): Ports => this.#connect(credentials),
      ...(options.hasCredentials && { credentials: () => this.#askForCredentials() }),
      clock: this.clock,
      random: world.dice.next,
      ids: () => `${born.toString(36)}-${++this.#ids}`,
    });
    world.rules.born(this);
    this.controller.subscribe((state, before) => {
      if (!this.dead) world.rules.changed(this, state, before);
    });
    if (!this.isHost) this.attachStage();
  }

  get isHost(): boolean {
    return this.user === HOST;
  }

  get im(): SimIm | undefined {
    return [...this.ports].find((port) => port instanceof SimIm);
  }

  get av(): SimAv | undefined {
    return [...this.ports].find((port) => port instanceof SimAv);
  }

  get isIdle(): boolean {
    return !this.frozen && !this.dead;
  }

  attachStage(): void {
    this.detachStage ??= this.controller.attachStage({} as HTMLElement);
  }

  /** Does what a person would by a click. Nothing while the page is frozen or gone. */
  want(intent: RoomIntent): void {
    if (!this.isIdle) return;
    const number = ++this.#wanted;
    this.wants.set(number, { intent, at: this.#world.time.now });
    this.controller.dispatch(intent).then(
      (error) => {
        this.wants.delete(number);
        this.#world.say(() => `${this.name}: ${intent.type} ${error ? `failed (${error.code})` : 'done'}`);
      },
      (error: unknown) =>
        this.#world.rules.violate(`${this.name}: dispatch(${intent.type}) rejected: ${String(error)}`),
    );
  }

  /** The tab is gone: none of its code runs any more, and the services are not told. */
  crash(): void {
    this.dead = true;
    const { im, av } = this;
    if (im?.line) {
      const { line } = im;
      this.#world.time.after(this.#world.dice.between(100, 20_000), () => this.#world.chat.logout(line));
    }
    if (av) this.#world.stages.vanish(av);
  }

  portClosed(port: SimIm | SimAv): void {
    this.ports.delete(port);
  }

  #connect(credentials: ConstructorParameters<typeof SimAv>[2]): Ports {
    const im = new SimIm(this.#world, this);
    const av = new SimAv(this.#world, this, credentials);
    this.ports.add(im).add(av);
    return { im, av, capabilities: { audience: Infinity } };
  }

  #askForCredentials(): Promise<unknown> {
    const { time, dice, chat } = this.#world;
    return new Promise((resolve, reject) => {
      if (this.#world.strikes('hang', 'credentials never came')) return;
      const isDown = this.#world.strikes('fail', 'credentials refused');
      const answer = () => {
        if (isDown) reject(new RoomError('credentials-unavailable', 'Simulated: 503.'));
        else resolve({ userId: this.user, userSig: String(chat.token()), expiresAt: time.now + GOOD_FOR });
      };
      time.after(dice.between(10, 100), answer, this);
    });
  }
}
