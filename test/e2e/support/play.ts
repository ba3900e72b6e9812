// A play: one browser, several pages, each with one element of a room. What a page shows is read from its element.
import type { Browser, Page } from 'playwright';
import { expect, inject } from 'vitest';
import { launchBrowser, openTabs, type Tabs } from '../../support/browser.js';
import { launchPlainBrowser, type PlainBrowser } from '../../support/plain-browser.js';
import { LOCAL, type Services } from './services.js';

/** What of a state goes through to the test: everything but pictures and functions. */
export interface SeenState {
  readonly view: string;
  readonly phase: string;
  readonly stage: string;
  readonly link: string;
  readonly run: number;
  readonly members: number;
  readonly dropped: number;
  readonly error: string | undefined;
  readonly countdown: boolean;
  /** Texts as `name: text`, in the order shown. */
  readonly texts: readonly string[];
}

export class Actor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  state(): Promise<SeenState> {
    return this.page.evaluate(() => {
      const element = document.querySelector<HTMLElementTagNameMap['bigcast-viewer']>('#place > *')!;
      const { state, view } = element;
      const texts = state.timeline.flatMap((message) =>
        message.kind === 'text' ? [`${message.from.name}: ${message.text}`] : [],
      );
      const { phase, stage, link, run, members, dropped } = state;
      return {
        view,
        phase,
        stage,
        link,
        run,
        members,
        dropped,
        texts,
        error: state.error?.code,
        countdown: state.countdown !== undefined,
      };
    });
  }

  /** Waits until the state is as said. */
  async reaches(expected: Partial<SeenState>, timeout = 20_000): Promise<SeenState> {
    await expect.poll(() => this.state(), { timeout, interval: 50 }).toMatchObject(expected);
    return this.state();
  }

  /** Calls a public method; gives `ok`, or the code of the typed error. */
  call(method: string, ...args: unknown[]): Promise<string> {
    return this.page.evaluate(([name, params]) => window.actor.call(name, ...params), [method, args] as const);
  }

  /** Writes into the composer as a person does and sends with Enter. */
  async says(text: string): Promise<void> {
    const input = this.page.locator('bigcast-chat textarea');
    await input.click();
    await input.pressSequentially(text);
    await input.press('Enter');
  }

  /** Checks that a moving picture that is not black is on the page. */
  async showsMovingPicture(): Promise<void> {
    const { changes, brightness } = await this.page.evaluate(() => window.actor.watchVideo(8));
    expect(changes).toBeGreaterThan(2);
    expect(brightness).toBeGreaterThan(20);
  }

  /** Frames decoded on this page so far, all videos together; the host's preview counts, too. */
  decodedFrames(): Promise<number> {
    return this.page.evaluate(() =>
      window.actor.allVideos().reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0),
    );
  }

  /** How the person's own messages stand, oldest first. */
  deliveries(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { state } = document.querySelector<HTMLElementTagNameMap['bigcast-viewer']>('#place > *')!;
      const own = state.timeline.filter((message) => message.kind === 'text' && message.from.id === state.self?.id);
      return own.map((message) => (message.kind === 'text' ? message.delivery : ''));
    });
  }

  /** From now on every stage and every error the state has; call `seen` for them, without repetition. */
  async follow(): Promise<{ seen(): Promise<{ stages: string[]; errors: string[] }> }> {
    await this.page.evaluate(() => {
      const element = document.querySelector<HTMLElementTagNameMap['bigcast-viewer']>('#place > *')!;
      const followed = { stages: [] as string[], errors: [] as string[] };
      const look = () => {
        const { stage, error } = element.state;
        if (followed.stages.at(-1) !== stage) followed.stages.push(stage);
        if (error && followed.errors.at(-1) !== error.code) followed.errors.push(error.code);
        requestAnimationFrame(look);
      };
      look();
      window.kept.followed = followed;
    });
    return { seen: () => this.page.evaluate(() => window.kept.followed!) };
  }

  /** Closes the page without letting it say goodbye. */
  async crash(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), this.page.waitForEvent('crash')]);
    await this.page.close();
  }
}

type Prepare = (page: Page) => Promise<unknown>;

let count = 0;

export class Play {
  readonly tabs: Tabs;
  /** A room of its own for each play. */
  readonly room = `play-${process.pid}-${++count}`;
  readonly services: Services;

