// Vitest's browser command `ariaTree`: what assistive technology finds in an element of the page, as Playwright writes it down.
import type { BrowserCommand } from 'vitest/node';

export const ariaTree: BrowserCommand<[selector: string]> = async ({ frame }, selector) =>
  (await frame()).locator(selector).ariaSnapshot();

declare module 'vitest/browser' {
  interface BrowserCommands {
    ariaTree(selector: string): Promise<string>;
  }
}
