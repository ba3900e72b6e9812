// How elements find the room around them.
import { ContextRoot, createContext } from '@lit/context';
import type { RoomController } from '../../core/index.js';

/** The room of the nearest room owner; undefined until it has one. */
export const roomContext = createContext<RoomController | undefined>(Symbol.for('bigcast-room'));

/** Elements that bring a room with them: what stands inside one shares its room. */
export const ROOM_OWNERS: ReadonlySet<string> = new Set(['BIGCAST-ROOM', 'BIGCAST-VIEWER', 'BIGCAST-HOST']);

// An element that is defined before the room around it asks too early; the root keeps the question until there is an answer.
if (typeof document !== 'undefined') new ContextRoot().attach(document.documentElement);

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
