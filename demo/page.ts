// What host.html and viewer.html have in common: the room in the address, and a link to the other page.
import { servicesFor } from './services.js';

/** Attributes of a room's owner that the address may set. */
const ATTRIBUTES = ['room', 'user', 'name', 'provider', 'starts-at', 'stage', 'lang'] as const;
/** Opened by hand, both pages meet in this room. */
const ROOM = 'demo';

export const asked = new URLSearchParams(location.search);

/** Hands the address's wishes to `element`, then shows it. `user`: who it is when the address does not say. */
export function show(element: HTMLElement, user?: string): void {
  element.setAttribute('room', ROOM);
  Object.assign(element, servicesFor(asked.get('provider')));
  if (user !== undefined) element.setAttribute('user', user);
  for (const name of ATTRIBUTES) {
    const value = asked.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const theme = asked.get('theme');
  if (theme) document.documentElement.style.colorScheme = theme;
  document.body.prepend(element);
}

/** Points the page's link at the other page, in the same room; the person there is another one. */
export function linkTo(page: 'host' | 'viewer'): void {
  const there = new URLSearchParams(asked);
  for (const own of ['user', 'name', 'media']) there.delete(own);
  document.querySelector<HTMLAnchorElement>('footer a')!.href = `./${page}.html${there.size > 0 ? `?${there}` : ''}`;
}
