// Where everything that has a name stands: parts, elements of the kit, and what can be pressed or filled in.

const NAMED = '[part], [class~="frame"] > *, button, input, select, textarea, summary';

/** One line a piece, inner pieces after outer ones: its name, then left, top, width, height in pixels of `origin`'s box. */
export function piecesIn(origin: Element): string[] {
  const { left, top } = origin.getBoundingClientRect();
  const lines: string[] = [];
  walk(origin, '', (element, name) => {
    const box = element.getBoundingClientRect();
    const numbers = [box.left - left, box.top - top, box.width, box.height].map((length) => +length.toFixed(1));
    if (box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true })) {
      lines.push(`${name}: ${numbers.join(' ')}`);
    }
  });
  return lines;
}

function walk(root: ParentNode, path: string, found: (element: Element, name: string) => void): void {
  for (const element of root.querySelectorAll('*')) {
    const isKit = element.localName.startsWith('bigcast-');
    const own = element.getAttribute('part')?.split(' ')[0] ?? element.localName;
    const name = `${path}${own}`;
    if (isKit || element.matches(NAMED)) found(element, name);
    if (element.shadowRoot) walk(element.shadowRoot, `${name}/`, found);
  }
}
