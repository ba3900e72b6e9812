// Takes pictures of stories: a Chromium whose letters are drawn the same on every machine, and one page that stands still.
import type { Browser, CDPSession, Page } from 'playwright';
import { findChromium } from '../../../scripts/find-chromium.mjs';
import { launchBrowser, openTabs, type Tabs } from '../../support/browser.js';
import { servePages, type Site } from '../../support/serve.js';
import type { Pose, State } from './states.js';

/** No hinting, no colour fringes, one colour space: what a machine's settings would otherwise decide. A headless shell draws letters otherwise. */
const FLAGS = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars'];
const VIEWPORT = { width: 1440, height: 1080 };

export interface Shot {
  readonly png: Buffer;
  /** Where everything with a name stands: see page/pieces.ts. */
  readonly pieces: readonly string[];
}

export class Camera {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  constructor(page: Page, devtools: CDPSession) {
    [this.#page, this.#devtools] = [page, devtools];
  }

  /** Puts `css` also into the elements, until it is replaced; empty: nothing. */
  async dress(css: string): Promise<void> {
    await this.#page.evaluate((text) => look.dress(text), css);
  }

  async show({ story: [title, name] }: State): Promise<void> {
    await this.#page.evaluate(([of, what]) => look.show(of, what), [title, name] as const);
  }

  async take(pose: Pose): Promise<Shot> {
    const { width, height, pieces } = await this.#page.evaluate((wanted) => look.pose(wanted), pose);
    const { data } = await this.#devtools.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    });
    return { png: Buffer.from(data, 'base64'), pieces };
  }
}

/** One browser with as many cameras as are wanted at once. */
export class Studio {
  readonly #browser: Browser;
  readonly #site: Site;
  readonly #tabs: Tabs;
  readonly #free: Camera[] = [];

  private constructor(browser: Browser, site: Site, tabs: Tabs) {
    [this.#browser, this.#site, this.#tabs] = [browser, site, tabs];
  }

  static async open(): Promise<Studio> {
    const [site, browser] = await Promise.all([servePages('test/look/page'), launchBrowser(FLAGS, findChromium())]);
    const tabs = await openTabs(browser, {
      viewport: VIEWPORT,
      deviceScaleFactor: 1,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'no-preference',
    });
    return new Studio(browser, site, tabs);
  }

  /** The number before the first point of the browser's version. */
  get chromium(): number {
    return Number.parseInt(this.#browser.version(), 10);
  }

  /** Lends a camera to `act`. */
  async use<T>(act: (camera: Camera) => Promise<T>): Promise<T> {
    const camera = this.#free.pop() ?? (await this.#open());
    try {
      return await act(camera);
    } finally {
      this.#free.push(camera);
    }
  }

  async #open(): Promise<Camera> {
    const page = await this.#tabs.open(`${this.#site.url}/`);
    await page.waitForFunction(() => 'look' in globalThis);
    return new Camera(page, await this.#tabs.context.newCDPSession(page));
  }

  async close(): Promise<void> {
    await this.#tabs.close();
    await this.#browser.close();
    await this.#site.close();
    // What a state is about may be an error; the elements say so in the console, too.
    const complaints = this.#tabs.errors.filter((error) => !error.includes('RoomError'));
    if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('\n')}`);
  }
}