  constructor(tabs: Tabs, services: Services) {
    this.tabs = tabs;
    this.services = services;
  }

  host(user = 'star', attributes: Record<string, string> = {}, prepare?: Prepare): Promise<Actor> {
    return this.#enter('host', { user, name: 'Star', ...attributes }, prepare);
  }

  /** @param prepare - What must be done to the page before its scripts run. */
  viewer(user: string, attributes: Record<string, string> = {}, prepare?: Prepare): Promise<Actor> {
    return this.#enter('viewer', { user, name: user, ...attributes }, prepare);
  }

  /** A viewer's page that nobody has touched. Each look by Playwright is a touch to the browser: look by DevTools instead. */
  untouchedViewer(user: string, prepare: Prepare): Promise<Page> {
    return this.#open('viewer', { user, name: user }, prepare);
  }

  /** A page without an element, for those who only meddle. */
  stranger(): Promise<Actor> {
    return this.#enter('', {});
  }

  /** A host whose room is open, with nobody on the stage yet. */
  async openHost(): Promise<Actor> {
    const host = await this.host();
    expect(await host.call('open')).toBe('ok');
    await host.reaches({ phase: 'waiting' });
    return host;
  }

  async #enter(element: string, attributes: Record<string, string>, prepare?: Prepare): Promise<Actor> {
    const page = await this.#open(element, attributes, prepare);
    await page.waitForFunction(() => 'actor' in window);
    return new Actor(page);
  }

  #open(element: string, attributes: Record<string, string>, prepare?: Prepare): Promise<Page> {
    const query = new URLSearchParams({
      element,
      ...(element && { room: this.room, ...this.services.attributes }),
      ...attributes,
    });
    return this.tabs.open(`${inject('pages')}/actor.html?${query}`, prepare);
  }
}

interface TheatreOptions {
  readonly flags?: readonly string[];
  readonly isStray?: (url: URL) => boolean;
  /** Pages in which things move, as most people have them; without, everything is where it goes at once. */
  readonly moves?: boolean;
  /** A browser whose tabs can be hidden, frozen, and kept when they are left. */
  readonly plain?: boolean;
}

async function launch(flags: readonly string[]): Promise<PlainBrowser> {
  const browser = await launchBrowser(flags);
  return { browser, close: () => browser.close() };
}

/** The browser and the services of a test file. */
export class Theatre<S extends Services = Services> {
  readonly services: S;
  readonly #browser: Browser;
  readonly #closeBrowser: () => Promise<void>;
  readonly #options: TheatreOptions;

  private constructor({ browser, close }: PlainBrowser, services: S, options: TheatreOptions) {
    this.#browser = browser;
    this.#closeBrowser = close;
    this.services = services;
    this.#options = options;
  }

  /** On the embedded default. */
  static async open(options: TheatreOptions = {}): Promise<Theatre> {
    return Theatre.openOn(() => Promise.resolve(LOCAL), options);
  }

  /**
   * @param start - Starts the services for pages of an origin.
   * @param options - How this browser differs from the others.
   */
  static async openOn<S extends Services>(
    start: (origin: string) => Promise<S>,
    options: TheatreOptions = {},
  ): Promise<Theatre<S>> {
    const { flags = [], plain = false } = options;
    const browser = await (plain ? launchPlainBrowser : launch)(flags);
    return new Theatre(browser, await start(inject('pages')), options);
  }

  /**
   * Runs `act` on fresh tabs; fails when a page threw or reached for the network.
   * @param services - Others than the theatre's own.
   */
  async play(
    act: (play: Play) => Promise<void>,
    expectedErrors = /^$/,
    services: Services = this.services,
  ): Promise<void> {
    const { moves = false, isStray } = this.#options;
    const tabs = await openTabs(this.#browser, moves ? { reducedMotion: 'no-preference' } : {}, isStray);
    try {
      await act(new Play(tabs, services));
      const { noise } = services;
      expect(tabs.errors.filter((error) => !expectedErrors.test(error) && !noise.test(error))).toEqual([]);
    } finally {
      await tabs.close();
    }
  }

  async close(): Promise<void> {
    await this.#closeBrowser();
    await this.services.close();
  }
}
