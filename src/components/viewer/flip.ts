// One continuous motion from one layout to the next: elements start where they are seen now and travel to their new place.
// Only transform, clip-path and opacity move; text is never stretched.

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
 * `cover` scales it about its centre as a picture that covers its frame.
 */
export type Manner = 'travel' | 'cover';

/** Reduced motion: the new layout fades in instead, in milliseconds. */
const FADE = 120;

export class Flip {
  readonly #moving = new Map<Element, Animation>();
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
    for (const animation of this.#moving.values()) animation.cancel();
    this.#moving.clear();
  }

  #move(element: Element, from: Box, manner: Manner, motion: Motion): void {
    const to = seen(element);
    if (isSame(from, to) || isEmpty(from) || isEmpty(to)) return;
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const animation = reduced
      ? element.animate({ opacity: [0, 1] }, { duration: FADE })
      : element.animate([START[manner](from, to, isRightToLeft(element)), REST], motion);
    this.#moving.set(element, animation);
    animation.onfinish = () => this.#moving.delete(element);
  }
}

const REST: Keyframe = { transform: 'none', transformOrigin: '50% 50%', clipPath: 'inset(0px 0px 0px 0px)' };

const START: Record<Manner, (from: Box, to: Box, rightToLeft: boolean) => Keyframe> = {
  travel(from, to, rightToLeft) {
    const x = rightToLeft ? from.right - to.right : from.left - to.left;
    const y = from.bottom - to.bottom;
    const moved = { left: to.left + x, right: to.right + x, top: to.top + y, bottom: to.bottom + y };
    return { transform: `translate(${x}px, ${y}px)`, clipPath: clip(moved, from, 1) };
  },
  cover(from, to) {
    const scale = Math.max(width(from) / width(to), height(from) / height(to));
    const x = (from.left + from.right - to.left - to.right) / 2;
    const y = (from.top + from.bottom - to.top - to.bottom) / 2;
    const halfWidth = (width(to) * scale) / 2;
    const halfHeight = (height(to) * scale) / 2;
    const [middleX, middleY] = [(from.left + from.right) / 2, (from.top + from.bottom) / 2];
    const moved = {
      left: middleX - halfWidth,
      right: middleX + halfWidth,
      top: middleY - halfHeight,
      bottom: middleY + halfHeight,
    };
    return {
      transform: `translate(${x}px, ${y}px) scale(${scale})`,
      transformOrigin: '50% 50%',
      clipPath: clip(moved, from, scale),
    };
  },
};

/** Cuts what stands out of `frame` from an element that is seen at `box`; lengths are the element's own, before scaling. */
function clip(box: Box, frame: Box, scale: number): string {
  const cuts = [frame.top - box.top, box.right - frame.right, box.bottom - frame.bottom, frame.left - box.left];
  return `inset(${cuts.map((cut) => `${Math.max(0, cut) / scale}px`).join(' ')})`;
}

function seen(element: Element): Box {
  const { left, top, right, bottom, width } = element.getBoundingClientRect();
  const scale = element instanceof HTMLElement && element.offsetWidth ? width / element.offsetWidth : 1;
  const [cutTop, cutRight, cutBottom, cutLeft] = cutsOf(getComputedStyle(element).clipPath).map((cut) => cut * scale);
  return { left: left + cutLeft!, top: top + cutTop!, right: right - cutRight!, bottom: bottom - cutBottom! };
}

/** `inset(1px 2px)` → top, right, bottom, left. */
function cutsOf(clipPath: string): [number, number, number, number] {
  const [top = 0, right = top, bottom = top, left = right] = [...clipPath.matchAll(/-?[\d.]+(?=px)/g)].map(Number);
  return [top, right, bottom, left];
}

function width({ left, right }: Box): number {
  return right - left;
}

function height({ top, bottom }: Box): number {
  return bottom - top;
}

function isEmpty(box: Box): boolean {
  return width(box) <= 0 || height(box) <= 0;
}

function isSame(a: Box, b: Box): boolean {
  return (Object.keys(a) as (keyof Box)[]).every((side) => Math.abs(a[side] - b[side]) < 1);
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
