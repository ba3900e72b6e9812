// Where the reader is: at the end and staying there, or scrolled up and held to the pixel. Knows rows only as boxes.

/** How near to the end counts as being there, in pixels: less than a line. */
const NEAR_END = 16;

interface Anchor {
  readonly row: Element;
  /** Its distance from the list's upper edge, in pixels. */
  readonly top: number;
}

export class ScrollKeeper {
  readonly #list: HTMLElement;
  readonly #rowBelow: (y: number) => Element | undefined;
  #anchor: Anchor | undefined;
  #pinned = true;
  #paused = false;
  #settling = false;
  #top = 0;
  #size = '';

  /** @param rowBelow - The first row of which something is below a height in the viewport. */
  constructor(list: HTMLElement, rowBelow: (y: number) => Element | undefined) {
    this.#list = list;
    this.#rowBelow = rowBelow;
  }

  /** Whether the reader follows the end. */
  get pinned(): boolean {
    return this.#pinned;
  }

  /** Whether the reader stays here on purpose, wherever that is. */
  get paused(): boolean {
    return this.#paused;
  }

  /** The list was scrolled. Tells whether the reader has come back to the end. */
  scrolled(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#list;
    // Where it stands before it is settled, in a box that has just become another one, was nobody's wish.
    if (this.#settling || this.#size !== this.#box) return false;
    // A late event may find the list longer: only who went up has left the end.
    const wentUp = scrollTop < this.#top;
    this.#top = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END && !this.#paused) return !this.#pinned;
    if (this.#pinned && !wentUp) return false;
    this.#pinned = false;
    this.#anchor = this.#findAnchor();
    return false;
  }

  /** Stay here until released, also at the end. */
  pause(): void {
    this.#paused = true;
    this.#pinned = false;
    this.#anchor = this.#findAnchor();
  }

  /** Follow the end again, from the next time it is settled on. */
  release(): void {
    this.unsettle();
    this.#pinned = true;
    this.#paused = false;
    this.#anchor = undefined;
  }

  /** Until `settle`, scroll positions mean nothing: the list is being moved, or about to jump. */
  unsettle(): void {
    this.#settling = true;
  }

  /** To the end, or where the reader was. */
  settle(): void {
    this.#settling = false;
    // Farther than there is: reading how far that is would cost a layout of its own.
    if (this.#pinned) this.#list.scrollTop = 1e9;
    else this.#restore(this.#anchor);
    this.#top = this.#list.scrollTop;
    this.#size = this.#box;
  }

  /** Changes rows above or within what the reader sees without moving it. */
  hold(change: () => void): void {
    const anchor = this.#findAnchor();
    change();
    this.#restore(anchor);
    this.#anchor = this.#findAnchor();
  }

  get #box(): string {
    return `${this.#list.clientWidth}×${this.#list.clientHeight}`;
  }

  #findAnchor(): Anchor | undefined {
    const edge = this.#list.getBoundingClientRect().top;
    const row = this.#rowBelow(edge);
    return row && { row, top: row.getBoundingClientRect().top - edge };
  }

  #restore(anchor: Anchor | undefined): void {
    if (!anchor?.row.isConnected) return;
    const moved = anchor.row.getBoundingClientRect().top - this.#list.getBoundingClientRect().top - anchor.top;
    if (moved !== 0) this.#list.scrollTop += moved;
  }
}
