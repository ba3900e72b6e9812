// The contrast of every text in a page as it is rendered: each letter's colour against the pixels that are really behind it,
// gradients, scrims, pictures and opacity included, which axe leaves "incomplete".
import { commands } from 'vitest/browser';
import { everyElement } from '../stories/support/stories.js';

export interface Measured {
  readonly text: string;
  /** Where it stands: the part, or the class. */
  readonly where: string;
  readonly contrast: number;
}

interface Written {
  readonly text: string;
  readonly element: Element;
  readonly box: DOMRect;
  /** Red, green, blue and opacity, 0–255. */
  readonly colour: readonly number[];
}

/** So many of the pixels behind a text may be worse than what is said: the edges of round corners. */
const OUTLIERS = 0.02;

/** Letters are made invisible and what is behind them is photographed. */
const UNWRITTEN = new CSSStyleSheet();
UNWRITTEN.replaceSync(`*, *::before, *::after, *::placeholder {
  color: transparent !important;
  -webkit-text-fill-color: transparent !important;
  text-shadow: none !important;
  caret-color: transparent !important;
  animation: none !important;
  transition: none !important;
}`);

export async function measureContrast(root: HTMLElement): Promise<Measured[]> {
  const written = textsIn(root);
  const sheets = [document, ...everyElement(root).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const place of sheets) place.adoptedStyleSheets = [...place.adoptedStyleSheets, UNWRITTEN];
  try {
    const behind = await pixels();
    return written.map(({ text, element, box, colour }) => ({
      text,
      where: element.getAttribute('part') ?? (element.className || element.localName),
      contrast: worst(colour, behind, box),
    }));
  } finally {
    for (const place of sheets)
      place.adoptedStyleSheets = place.adoptedStyleSheets.filter((sheet) => sheet !== UNWRITTEN);
  }
}

/** Scaled to the pixels of CSS, whatever the screen has. */
async function pixels(): Promise<ImageData> {
  const shot = await commands.photograph();
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
  const { innerWidth: width, innerHeight: height } = window;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function textsIn(root: Element): Written[] {
  return everyElement(root).flatMap((element) => {
    // What is switched off need not be read; what is folded away is not there.
    if (element.closest(':disabled, .visually-hidden') || element.localName === 'option') return [];
    if (element.closest('details:not([open])') && !element.closest('summary')) return [];
    const words = wordsOf(element);
    const opacity = opacityOf(element);
    if (words.length === 0 || opacity < 0.02 || !element.checkVisibility({ visibilityProperty: true })) return [];
    return words.flatMap(({ text, boxes, pseudo }) => {
      const [red = 0, green = 0, blue = 0, alpha = 255] = parsed(getComputedStyle(element, pseudo).color);
      const colour = [red, green, blue, alpha * opacity];
      return boxes
        .map((box) => clipped(box, element))
        .filter((box) => box.width > 2 && box.height > 6 && isOnTop(box, element))
        .map((box) => ({ text, element, box, colour }));
    });
  });
}

function wordsOf(element: Element): { text: string; boxes: DOMRect[]; pseudo?: string }[] {
  if (element instanceof HTMLTextAreaElement) {
    const { value, placeholder } = element;
    const inner = new DOMRect(...insetBox(element));
    return [value ? { text: value, boxes: [inner] } : { text: placeholder, boxes: [inner], pseudo: '::placeholder' }];
  }
  if (element instanceof HTMLSelectElement) {
    return [{ text: element.selectedOptions[0]?.label ?? '', boxes: [new DOMRect(...insetBox(element))] }];
  }
  return [...element.childNodes].flatMap((node) => {
    if (!(node instanceof Text) || !node.data.trim()) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    return [{ text: node.data.trim().slice(0, 40), boxes: [...range.getClientRects()] }];
  });
}

function insetBox(element: Element): [number, number, number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + 14, y + 8, width - 28, height - 16];
}

function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at;) {
    yield at;
    const root = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
}

function opacityOf(element: Element): number {
  return [...ancestorsOf(element)].reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1);
}

/** What of the box is inside everything that clips; rows under the fade at the upper edge are on their way out. */
function clipped(box: DOMRect, element: Element): DOMRect {
  let { left, top, right, bottom } = box;
  for (const at of ancestorsOf(element)) {
    const { overflowX, overflowY, maskImage } = getComputedStyle(at);
    if (at === element || (overflowX === 'visible' && overflowY === 'visible')) continue;
    const outer = at.getBoundingClientRect();
    const fade = maskImage === 'none' ? 0 : Math.min(0.3 * outer.height, 96);
    [left, right] = [Math.max(left, outer.left), Math.min(right, outer.right)];
    [top, bottom] = [Math.max(top, outer.top + fade), Math.min(bottom, outer.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** Not under a button that floats above. */
function isOnTop({ x, y, width, height }: DOMRect, element: Element): boolean {
  const point = [x + width / 2, y + height / 2] as const;
  let top = document.elementFromPoint(...point);
  for (let deeper = top; deeper;) {
    const next: Element | null = deeper.shadowRoot?.elementFromPoint(...point) ?? null;
    top = deeper;
    deeper = next === deeper ? null : next;
  }
  const button = top?.closest('button');
  return !button || button.contains(element);
}

const ink = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** Whatever CSS calls it, in sRGB. */
function parsed(colour: string): number[] {
  ink.clearRect(0, 0, 1, 1);
  ink.fillStyle = colour;
  ink.fillRect(0, 0, 1, 1);
  return [...ink.getImageData(0, 0, 1, 1).data];
}

function worst(colour: readonly number[], { data, width }: ImageData, box: DOMRect): number {
  const contrasts: number[] = [];
  const [red = 0, green = 0, blue = 0, alpha = 0] = colour;
  for (let y = Math.ceil(box.top); y < box.bottom - 1; y++) {
    for (let x = Math.ceil(box.left); x < box.right - 1; x++) {
      const at = 4 * (y * width + x);
      const behind = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const shown = [red, green, blue].map((value, index) => (value * alpha + behind[index]! * (255 - alpha)) / 255);
      contrasts.push(ratio(luminance(shown), luminance(behind)));
    }
  }
  contrasts.sort((a, b) => a - b);
  return contrasts[Math.floor(contrasts.length * OUTLIERS)] ?? Infinity;
}

/** As WCAG 2 defines it. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
