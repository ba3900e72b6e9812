// A guest in somebody's page: whatever that page says of all its elements, ours hold; and ours change nothing of that page.
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openTabs } from '../support/browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const GUESTS = ['waiting', 'countdown', 'live', 'failed', 'chat', 'host'] as const;
type Measured = ReturnType<typeof guest.measure>;

async function visit<T>(css: string, act: (page: Page) => Promise<T>): Promise<T> {
  const tabs = await openTabs(browser, { viewport: { width: 1200, height: 900 } });
  try {
    const page = await tabs.open(`${inject('pages')}/guest.html`);
    await page.waitForFunction(() => 'guest' in window);
    if (css) await page.addStyleTag({ content: css });
    return await act(page);
  } finally {
    await tabs.close();
  }
}

/** All guests one after the other on a page with `css`. */
function measureAll(css: string): Promise<Record<string, Measured>> {
  return visit(css, async (page) => {
    const measured: Record<string, Measured> = {};
    for (const name of GUESTS) {
      await page.evaluate((which) => guest.invite(which), name);
      measured[name] = await page.evaluate(() => guest.measure());
    }
    return measured;
  });
}

const LOUD = `letter-spacing: 6px !important; word-spacing: 20px !important; text-transform: uppercase !important;
  text-indent: 40px !important; text-align: right !important; white-space: nowrap !important; line-height: 3 !important;
  text-shadow: 2px 2px red !important;`;

/** What pages say of all their elements. */
const HOSTILE: Readonly<Record<string, string>> = {
  'all: initial': '* { all: initial }',
  'all: unset': '* { all: unset }',
  'all: revert': '* { all: revert }',
  'all: unset, also to what is in body': 'body * { all: unset !important }',
  'box model':
    '* { box-sizing: content-box !important; margin: 12px !important; padding: 9px !important; border: 4px solid blue }',
  'box-sizing and zero':
    '*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; border: 0; vertical-align: baseline }',
  colours: '* { color: lime !important; background: hotpink !important; border-color: cyan !important }',
  letters: `* { ${LOUD} }`,
  'huge letters': '* { font-size: 40px !important }',
  'direction: rtl': '* { direction: rtl }',
  'display: block': '* { display: block !important }',
  'position: relative': '* { position: relative !important; inset: auto !important }',
  'position: static': '* { position: static !important }',
  motion: '* { transition: all 2s !important; animation: none !important }',
  'a reset of media':
    'img, svg, video, canvas { display: block; max-width: 100%; height: auto; vertical-align: middle }',
  'controls in the grand manner':
    'button, input, textarea, select { all: unset; width: 100%; height: 90px; font-size: 40px; background: red; color: red }',
  'an evening page': 'html { color-scheme: dark } body { background: #000; color: #fff }',
  zoom: 'html { zoom: 1.5 }',
  'a grid for everything': 'body * { float: left; min-width: 50px; max-width: none; overflow: visible }',
};

describe('what a page says of all its elements', () => {
  let clean: Record<string, Measured>;
  beforeAll(async () => {
    clean = await measureAll('');
  });

  it('measures something', () => {
    for (const name of GUESTS) expect(clean[name]!.pieces.length, name).toBeGreaterThan(8);
    expect(clean['live']!.looks.text).toMatchObject({ textTransform: 'none', letterSpacing: 'normal' });
  });

  // Many pages make 1rem ten pixels. Letters are measured by those around the element, so nothing of it becomes small.
  it("the root's own size of letters changes nothing", async () => {
    const measured = await measureAll(':root { font-size: 62.5% } body { font-size: 16px }');
    expect(measured).toEqual(clean);
  });

  it.each(Object.entries(HOSTILE))('%s: the elements hold', async (name, css) => {
    const measured = await measureAll(css);
    const problems = GUESTS.flatMap((which) => {
      const [now, before] = [measured[which]!, clean[which]!];
      const found = [...escaped(now), ...overlapping(now).filter((pair) => !overlapping(before).includes(pair))];
      if (now.width < 200 || now.height < 200) found.push(`is ${now.width} × ${now.height}`);
      if (!now.posterCovers) found.push('the poster does not cover the stage');
      return found.map((problem) => `${which}: ${problem}`);
    });
    expect(problems).toEqual([]);
    // Colours follow the page's scheme; nothing else of it comes in but the font and the direction.
    if (name !== 'an evening page') {
      for (const which of GUESTS) {
        const [now, before] = [measured[which]!, clean[which]!];
        // A guest with less room lies over the picture, in the colours of its scrim.
        const isNarrower = now.width < 720 && before.width >= 720;
        expect({ [which]: looksOf(now, isNarrower) }).toEqual({ [which]: looksOf(before, isNarrower) });
      }
    }
  });
});

