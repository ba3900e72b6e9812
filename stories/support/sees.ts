// What a story must show once it has come to its moment: looked for as a person would see it, across shadow roots.
import { expect } from 'storybook/test';

/** How long a moment may take to come, in milliseconds. */
const PATIENCE = 15_000;

/** A play function that waits until all of `words` can be read in the story. */
export function sees(...words: readonly string[]): (context: { canvasElement: HTMLElement }) => Promise<void> {
  return async ({ canvasElement }) => {
    await until(() => words.every((word) => readable(canvasElement).includes(word)));
    for (const word of words) await expect(readable(canvasElement)).toContain(word);
  };
}

/** Looks until it is so, or patience ends: whoever asked says then what is missing. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 40));
}

/** All that can be read in `root`, shadow roots and slots as they are composed, hidden elements not. */
export function readable(root: Element): string {
  return pieces(root).join(' ').replace(/\s+/g, ' ');
}

function pieces(node: Node): string[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  // Not `checkVisibility`: what only passes its children on (`display: contents`) counts as unseen there.
  const { display, visibility } = getComputedStyle(node);
  if (display === 'none' || visibility === 'hidden') return [];
  return [node.getAttribute('aria-label') ?? '', ...contentOf(node)];
}

function contentOf(element: Element): string[] {
  if (element instanceof HTMLTextAreaElement) return [element.placeholder, element.value];
  if (element instanceof HTMLSelectElement) return [...element.selectedOptions].map(({ label }) => label);
  return childrenOf(element).flatMap(pieces);
}

function childrenOf(element: Element): Node[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  return [...(element.shadowRoot ?? element).childNodes];
}

/** The first element in `root` with this part, across shadow roots; waits for it. */
export async function partOf(root: Element, part: string): Promise<HTMLElement> {
  await until(() => find(root, part) !== undefined);
  const found = find(root, part);
  if (!found) throw new Error(`There is no part "${part}".`);
  return found;
}

/** Whether there is an element of this `part` in `root`. */
export function hasPart(root: Element, part: string): boolean {
  return find(root, part) !== undefined;
}

function find(root: Element | ShadowRoot, part: string): HTMLElement | undefined {
  const own = root.querySelector<HTMLElement>(`[part~='${part}']`);
  if (own) return own;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const deeper = shadowRoot && find(shadowRoot, part);
    if (deeper) return deeper;
  }
  return undefined;
}
