// What a reader sees of the rows of a chat: where they are, which way their letters run, and for how long they are on the screen.

/** The shadow root that holds the list: a chat alone on the page, or one in a viewer or a host. */
function listIn(root: ParentNode = document): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('[part~="list"]')) return element;
    const found = element.shadowRoot && listIn(element.shadowRoot);
    if (found) return found;
  }
  return undefined;
}

function rows(): HTMLElement[] {
  return [...(listIn()?.querySelectorAll<HTMLElement>('.rows > *') ?? [])];
}

/** Whether the letters of `word` in `element` stand one after the other from left to right. */
function runsLeftToRight(element: Element, word: string): boolean {
  const node = element.firstChild!;
  const start = (node.textContent ?? '').lastIndexOf(word);
  const places = [...word].map((_, index) => {
    const range = document.createRange();
    range.setStart(node, start + index);
    range.setEnd(node, start + index + 1);
    return range.getBoundingClientRect().left;
  });
  return start >= 0 && places.every((left, index) => index === 0 || left >= places[index - 1]!);
}

export interface RowGeometry {
  readonly text: string;
  readonly height: number;
  /** How far anything of the row's boxes reaches beyond the list, in pixels, to the left or right. */
  readonly beyond: number;
  /** Whether the name comes before the text, and ends before it on the same line. */
  readonly nameFirst: boolean;
}

/** Where the rows are, and how far the page or the list can be scrolled sideways. */
export function geometryOf(): { rows: RowGeometry[]; sideways: number } {
  const list = listIn()!;
  const box = list.getBoundingClientRect();
  const measured = rows().map((row) => {
    const [name, text] = ['.name', '.text'].map((piece) => row.querySelector(piece)?.getClientRects());
    const boxes = [row, ...row.querySelectorAll('*')].flatMap((element) => [...element.getClientRects()]);
    return {
      text: (row.querySelector('.text') ?? row).textContent,
      height: row.getBoundingClientRect().height,
      beyond: Math.max(...boxes.map(({ left, right }) => Math.max(box.left - left, right - box.right, 0))),
      nameFirst: !name || !text?.[0] || name[0]!.left <= text[0].left || name[0]!.top < text[0].top,
    };
  });
  const root = document.documentElement;
  const sideways = Math.max(list.scrollWidth - list.clientWidth, root.scrollWidth - root.clientWidth);
  return { rows: measured, sideways };
}

/** For rows that hold `word` at the end of their text (or anywhere, in a notice): whether it runs from left to right. */
export function framesOf(word: string): boolean[] {
  return rows().flatMap((row) =>
    [...row.querySelectorAll('.text, .name, span')]
      .filter((piece) => piece.firstChild?.nodeType === Node.TEXT_NODE && piece.textContent.includes(word))
      .map((piece) => runsLeftToRight(piece, word)),
  );
}

/** Watches, frame by frame, how long each row of those who are called `prefix…` is on the screen, in milliseconds. */
export function watchRows(prefix: string): () => { text: string; ms: number; gone: boolean }[] {
  const seen = new Map<string, { first: number; last: number }>();
  let goesOn = true;
  const look = (now: number) => {
    const box = listIn()!.getBoundingClientRect();
    for (const row of rows()) {
      if (!row.querySelector('.name')?.textContent.startsWith(prefix)) continue;
      const { top, bottom } = row.getBoundingClientRect();
      if (top < box.top - 1 || bottom > box.bottom + 1) continue;
      const text = row.querySelector('.text')!.textContent;
      seen.set(text, { first: seen.get(text)?.first ?? now, last: now });
    }
    if (goesOn) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => {
    goesOn = false;
    const end = Math.max(...[...seen.values()].map(({ last }) => last));
    return [...seen].map(([text, { first, last }]) => ({ text, ms: last - first, gone: last < end }));
  };
}
