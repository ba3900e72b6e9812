// Somebody's page with much on it: the kit is a guest there. What the page looks like and where the guest stands is measured here.
import { CHAT_MOMENTS } from '../../../stories/support/chat-moments.js';
import { HOST_MOMENTS } from '../../../stories/support/host-moments.js';
import { MOMENTS } from '../../../stories/support/moments.js';
import { POSTER } from '../../../stories/support/poster.js';
import { bringTo, type Moment } from '../../../stories/support/scripted.js';
import type { RoomOwnerElement } from '../../../src/components/shared/room-owner-element.js';
import { piecesIn } from '../../look/page/pieces.js';

const GUESTS: Readonly<Record<string, readonly [tag: string, moment: Moment, words: string]>> = {
  waiting: ['viewer', MOMENTS.waiting, 'Getting my tea'],
  countdown: ['viewer', MOMENTS.countdown, 'Getting my tea'],
  live: ['viewer', MOMENTS.live, 'sound check'],
  failed: ['viewer', MOMENTS.stageFailed, 'Getting my tea'],
  chat: ['chat', CHAT_MOMENTS.talking, 'Five minutes'],
  host: ['host', HOST_MOMENTS.onAir, 'whole record'],
};

/** Puts a guest into its place, and waits until it shows what it should. */
async function invite(name: string): Promise<void> {
  await import('../../../src/components/index.js');
  const [tag, moment, words] = GUESTS[name]!;
  const element = document.createElement(`bigcast-${tag}`) as RoomOwnerElement;
  element.provider = bringTo(moment, {}, element).provider;
  element.setAttribute('room', 'premiere');
  element.setAttribute('user', tag === 'host' ? 'star' : 'robin');
  if (tag === 'viewer') {
    element.setAttribute('heading', 'An evening with new songs');
    element.innerHTML = `<img slot="poster" alt="" src="${POSTER}">`;
  }
  document.getElementById('place')!.replaceChildren(element);
  const isThere = () => all(element).some((piece) => piece.matches('.text') && piece.textContent.includes(words));
  const isOnAir = () => name !== 'live' || element.view === 'video';
  // Its devices are listed a moment later.
  const hasDevices = () => tag !== 'host' || all(element).some((piece) => piece.matches('select'));
  while (!isThere() || !isOnAir() || !hasDevices()) await frame();
  for (let still = 0; still < 5; still++) {
    for (const animation of movesOf(element)) {
      animation.finish();
      still = 0;
    }
    await frame();
  }
}

/** What comes to an end by itself. */
function movesOf(element: HTMLElement): readonly Animation[] {
  const animations = [element, ...all(element)].flatMap((each) => each.getAnimations());
  return animations.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** All elements in `root`, through shadow roots. */
function all(root: Element | ShadowRoot): HTMLElement[] {
  const inside = root instanceof Element && root.shadowRoot ? [...all(root.shadowRoot)] : [];
  return [
    ...inside,
    ...[...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? all(each.shadowRoot) : []),
    ]),
  ];
}

/** Where the guest's pieces are, and how its words look. */
function measure() {
  const place = document.getElementById('place')!;
  const guest = place.firstElementChild!;
  const look = (selector: string) => {
    const found = all(guest).find((each) => each.matches(selector));
    if (!found) return undefined;
    const { color, textTransform, letterSpacing, wordSpacing, textIndent, fontSize, lineHeight, whiteSpace } =
      getComputedStyle(found);
    const spacing = Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 100) / 100;
    return { color, textTransform, letterSpacing, wordSpacing, textIndent, whiteSpace, spacing };
  };
  const { width, height } = guest.getBoundingClientRect();
  const { backgroundColor } = getComputedStyle(guest);
  const poster = guest.querySelector('img')?.getBoundingClientRect();
  const stage = all(guest)
    .find(({ localName }) => localName === 'bigcast-stage')
    ?.getBoundingClientRect();
  return {
    width,
    height,
    pieces: piecesIn(place),
    looks: { text: look('.row .text'), title: look('.title'), field: look('textarea'), backgroundColor },
    posterCovers: !poster || !stage || (poster.width >= stage.width && poster.height >= stage.height),
  };
}

/** Everything that can be seen of the page itself: each element's computed style and attributes, and what hangs on the document. */
function portrait(): Record<string, string> {
  const place = document.getElementById('place')!;
  // The test's bundler leaves hints in the head when it loads a module.
  const own = [...document.querySelectorAll('*:not([rel=modulepreload])')].filter(
    (each) => each === place || !place.contains(each),
  );
  const styles = own.map((each, index) => {
    const style = getComputedStyle(each);
    const attributes = [...each.attributes].map(({ name, value }) => `${name}=${value}`);
    const values = ['', '::before', '::after'].map((pseudo) => {
      const shown = pseudo ? getComputedStyle(each, pseudo) : style;
      return [...shown].map((name) => `${name}: ${shown.getPropertyValue(name)}`).join(';');
    });
    return [`${index} ${each.localName}`, [...attributes, ...values].join('\n')] as const;
  });
  return {
    ...Object.fromEntries(styles),
    sheets: `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    children: `${document.body.childElementCount} ${own.length}`,
    fonts: `${document.fonts.size}`,
    focus: `${document.activeElement?.localName}`,
    title: document.title,
  };
}

export const guest = { names: Object.keys(GUESTS), invite, measure, portrait };
type Guest = typeof guest;
declare global {
  // The page's, in what a test has it run.
  var guest: Guest;
}
Object.assign(window, { guest });