it('the elements change nothing of the page around them', () =>
  visit('', async (page) => {
    const before = await page.evaluate(() => guest.portrait());
    expect(Object.keys(before).length).toBeGreaterThan(30);
    for (const name of GUESTS) {
      await page.evaluate((which) => guest.invite(which), name);
      expect(changed(before, await page.evaluate(() => guest.portrait()))).toEqual([]);
    }
    await page.evaluate(() => document.getElementById('place')!.replaceChildren());
    expect(changed(before, await page.evaluate(() => guest.portrait()))).toEqual([]);
    // The eyes are open: what did change would be seen.
    await page.evaluate(() => document.querySelector('h1')!.style.setProperty('--bigcast-x', '1px'));
    expect(changed(before, await page.evaluate(() => guest.portrait()))).not.toEqual([]);
  }));

function looksOf({ looks }: Measured, withoutColour: boolean) {
  if (!withoutColour) return looks;
  return JSON.parse(JSON.stringify(looks, (key, value: unknown) => (key === 'color' ? undefined : value))) as unknown;
}

type Portrait = ReturnType<typeof guest.portrait>;
function changed(before: Portrait, after: Portrait): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [was, is] = [before, after].map((portrait) => (portrait[key] ?? '').split(/[\n;]/));
    return is!.filter((line, index) => line !== was![index]).map((line) => `${key}: ${line}`);
  });
}

interface Piece {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What scrolls, what is drawn larger than its frame and cut there, and what only a screen reader hears is in nobody's way. */
function piecesOf({ pieces }: Measured): Piece[] {
  const boxes = pieces.map((line) => {
    const [name = '', numbers = ''] = line.split(': ');
    const [left = 0, top = 0, width = 0, height = 0] = numbers.split(' ').map(Number);
    return { name, left, top, right: left + width, bottom: top + height };
  });
  const isLine = (piece: Piece) => piece.right - piece.left < 2 || piece.bottom - piece.top < 2;
  const unseen = boxes.filter(isLine).map(({ name }) => name);
  return boxes.filter(
    ({ name }) =>
      !/\/(?:row|retry|delete|avatar|name|text|time|notice|poster|still)$/.test(name) &&
      !unseen.some((hidden) => name === hidden || name.startsWith(`${hidden}/`)),
  );
}

/** What stands out of the element. */
function escaped(measured: Measured): string[] {
  const [guest, ...pieces] = piecesOf(measured).filter(({ name }) => name !== 'img' && name !== 'slot');
  if (!guest) return ['nothing can be seen'];
  // A console scrolls, too, where it must.
  const isTall = guest.name.includes('host');
  return pieces
    .filter(({ left, top, right, bottom }) => {
      const isOut = left < guest.left - 1 || right > guest.right + 1 || top < guest.top - 1;
      return isOut || (!isTall && bottom > guest.bottom + 1);
    })
    .map(({ name }) => `${name} stands out`);
}

/** Pairs of which neither holds the other and which lie over each other. */
function overlapping(measured: Measured): string[] {
  const pieces = piecesOf(measured);
  return pieces.flatMap((a, index) =>
    pieces
      .slice(index + 1)
      .filter((b) => common(a, b) && !holds(a, b) && !holds(b, a))
      .map((b) => `${a.name} lies over ${b.name}`),
  );
}

function common(a: Piece, b: Piece): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 2 && height > 2;
}

function holds(a: Piece, b: Piece): boolean {
  return a.left <= b.left + 1 && a.top <= b.top + 1 && a.right >= b.right - 1 && a.bottom >= b.bottom - 1;
}
