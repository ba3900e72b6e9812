// One person of the story: a page with one element, in a browser profile of its own.
import type { Page, WebSocket } from 'playwright';
// Declares `window.actor`.
import type {} from '../test/e2e/pages/actor.js';

/** What of an element's state the story looks at. */
export interface SeenState {
  readonly view: string;
  readonly phase: string;
  readonly stage: string;
  readonly link: string;
  readonly run: number;
  readonly dropped: number;
  readonly error: string | undefined;
  readonly texts: readonly string[];
}

/** In milliseconds. */
const BETWEEN_LOOKS = 100;

export class Actor {
  readonly page: Page;
  readonly #patience: number;
  readonly #sockets = new Set<WebSocket>();

  /**
   * @param page - One that has not been anywhere yet.
   * @param patience - How long a state may take to come, in milliseconds.
   */
  constructor(page: Page, patience: number) {
    this.page = page;
    this.#patience = patience;
    page.on('websocket', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  state(): Promise<SeenState> {
    return this.page.evaluate(() => {
      const { state, view } = document.querySelector<HTMLElementTagNameMap['bigcast-viewer']>('#place > *')!;
      const { phase, stage, link, run, dropped } = state;
      const texts = state.timeline.flatMap((message) => (message.kind === 'text' ? [message.text] : []));
      return { view, phase, stage, link, run, dropped, error: state.error?.code, texts };
    });
  }

  /** Waits until the state is as said; rejects with what it is instead. */
  async reaches(expected: Partial<SeenState>): Promise<void> {
    const until = performance.now() + this.#patience;
    for (;;) {
      const state = await this.state();
      const wrong = Object.entries(expected).filter(([key, value]) => !same(state[key as keyof SeenState], value));
      if (wrong.length === 0) return;
      if (performance.now() > until) throw new Error(explain(wrong, state, this.#patience));
      await this.page.waitForTimeout(BETWEEN_LOOKS);
    }
  }

  /** Calls a public method of the element; rejects with the code of its error. */
  async does(method: 'open' | 'goLive' | 'stepOff' | 'end'): Promise<void> {
    const outcome = await this.page.evaluate((name) => window.actor.call(name), method);
    if (outcome !== 'ok') throw new Error(`${method}() was refused: ${outcome}`);
  }

  /** Writes into the composer as a person does, and sends with Enter. */
  async says(text: string): Promise<void> {
    const input = this.page.locator('bigcast-chat textarea');
    await input.fill(text);
    await input.press('Enter');
  }

  /** Rejects unless a picture is shown that moves and is not black. */
  async showsMovingPicture(): Promise<void> {
    const { changes, brightness } = await this.page.evaluate(() => window.actor.watchVideo(8));
    if (changes < 3) throw new Error(`the picture stands still: ${changes} of 7 frames differ from the one before`);
    if (brightness < 20) throw new Error(`the picture is black: brightness ${brightness.toFixed(0)} of 255`);
  }

  /** Takes the element off the page, and waits until it has said goodbye to the services. */
  async removesElement(): Promise<void> {
    await this.page.evaluate(() => document.querySelector('#place > *')!.remove());
    const until = performance.now() + this.#patience;
    while (this.#sockets.size > 0) {
      if (performance.now() > until)
        throw new Error(`after ${this.#patience / 1000} s there are still ${this.#sockets.size} sockets open`);
      await this.page.waitForTimeout(BETWEEN_LOOKS);
    }
  }

  /** Takes the page away, and the browser profile with it. */
  leave(): Promise<void> {
    return this.page.context().close();
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function explain(wrong: readonly [string, unknown][], state: SeenState, patience: number): string {
  const list = wrong.map(([key, value]) => {
    const is = JSON.stringify(state[key as keyof SeenState]) ?? 'none';
    return `${key} is ${is}, not ${JSON.stringify(value) ?? 'none'}`;
  });
  const error = state.error === undefined ? '' : `; the page reports “${state.error}”`;
  return `after ${patience / 1000} s ${list.join(', ')}${error}`;
}
