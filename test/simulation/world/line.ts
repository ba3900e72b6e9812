// One login at the chat service, as the service and the network between know it: what gets through, what is lost, and what the page is told of it.
import type { ImSignal, RoomErrorCode } from '../../../src/core/index.js';
import type { Page } from './page.js';
import type { World } from './world.js';

/** How long a page takes to notice that its connection is gone, in milliseconds. */
const NOTICED_AFTER = 400;

export interface Ear {
  /** Takes a signal; does nothing once closed. */
  hear(signal: ImSignal): void;
  readonly closed: boolean;
}

export class Line {
  readonly user: string;
  readonly page: Page;
  /** Serial number of the credentials it logged in with. */
  readonly token: number;
  /** Whether the service counts it as logged in. */
  isOpen = true;
  /** Whether the network carries anything at the moment. */
  isUp = true;
  /** Whether it joined the room, and was not sent away since. */
  hasJoined = false;
  readonly readsAt: number[] = [];
  readonly #world: World;
  readonly #ear: Ear;
  #lastAt = 0;
  #untold: ImSignal | undefined;
  #outages = 0;

  constructor(world: World, page: Page, user: string, token: number, ear: Ear) {
    this.#world = world;
    this.page = page;
    this.user = user;
    this.token = token;
    this.#ear = ear;
  }

  /** Sends a message or tip of the room: it may be lost, come twice, or too early. */
  deliver(signal: ImSignal): void {
    const { dice, time } = this.#world;
    if (!this.isUp) return this.#world.tally.add('message missed while cut off');
    if (this.#world.strikes('loss', 'message lost')) return;
    const copies = this.#world.strikes('duplicate', 'message doubled') ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const soonest = time.now + dice.between(15, 120);
      const overtakes = this.#world.strikes('reorder', 'message overtaken');
      const at = overtakes ? soonest + dice.between(0, 4_000) : Math.max(soonest, this.#lastAt);
      if (!overtakes) this.#lastAt = at;
      time.after(at - time.now, () => this.tell(signal), this.page);
    }
  }

  /** Gives a signal to the page's port now, if it can be reached. */
  tell(signal: ImSignal): void {
    if (!this.isOpen || !this.isUp) return;
    this.#hear(signal);
  }

  /** The service ends this login and says why, as soon as the page can be reached. */
  end(signal: ImSignal & { type: 'kicked' | 'credentials-expired' }): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (this.isUp) this.#world.time.after(this.#world.dice.between(10, 400), () => this.#hear(signal), this.page);
    else this.#untold = signal;
  }

  kick(code: RoomErrorCode): void {
    this.end({ type: 'kicked', code });
  }

  /** No network for `ms` milliseconds. What is said meanwhile is lost. */
  cut(ms: number): void {
    const { time } = this.#world;
    this.#world.tally.add('connection cut');
    this.isUp = false;
    const outage = ++this.#outages;
    time.after(
      NOTICED_AFTER,
      () => this.#outages === outage && this.#hear({ type: 'link', link: 'connecting' }),
      this.page,
    );
    time.after(Math.max(ms, NOTICED_AFTER + 1), () => this.#outages === outage && this.restore());
  }

  /** The network is back: the port is joined again by itself, or told why not. */
  restore(): void {
    if (this.isUp) return;
    this.#world.rules.pictureChanged(); // nobody could act until now
    this.isUp = true;
    this.#outages++;
    if (this.isOpen && this.hasJoined) this.#world.chat.rejoin(this);
    const news = this.#untold ?? ({ type: 'link', link: 'online' } as const);
    this.#untold = undefined;
    this.#world.time.after(this.#world.dice.between(10, 200), () => this.#hear(news), this.page);
  }

  #hear(signal: ImSignal): void {
    if (this.#ear.closed) return;
    this.#world.rules.heard(this.page, this, signal);
    this.#ear.hear(signal);
  }
}
