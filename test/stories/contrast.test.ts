// Every text has a contrast of 4.5 to 1 in each theme, in the light and in the dark, also over the brightest picture there can be.
import { afterEach, beforeAll, expect, it } from 'vitest';
import bright from '../../stories/themes/bright.css?raw';
import cinema from '../../stories/themes/cinema.css?raw';
import corporate from '../../stories/themes/corporate.css?raw';
import { measureContrast, type Measured } from '../support/contrast.js';
import { atRest, everyElement, show, storyOf } from './support/stories.js';

const LEAST = 4.5;

const LOOKS = [
  ['bright', bright, 'light'],
  ['cinema', cinema, 'dark'],
  ['corporate', corporate, 'light'],
  ['house, light', '', 'light'],
  ['house, dark', '', 'dark'],
] as const;
type Look = readonly [name: string, css: string, scheme: string];

const STORIES = [
  ['Viewer', 'Countdown'],
  ['Viewer', 'LiveWide'],
  ['Viewer', 'LiveNarrow'],
  ['Viewer', 'TapForSound'],
  ['Viewer', 'Away'],
  ['Viewer', 'Ended'],
  ['Viewer', 'StageFailed'],
  ['Viewer', 'KickedByAnotherTab'],
  ['Host', 'CountingDown'],
  ['Host', 'EndQuestion'],
  ['Host', 'DevicesDenied'],
  ['Chat', 'Paused'],
  ['Chat', 'Failed'],
  ['Chat', 'TooLong'],
] as const;

const sheet = new CSSStyleSheet();

beforeAll(() => {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
});

afterEach(() => {
  sheet.replaceSync('');
  document.documentElement.style.colorScheme = '';
});

/** A story in one look after the other: it is brought to its moment once. */
async function* inLooks(looks: readonly Look[], element: string, name: string) {
  const canvas = await show(storyOf(`Elements/${element}`, name));
  for (const [look, css, scheme] of looks) {
    sheet.replaceSync(css);
    canvas.querySelector<HTMLElement>('.frame')!.style.colorScheme = scheme;
    whiten(canvas);
    await atRest(canvas);
    yield { look, texts: await measureContrast(canvas) };
  }
}

const poorOf = (texts: readonly Measured[]) => texts.filter(({ contrast }) => contrast < LEAST);

/** Whatever the host wears: the picture is white. */
function whiten(root: Element): void {
  for (const picture of everyElement(root)) {
    if (picture.matches('canvas.still')) {
      const { width, height } = picture as HTMLCanvasElement;
      const context = (picture as HTMLCanvasElement).getContext('2d')!;
      context.fillStyle = 'white';
      context.fillRect(0, 0, width, height);
    } else if (picture instanceof HTMLElement && picture.matches('.video canvas, .surface canvas, img[slot=poster]')) {
      picture.style.filter = 'brightness(0) invert(1)';
    }
  }
}

it.each(STORIES)('%s: %s', async (element, name) => {
  for await (const { look, texts } of inLooks(LOOKS, element, name)) {
    expect(texts.length).toBeGreaterThan(2);
    const told = poorOf(texts).map(({ text, where, contrast }) => `${contrast.toFixed(2)} ${where}: ${text}`);
    expect.soft(told, look).toEqual([]);
  }
});

it('sees what is poor', async () => {
  const looks = [['pale', 'bigcast-chat { --bigcast-text-quiet: #aaa }', 'light']] as const;
  for await (const { texts } of inLooks(looks, 'Chat', 'Paused')) {
    expect(poorOf(texts).map(({ where }) => where)).toContain('input');
  }
});
