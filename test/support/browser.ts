// Starts a Chromium for end-to-end tests: several pages of one browser, and nothing but this machine on the network.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright';
import { findHeadless, HELP } from '../../scripts/find-chromium.mjs';
import { CHROMIUM_FLAGS, QUIET } from './chromium-flags.js';

/**
 * The flag by which nothing leads off this machine, but for what `rules` say. The first rule that fits decides, those for
 * names apply to addresses as well, and Chromium hears only the last such flag.
 */
export function onlyThisMachine(...rules: readonly string[]): string {
  const all = ['EXCLUDE localhost', 'EXCLUDE 127.0.0.1', 'EXCLUDE [::1]', ...rules, 'MAP * ~NOTFOUND'];
  return `--host-resolver-rules=${all.join(', ')}`;
}

export async function launchBrowser(
  extraFlags: readonly string[] = [],
  executablePath = findHeadless(),
): Promise<Browser> {
  if (!executablePath) throw new Error(HELP);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...CHROMIUM_FLAGS, onlyThisMachine(), ...extraFlags],
  });
}

/** Pages that share `localStorage` and `BroadcastChannel`, like the tabs of one person's browser. */
export interface Tabs {
  readonly context: BrowserContext;
  /** Opens a further page on `url`, after doing to it what `prepare` does. */
  open(url: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** What the pages threw or logged as an error, each as `<path>: <message>`. */
  readonly errors: readonly string[];
  /** What the pages wanted from elsewhere than this machine. */
  readonly strayRequests: readonly string[];
  /** Closes all pages; throws when one of them wanted something from elsewhere. */
  close(): Promise<void>;
}

/**
 * @param options - How the pages differ from quiet ones with camera and microphone.
 * @param isStray - What pages may not ask for; default: everything that leads off this machine.
 */
export async function openTabs(
  browser: Browser,
  options: BrowserContextOptions = {},
  isStray: (url: URL) => boolean = isElsewhere,
): Promise<Tabs> {
  // A plain browser (plain-browser.ts) is one only in the context that it came with.
  const given = browser.contexts()[0];
  const context = given ?? (await browser.newContext({ permissions: ['camera', 'microphone'], ...QUIET, ...options }));
  const strayRequests = guardNetwork(context, isStray);
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

/** Notes every request of `context` that is stray. Returns the list of those, which grows. */
function guardNetwork(context: BrowserContext, isStray: (url: URL) => boolean = isElsewhere): readonly string[] {
  const stray: string[] = [];
  const look = (url: string) => {
    if (isStray(new URL(url))) stray.push(url);
  };
  context.on('request', (request) => look(request.url()));
  // What a page's own policy forbids never left it.
  context.on('requestfailed', (request) => {
    const at = request.failure()?.errorText === 'csp' ? stray.indexOf(request.url()) : -1;
    if (at >= 0) stray.splice(at, 1);
  });
  context.on('page', (page) => page.on('websocket', (socket) => look(socket.url())));
  return stray;
}

/** Whether `url` leads over the network and off this machine. */
export function isElsewhere(url: URL): boolean {
  if (!/^(?:https?|wss?):$/.test(url.protocol)) return false;
  return !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(url.hostname);
}
