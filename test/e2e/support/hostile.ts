// A page full of hostile members, served with the strictest policy that the kit runs under, and a log of all that leaves it.
import type { Browser, Page } from 'playwright';
import { inject } from 'vitest';
import { launchBrowser, openTabs } from '../../support/browser.js';

/** The policy of SECURITY.md for a page that serves the kit itself and uses no account. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

export interface HostilePage {
  readonly page: Page;
  /** What was asked for over the network (or from `data:` and `blob:`), but for the page's own files. */
  readonly requests: readonly string[];
  /** Dialogs that opened. */
  readonly dialogs: readonly string[];
  /** What the page threw or logged as an error. */
  readonly errors: readonly string[];
}

export class HostileHouse {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<HostileHouse> {
    return new HostileHouse(await launchBrowser());
  }

  /** Runs `act` on a fresh page. @param policy - The page's Content-Security-Policy; none when empty. */
  async visit(act: (hostile: HostilePage) => Promise<void>, policy = STRICT_POLICY): Promise<void> {
    const tabs = await openTabs(this.#browser);
    try {
      const requests: string[] = [];
      const dialogs: string[] = [];
      const own = new RegExp(`^${inject('pages')}/(?:hostile\\.html|assets/[\\w.-]+\\.(?:js|css)|favicon\\.ico)$`);
      tabs.context.on('request', (request) => void (own.test(request.url()) || requests.push(request.url())));
      // The browser tells of those, too, that the policy has stopped before they began.
      tabs.context.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') requests.splice(requests.indexOf(request.url()), 1);
      });
      tabs.context.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await tabs.context.route('**/hostile.html', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), ...(policy && { 'content-security-policy': policy }) };
        await route.fulfill({ response, headers });
      });
      const page = await tabs.open(`${inject('pages')}/hostile.html`);
      await page.waitForFunction(() => 'hostile' in window);
      await act({ page, requests, dialogs, errors: tabs.errors });
    } finally {
      await tabs.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
