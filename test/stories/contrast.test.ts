// Every text has a contrast of 4.5 to 1 in each theme, in the light and in the dark, also over the brightest picture there can be.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
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

async function measured(look: string, scheme: string, element: string, name: string): Promise<Measured[]> {
  sheet.replaceSync(look);
  const story = storyOf(`Elements/${element}`, name);
  const canvas = await show(story);
  canvas.querySelector<HTMLElement>('.frame')!.style.colorScheme = scheme;
  whiten(canvas);
  await atRest(canvas);
  return measureContrast(canvas);
}

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

describe.each(LOOKS)('%s', (_, look, scheme) => {
  it.each(STORIES)('%s: %s', async (element, name) => {
    const texts = await measured(look, scheme, element, name);
    expect(texts.length).toBeGreaterThan(2);
    const poor = texts.filter(({ contrast }) => contrast < LEAST);
    expect(poor.map(({ text, where, contrast }) => `${contrast.toFixed(2)} ${where}: ${text}`)).toEqual([]);
  });
});

it('sees what is poor', async () => {
  const poor = (texts: Measured[]) => texts.filter(({ contrast }) => contrast < LEAST).map(({ where }) => where);
  expect(poor(await measured('bigcast-chat { --bigcast-text-quiet: #aaa }', 'light', 'Chat', 'Paused'))).toContain(
    'input',
  );
});
