// The signature moment from outside: what the page around an element sees of the swap from chat to video and back.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Theatre } from './support/play.js';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open({ moves: true });
});
afterAll(() => theatre.close());

interface Watched {
  /** Where each of the page's own boxes, and the element's, stood: more than one place where it moved. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** As browsers score it: the sum of all shifts that moved something outside of the element. */
  readonly shift: number;
}

/** Puts the element between a page's own things, as high as it likes to be, and follows where everything stands in each frame. */
async function watchPage(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(() => {
    const place = document.getElementById('place')!;
    const box = (name: string) => Object.assign(document.createElement('p'), { id: name, textContent: name });
    place.before(box('before'));
    place.after(box('after'));
    place.style.cssText = 'display: flex; gap: 16px';
    const viewer = place.firstElementChild as HTMLElement;
    viewer.style.cssText = 'block-size: auto; flex: 1';
    viewer.id = 'viewer';
    place.append(box('beside'));
  });
  const watching = await page.evaluateHandle(async () => {
    const places: Record<string, Set<string>> = {};
    let [shift, isOver] = [0, false];
    await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)));
    type Shift = PerformanceEntry & {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    };
    const viewer = document.getElementById('viewer')!;
    const observer = new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        if (sources.some(({ node }) => node && node !== viewer && node.getRootNode() === document)) shift += value;
    });
    observer.observe({ type: 'layout-shift' });
    const look = () => {
      for (const id of ['before', 'viewer', 'beside', 'after']) {
        const { x, y, width, height } = document.getElementById(id)!.getBoundingClientRect();
        (places[id] ??= new Set()).add([x, y, width, height].join(' '));
      }
      if (!isOver) requestAnimationFrame(look);
    };
    look();
    return () => {
      isOver = true;
      observer.disconnect();
      return { shift, places: Object.fromEntries(Object.entries(places).map(([id, seen]) => [id, [...seen]])) };
    };
  });
  return () => watching.evaluate((end) => end());
}

it.each([
  ['wide', 1280],
  ['narrow', 390],
])('nothing of a %s page moves while the video comes and goes', (_, width) =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    await viewer.page.setViewportSize({ width, height: 900 });
    await viewer.reaches({ phase: 'waiting' });
    for (const text of ['hello', 'anybody here?']) await viewer.says(text);
    await host.reaches({ texts: ['ana: hello', 'ana: anybody here?'] });
    const seen = await watchPage(viewer.page);
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    await viewer.showsMovingPicture();
    expect(await host.call('stepOff')).toBe('ok');
    await viewer.reaches({ view: 'chat' });
    await viewer.page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const { places, shift } = await seen();
    expect(Object.values(places).map((stood) => stood.length)).toEqual([1, 1, 1, 1]);
    expect(shift).toBe(0);
  }),
);
