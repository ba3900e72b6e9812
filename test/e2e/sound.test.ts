// Browsers hold sound back on a page that nobody has touched: the picture comes all the same, and the sound by one key.
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { focusedName, tabTo } from '../support/keys.js';
import { openBoth, PROVIDERS } from './support/both.js';
import { Actor } from './support/play.js';

// What the browser does by itself where a person sits; without a window it lets all sound through.
const both = openBoth({}, { flags: ['--autoplay-policy=document-user-activation-required'] });

const STATE = `(() => {
  const viewer = document.querySelector('bigcast-viewer');
  return viewer?.state && [viewer.view, viewer.state.phase, viewer.state.soundBlocked].join(' ');
})()`;

/** Notes what is played; the vendor's elements for sound are nowhere in the page. */
const noteMedia = () => {
  const { play } = HTMLMediaElement.prototype;
  window.media = new Set();
  HTMLMediaElement.prototype.play = function () {
    window.media.add(this);
    return play.call(this);
  };
};
declare global {
  interface Window {
    media: Set<HTMLMediaElement>;
  }
}

/** How many media elements sound now. */
const sounding = (page: Page) =>
  page.evaluate(() => {
    const hasSound = ({ srcObject }: HTMLMediaElement) =>
      srcObject instanceof MediaStream && srcObject.getAudioTracks().some(({ readyState }) => readyState === 'live');
    return [...window.media].filter((each) => hasSound(each) && !each.muted && !each.paused && each.volume > 0).length;
  });

it.each(PROVIDERS)('on %s: a viewer who has touched nothing sees the show, and hears it after one key', (provider) =>
  both.play(provider, async (play) => {
    const host = await play.openHost();
    const page = await play.untouchedViewer('ana', (untouched) => untouched.addInitScript(noteMedia));
    const devtools = await page.context().newCDPSession(page);
    const state = async () => (await devtools.send('Runtime.evaluate', { expression: STATE })).result.value as unknown;
    await expect.poll(state).toBe('chat waiting false');
    expect(await host.call('goLive')).toBe('ok');
    await expect.poll(state).toBe('video live true');

    await new Actor(page).showsMovingPicture();
    expect(await sounding(page)).toBe(0);
    const keys = { press: (key: string) => page.keyboard.press(key), focused: () => page.evaluate(focusedName) };
    await tabTo(keys, 'Tap for sound');
    await keys.press('Enter');
    await expect.poll(state).toBe('video live false');
    await expect.poll(() => sounding(page)).toBe(1);
    await expect.poll(keys.focused).toBe('Mute');
  }),
);
