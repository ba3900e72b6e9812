// The rows of the conversation, managed by hand: each message is rendered once, into an element of its own, and
// again only when it has become another object. Nothing is diffed, so a message costs the same however many there are.
import { render } from 'lit';
import type { Message } from '../../core/index.js';
import { viewOfMessage, type RowContext } from './message-views.js';

interface Row {
  readonly element: HTMLElement;
  message: Message;
}

export class RowRing {
  readonly #container: HTMLElement;
  readonly #context: () => RowContext;
  readonly #rows = new Map<string, Row>();

  /** @param context - Asked once for each batch of rows. */
  constructor(container: HTMLElement, context: () => RowContext) {
    this.#container = container;
    this.#context = context;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /** Shows these messages and no others, in this order. */
  show(messages: readonly Message[]): void {
    const kept = new Set(messages.map(({ id }) => id));
    this.#removeWhere(({ id }) => !kept.has(id));
    const context = this.#context();
    let place = this.#container.firstElementChild;
    for (const message of messages) {
      const element = this.#rowOf(message, context);
      // Where most rows are already: nothing to move.
      if (element === place) place = place.nextElementSibling;
      else this.#container.insertBefore(element, place);
    }
  }

  /** Adds rows at the end; what is shown already stays where it is. */
  append(messages: readonly Message[]): void {
    const context = this.#context();
    for (const message of messages) {
      if (!this.has(message.id)) this.#container.append(this.#rowOf(message, context));
    }
  }

  /** Whether `update` would change anything. */
  isStale(messages: readonly Message[]): boolean {
    const changed = messages.some((message) => (this.#rows.get(message.id)?.message ?? message) !== message);
    return changed || this.#deleted(messages).length > 0;
  }

  /** Renders what has changed into the rows there are, and removes what its writer deleted. Evicts nothing. */
  update(messages: readonly Message[]): void {
    const context = this.#context();
    for (const message of messages) if (this.has(message.id)) this.#rowOf(message, context);
    const deleted = new Set(this.#deleted(messages));
    this.#removeWhere((message) => deleted.has(message));
  }

  /** Renders all rows again: the language, or who is the host, has changed. */
  repaint(): void {
    const context = this.#context();
    for (const { element, message } of this.#rows.values()) paint(element, message, context);
  }

  /** The first row of which something is below `y` (in the viewport's pixels). */
  rowBelow(y: number): Element | undefined {
    const { children } = this.#container;
    let low = 0;
    for (let high = children.length; low < high;) {
      const middle = (low + high) >> 1;
      if (children[middle]!.getBoundingClientRect().bottom > y) high = middle;
      else low = middle + 1;
    }
    return children[low];
  }

  #rowOf(message: Message, context: RowContext): HTMLElement {
    const row = this.#rows.get(message.id);
    if (!row) {
      const element = document.createElement('div');
      this.#rows.set(message.id, { element, message });
      paint(element, message, context);
      return element;
    }
    if (row.message !== message) paint(row.element, (row.message = message), context);
    return row.element;
  }

  /** What was not sent is never evicted from the conversation: when it is gone, somebody deleted it. */
  #deleted(messages: readonly Message[]): Message[] {
    const unsent = [...this.#rows.values()].map(({ message }) => message).filter(isUnsent);
    return unsent.filter(({ id }) => !messages.some((message) => message.id === id));
  }

  #removeWhere(isGone: (message: Message) => boolean): void {
    for (const [id, { element, message }] of this.#rows) {
      if (!isGone(message)) continue;
      element.remove();
      this.#rows.delete(id);
    }
  }
}

function isUnsent(message: Message): boolean {
  return message.kind === 'text' && message.delivery !== 'sent';
}

function paint(element: HTMLElement, message: Message, context: RowContext): void {
  const { names, hue, content } = viewOfMessage(message, context);
  if (element.className !== names) {
    element.className = names;
    element.setAttribute('part', names);
  }
  if (hue !== undefined) element.style.setProperty('--_hue', String(hue));
  render(content, element);
}
