// Starts a Chromium for end-to-end tests: several pages of one browser, and nothing but this machine on the network.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright';
import { findChromium, HELP } from '../../scripts/find-chromium.mjs';
import { CHROMIUM_FLAGS } from './chromium-flags.js';

export async function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(HELP);
  return chromium.launch({ executablePath, headless: true, args: [...CHROMIUM_FLAGS, ...extraFlags] });
}

/** Pages that share `localStorage` and `BroadcastChannel`, like the tabs of one person's browser. */
export interface Tabs {
  readonly context: BrowserContext;
  /** Opens a further page on `url`, after doing to it what `prepare` does. */
  open(url: string, prepare?: (page: Page) => Promise<void>): Promise<Page>;
  /** What the pages threw or logged as an error, each as `<path>: <message>`. */
  readonly errors: readonly string[];
  /** What the pages wanted from elsewhere than this machine; it was refused. */
  readonly strayRequests: readonly string[];
  /** Closes all pages; throws when one of them wanted something from elsewhere. */
  close(): Promise<void>;
}

/** @param isStray - What pages may not ask for; default: everything that leads off this machine. */
export async function openTabs(
  browser: Browser,
  options: BrowserContextOptions = {},
  isStray: (url: URL) => boolean = isElsewhere,
): Promise<Tabs> {
  // A plain browser (plain-browser.ts) is one only in the context that it came with.
  const given = browser.contexts()[0];
  const context = given ?? (await browser.newContext({ permissions: ['camera', 'microphone'], ...options }));
  const strayRequests = await guardNetwork(context, isStray);
  const errors: string[] = [];

  return {
    context,
    errors,
    strayRequests,
    async open(url, prepare) {
      const page = await context.newPage();
      await prepare?.(page);
      const where = new URL(url).pathname;
      page.on('pageerror', (error) => errors.push(`${where}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${where}: ${message.text()}`);
      });
      await page.goto(url);
      return page;
    },
    async close() {
      if (given) await Promise.all(given.pages().map((page) => page.close()));
      else await context.close();
      if (strayRequests.length > 0) throw new Error(`Pages reached for the network: ${strayRequests.join(', ')}`);
    },
  };
}

/** Refuses every request of `context` that is stray. Returns the list of those, which grows. */
export async function guardNetwork(
  context: BrowserContext,
  isStray: (url: URL) => boolean = isElsewhere,
): Promise<readonly string[]> {
  const stray: string[] = [];
  await context.route(isStray, (route) => {
    stray.push(route.request().url());
    return route.abort('blockedbyclient');
  });
  await context.routeWebSocket(isStray, (socket) => {
    stray.push(socket.url());
    return socket.close();
  });
  return stray;
}

/** Whether `url` leads over the network and off this machine. */
export function isElsewhere(url: URL): boolean {
  if (!/^(?:https?|wss?):$/.test(url.protocol)) return false;
  return !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(url.hostname);
}
