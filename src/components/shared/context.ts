// How elements find the room around them: the Context Community Protocol, so that elements of a page's own can ask, too.
// Not @lit/context: one context of one kind needs a quarter of it.
import type { ReactiveController } from 'lit';
import type { RoomController } from '../../core/index.js';

/** What the room is asked for by, in `context-request` events. */
export const roomContext = Symbol.for('bigcast-room');

/** The elements that bring a room with them: what stands inside one shares its room. */
export const ROOM_OWNERS: ReadonlySet<string> = new Set(['BIGCAST-ROOM', 'BIGCAST-VIEWER', 'BIGCAST-HOST']);

/** Told the room of the nearest owner, at once and at each change; undefined while it has none. */
type Callback = (room: RoomController | undefined, unsubscribe?: () => void) => void;

/** https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md */
class ContextRequest extends Event {
  readonly context = roomContext;
  readonly contextTarget: Element;
  readonly callback: Callback;
  readonly subscribe = true;

  constructor(contextTarget: Element, callback: Callback) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

type Host = HTMLElement & { addController(controller: ReactiveController): void };

/** Asks for the room around an element, for as long as that is in the page. */
export class RoomConsumer implements ReactiveController {
  readonly #host: Host;
  readonly #callback: Callback;
  #unsubscribe: (() => void) | undefined;

  constructor(host: Host, callback: (room: RoomController | undefined) => void) {
    this.#host = host;
    this.#callback = (room, unsubscribe) => {
      this.#unsubscribe = unsubscribe;
      callback(room);
    };
    host.addController(this);
  }

  hostConnected(): void {
    const owner = ownerAround(this.#host);
    // Not defined yet it can't answer, and the one around it must not answer in its place.
    if (owner?.matches(':not(:defined)')) void customElements.whenDefined(owner.localName).then(() => this.#ask());
    else this.#ask();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #ask(): void {
    if (this.#unsubscribe || !this.#host.isConnected) return;
    this.#host.dispatchEvent(new ContextRequest(this.#host, this.#callback));
  }
}

/** Answers who stands inside an element. */
export class RoomProvider {
  readonly #callbacks = new Map<Callback, () => void>();
  #room: RoomController | undefined;

  constructor(host: HTMLElement) {
    host.addEventListener('context-request', (event) => {
      const { context, contextTarget, callback, subscribe } = event as ContextRequest;
      // An owner asks who is around it, not itself.
      if (context !== roomContext || (contextTarget ?? event.composedPath()[0]) === host) return;
      event.stopPropagation();
      if (!subscribe) return callback(this.#room);
      const unsubscribe = () => void this.#callbacks.delete(callback);
      this.#callbacks.set(callback, unsubscribe);
      callback(this.#room, unsubscribe);
    });
  }

  /** Tells everybody inside, also when it is the same as before. */
  setValue(room: RoomController | undefined): void {
    this.#room = room;
    for (const [callback, unsubscribe] of [...this.#callbacks]) callback(room, unsubscribe);
  }
}

/** The element above `node`, across shadow roots and slots' hosts. */
export function composedParent(node: Node): Element | undefined {
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** The nearest element around this one that brings a room, defined already or not. */
export function ownerAround(element: Element): Element | undefined {
  let at = composedParent(element);
  while (at && !ROOM_OWNERS.has(at.tagName)) at = composedParent(at);
  return at;
}

export function isInsideRoom(element: Element): boolean {
  return ownerAround(element) !== undefined;
}
