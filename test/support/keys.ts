// Going through a page by keyboard: Tab until something has the focus, and what has it.

export interface Keys {
  /** Presses a key, as Playwright writes it: `Tab`, `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** What has the focus now. */
  focused(): Promise<string>;
}

/** More stops than any of our pages has. */
const MOST = 40;

/** Presses Tab until `name` has the focus; fails with the way that was gone. */
export async function tabTo({ press, focused }: Keys, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const way: string[] = [];
  while (way.length < MOST) {
    await press(key);
    way.push(await focused());
    if (way.at(-1) === name) return;
  }
  throw new Error(`${key} never came to “${name}”: ${way.join(', ')}`);
}

/** The name of what has the focus, through all shadow roots; its tag where it has none. Runs in a page: knows nothing around it. */
export function focusedName(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return 'nothing';
  const words = element.localName === 'button' ? element.textContent : '';
  return element.getAttribute('aria-label') ?? (words.replace(/\s+/g, ' ').trim() || element.localName);
}
