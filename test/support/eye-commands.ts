// Vitest's browser commands for accessibility: what assistive technology finds in an element, and what the eye sees of the page.
import type { BrowserCommand } from 'vitest/node';

/** The accessibility tree below an element of the page, as Playwright writes it down. */
export const ariaTree: BrowserCommand<[selector: string]> = async ({ frame }, selector) =>
  (await frame()).locator(selector).ariaSnapshot();

/** The page as it is painted now, as PNG in base64: exactly what is inside the frame of the test. */
export const photograph: BrowserCommand<[]> = async ({ frame, page }) => {
  const clip = await (await (await frame()).frameElement()).boundingBox();
  if (!clip) throw new Error('The frame of the test is not on the screen.');
  return (await page.screenshot({ clip })).toString('base64');
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    ariaTree(selector: string): Promise<string>;
    photograph(): Promise<string>;
  }
}
