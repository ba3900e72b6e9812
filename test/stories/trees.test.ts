// What a screen reader finds at each main moment: roles, names and states, kept as text in trees/. `vitest -u` renews them: read the
// difference as you would read a screenshot.
import { commands } from 'vitest/browser';
import { expect, it } from 'vitest';
// Here from the start, as after a while in life.
import '../../src/components/chat/pace.js';
import '../../src/components/host/console.js';
import '../../src/components/shared/lang/en-all.js';
import '../../src/components/stage/on-air.js';
import '../../src/components/viewer/live.js';
import { everyElement, show, storyOf } from './support/stories.js';

const MAIN: Readonly<Record<string, readonly string[]>> = {
  Viewer: [
    ...['Connecting', 'NotOpen', 'Silent', 'Waiting', 'Countdown', 'AnyMomentNow', 'Arriving', 'Opening'],
    ...['LiveWide', 'LiveNarrow', 'TapForSound', 'Away', 'CameraOff', 'Ended', 'EndedBefore'],
    ...['NetworkLost', 'StageFailed', 'SignInRequired', 'KickedByAnotherTab', 'Banned', 'LeftByChoice', 'Chinese'],
  ],
  Host: [
    ...['NotOpen', 'Waiting', 'Ready', 'CountingDown', 'OnAir', 'CameraOff', 'EndQuestion', 'Ended'],
    ...['ResumeOffer', 'Taken', 'KickedByAnotherTab', 'DevicesDenied'],
  ],
  Chat: ['NotOpen', 'Empty', 'Talking', 'Paused', 'OwnMessages', 'Failed', 'TooLong', 'Ended'],
};

/** As often the same tree in a row, and nothing is on its way any more. */
const SETTLED = 5;

const moments = Object.entries(MAIN).flatMap(([element, names]) => names.map((name) => [element, name] as const));

it.each(moments)('%s: %s', async (element, name) => {
  const canvas = await show(storyOf(`Elements/${element}`, name));
  canvas.id = 'canvas';
  await expect(`${await settledTree(canvas)}\n`).toMatchFileSnapshot(`./trees/${element}-${name}.txt`);
});

async function settledTree(canvas: HTMLElement): Promise<string> {
  const seen: string[] = [];
  do {
    await new Promise(requestAnimationFrame);
    // What was read out by now is a matter of time; announcer.node.test.ts knows what and when.
    everyElement(canvas).forEach((part) => part.classList.contains('aloud') && part.setAttribute('hidden', ''));
    seen.push(timeless(await commands.ariaTree('#canvas')));
  } while (seen.length < SETTLED || seen.slice(-SETTLED).some((tree) => tree !== seen.at(-1)));
  return seen.at(-1)!;
}

/** Clocks run on. */
function timeless(tree: string): string {
  return tree
    .replace(/\b\d{1,2}:\d\d:\d\d\b/g, 'h:mm:ss')
    .replace(/(timer: )"\d+"/g, '$1"s"')
    .replace(/lasted \d+ min/, 'lasted n min');
}
