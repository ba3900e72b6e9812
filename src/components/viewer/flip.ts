// One continuous motion from one layout to the next: elements start where they are seen now and travel to their new place.
// Text is never stretched. What would stand out is cut by two windows around the element, which move as well: nothing but moves is what
// a browser does without painting anew, as it would for a growing clip-path.

export interface Motion {
  /** Milliseconds. */
  readonly duration: number;
  readonly easing: string;
}

/** What an element shows of itself, in pixels of the viewport. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * `travel` keeps the size of what it shows and moves it by its lower start corner, where a conversation is anchored;
 * `cover` scales it about its centre as a picture that covers its frame. Both stand in two windows of their own size.
 */
export type Manner = 'travel' | 'cover';

/** Reduced motion: the new layout fades in instead, in milliseconds. */
const FADE = 120;

export class Flip {
  readonly #moving = new Set<Animation>();
  #from = new Map<Element, Box>();

  /** Notes where elements are seen now, also in the middle of a motion. Call before the layout changes. */
  capture(elements: Iterable<Element>): void {
    this.#from = new Map(Array.from(elements, (element) => [element, seen(element)]));
  }

  /** Takes the elements from where they were captured to where the new layout puts them. Call after it changed; nothing captured, nothing moves. */
  play(manners: ReadonlyMap<Element, Manner>, motion: () => Motion): void {
    if (this.#from.size === 0) return;
    this.stop();
    for (const [element, manner] of manners) {
      const from = this.#from.get(element);
      if (from) this.#move(element, from, manner, motion());
    }
    this.#from.clear();
  }

  /** Ends every motion: elements are where the layout puts them. */
  stop(): void {
    for (const animation of this.#moving) animation.cancel();
    this.#moving.clear();
  }

  #move(element: Element, from: Box, manner: Manner, motion: Motion): void {
    const to = seen(element);
    if (isSame(from, to) || isEmpty(from) || isEmpty(to)) return;
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (reduced) return this.#animate(element, { opacity: [0, 1] }, { duration: FADE });
    const x = along(from.left, from.right, to.left, to.right);
    const y = along(from.top, from.bottom, to.top, to.bottom);
    const inner = element.parentElement!;
    const outer = inner.parentElement!;
    const there = HOLDS[manner](x, y, isRightToLeft(element));
    const moves = [
      [outer, move(x.first, y.first)],
      [inner, move(x.last - x.first, y.last - y.first)],
      [element, `${move(there.x - x.last, there.y - y.last)} scale(${there.scale})`],
    ] as const;
    for (const [each, transform] of moves) this.#animate(each, { transform: [transform, 'none'] }, motion);
    const overflow = `${x.overflow} ${y.overflow}`;
    for (const each of [outer, inner]) this.#animate(each, { overflow: [overflow, overflow] }, motion);
  }

  #animate(element: Element, keyframes: PropertyIndexedKeyframes, timing: KeyframeAnimationOptions): void {
    const animation = element.animate(keyframes, timing);
    this.#moving.add(animation);
    animation.onfinish = () => this.#moving.delete(animation);
  }
}

/** Where `from` stands beside `to`, along one axis, in pixels. */
interface Along {
  readonly start: number;
  readonly end: number;
  readonly scale: number;
  /** How far the two windows stand from where they belong. */
  readonly first: number;
  readonly last: number;
  readonly overflow: 'clip' | 'visible';
}

/** What is to be seen of two windows as large as `to`, one at either end of `from`, is `from`; where that is larger, nothing can be cut. */
function along(fromStart: number, fromEnd: number, toStart: number, toEnd: number): Along {
  const scale = (fromEnd - fromStart) / (toEnd - toStart);
  const [start, end] = [fromStart - toStart, fromEnd - toEnd];
  return scale < 1
    ? { start, end, scale, first: start, last: end, overflow: 'clip' }
    : { start, end, scale, first: 0, last: 0, overflow: 'visible' };
}

const HOLDS: Record<Manner, (x: Along, y: Along, rightToLeft: boolean) => { x: number; y: number; scale: number }> = {
  travel: (x, y, rightToLeft) => ({ x: rightToLeft ? x.end : x.start, y: y.end, scale: 1 }),
  cover: (x, y) => ({ x: (x.start + x.end) / 2, y: (y.start + y.end) / 2, scale: Math.max(x.scale, y.scale) }),
};

function move(x: number, y: number): string {
  return `translate(${x}px, ${y}px)`;
}

function seen(element: Element): Box {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let frame = element.parentElement; frame; frame = frame.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(frame);
    const cut = frame.getBoundingClientRect();
    if (overflowX === 'clip') [left, right] = [Math.max(left, cut.left), Math.min(right, cut.right)];
    if (overflowY === 'clip') [top, bottom] = [Math.max(top, cut.top), Math.min(bottom, cut.bottom)];
  }
  return { left, top, right, bottom };
}

function isEmpty({ left, top, right, bottom }: Box): boolean {
  return right <= left || bottom <= top;
}

function isSame(a: Box, b: Box): boolean {
  return (Object.keys(a) as (keyof Box)[]).every((side) => Math.abs(a[side] - b[side]) < 1);
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
