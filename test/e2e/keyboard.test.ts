// A whole show by keyboard alone, on both sides: in these tests, whoever has a page only presses keys.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusedName, tabTo, type Keys } from '../support/keys.js';
import { Theatre, type Actor } from './support/play.js';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open();
});
afterAll(() => theatre.close());

const keysOf = ({ page }: Actor): Keys => ({
  press: (key) => page.keyboard.press(key),
  focused: () => page.evaluate(focusedName),
});

const focusOf = (actor: Actor) => keysOf(actor).focused();
const press = (actor: Actor, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => actor.page.keyboard.press(key)), Promise.resolve());

/** Tab to it, then Enter. */
async function choose(actor: Actor, name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await tabTo(keysOf(actor), name, key);
  await press(actor, 'Enter');
}

/** Waits until `name` has the focus without anybody pressing Tab. */
const comesTo = (actor: Actor, name: string) => expect.poll(() => focusOf(actor), { timeout: 10_000 }).toBe(name);

const list = (actor: Actor) =>
  actor.page.evaluate(() => {
    const chat = document.querySelector('bigcast-viewer')!.shadowRoot!.querySelector('bigcast-chat')!;
    const { scrollTop, scrollHeight, clientHeight } = chat.shadowRoot!.querySelector('[part~=list]')!;
    return { top: scrollTop, gap: scrollHeight - scrollTop - clientHeight };
  });

/** What the voice has said last. */
const aloud = (actor: Actor) =>
  actor.page.evaluate(() => {
    const chat = document.querySelector('bigcast-viewer')!.shadowRoot!.querySelector('bigcast-chat')!;
    return chat.shadowRoot!.querySelector('.aloud')?.lastElementChild?.textContent ?? '';
  });

async function hostSays(host: Actor, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) expect(await host.call('send', `line ${number}`)).toBe('ok');
}

const shows = (actor: Actor, text: string) => actor.page.getByText(text, { exact: true }).last().waitFor();

describe('a viewer', () => {
  it('writes, reads back, comes back to the newest, and pauses', () =>
    theatre.play(async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });

      await tabTo(keysOf(viewer), 'Say something');
      await viewer.page.keyboard.type('hello by key');
      await press(viewer, 'Enter');
      await host.reaches({ texts: ['ana: hello by key'] });
      expect(await focusOf(viewer)).toBe('Say something');

      await hostSays(host, 1, 60);
      await shows(viewer, 'line 60');
      await expect.poll(() => aloud(viewer), { timeout: 10_000 }).toBe('Host Star: line 60');
      await tabTo(keysOf(viewer), 'Conversation', 'Shift+Tab');
      await press(viewer, 'Home');
      await expect.poll(async () => (await list(viewer)).top, { timeout: 10_000 }).toBe(0);
      await hostSays(host, 61, 63);
      await choose(viewer, '3 new');
      await shows(viewer, 'line 63');
      await comesTo(viewer, 'Conversation');
      await expect.poll(async () => (await list(viewer)).gap, { timeout: 10_000 }).toBeLessThan(1);

      await choose(viewer, 'Pause the conversation');
      await comesTo(viewer, 'Go on with the conversation');
      await expect.poll(() => aloud(viewer), { timeout: 10_000 }).toBe('Paused');
      const standsAt = (await list(viewer)).top;
      await hostSays(host, 64, 65);
      await viewer.page.getByText('2 new').waitFor();
      expect((await list(viewer)).top).toBe(standsAt);
      expect(await focusOf(viewer)).toBe('Go on with the conversation');
      await press(viewer, 'Enter');
      await shows(viewer, 'line 65');
      await comesTo(viewer, 'Pause the conversation');
    }));

  it('keeps the place through the swap and at the end, and turns the volume', () =>
    theatre.play(async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });
      await tabTo(keysOf(viewer), 'Say something');
      expect(await host.call('goLive')).toBe('ok');
      await viewer.reaches({ view: 'video' });
      expect(await focusOf(viewer)).toBe('Say something');

      await tabTo(keysOf(viewer), 'Volume', 'Shift+Tab');
      await press(viewer, 'ArrowLeft', 'ArrowLeft');
      const controls = viewer.page.locator('bigcast-stage [part~=controls]');
      await expect
        .poll(() => controls.evaluate((element) => getComputedStyle(element).opacity), { timeout: 10_000 })
        .toBe('1');
      expect(await viewer.page.getByRole('slider', { name: 'Volume' }).inputValue()).toBe('0.9');
      await choose(viewer, 'Mute');
      await comesTo(viewer, 'Unmute');
      await press(viewer, 'Space');
      await comesTo(viewer, 'Mute');

      expect(await host.call('end')).toBe('ok');
      await viewer.reaches({ view: 'ended' });
      await comesTo(viewer, 'Stage');
      await tabTo(keysOf(viewer), 'Conversation');
    }));

  it('writes until the end, and then has the conversation', () =>
    theatre.play(async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });
      await tabTo(keysOf(viewer), 'Say something');
      await viewer.page.keyboard.type('a draft');
      expect(await host.call('end')).toBe('ok');
      await viewer.reaches({ view: 'ended' });
      await comesTo(viewer, 'Conversation');
    }));

  it('comes back into a room that was left', () =>
    theatre.play(async (play) => {
      await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });
      expect(await viewer.call('leave')).toBe('ok');
      await choose(viewer, 'Come back in');
      await viewer.reaches({ view: 'chat' });
      await expect.poll(() => focusOf(viewer), { timeout: 10_000 }).not.toBe('nothing');
      await tabTo(keysOf(viewer), 'Say something');
    }));
});

describe('a host', () => {
  it('opens, chooses devices, goes live, cancels, goes live again and steps off', () =>
    theatre.play(async (play) => {
      const host = await play.host();
      await host.reaches({ phase: 'not-open' });
      await choose(host, 'Open the room');
      await host.reaches({ phase: 'waiting' });
      await comesTo(host, 'Go live');
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });

      await tabTo(keysOf(host), 'Choose microphone', 'Shift+Tab');
      const microphones = host.page.getByRole('combobox', { name: 'Choose microphone' });
      const chosen = await microphones.inputValue();
      await press(host, 'ArrowDown');
      await expect.poll(() => microphones.inputValue(), { timeout: 10_000 }).not.toBe(chosen);
      expect(await focusOf(host)).toBe('Choose microphone');
      await tabTo(keysOf(host), 'Camera', 'Shift+Tab');
      const camera = host.page.getByRole('button', { name: 'Camera' });
      for (const pressed of ['false', 'true']) {
        await press(host, 'Space');
        await expect.poll(() => camera.getAttribute('aria-pressed'), { timeout: 10_000 }).toBe(pressed);
        expect(await focusOf(host)).toBe('Camera');
      }

      await choose(host, 'Go live');
      await comesTo(host, 'Cancel');
      await press(host, 'Enter');
      await host.reaches({ phase: 'waiting', stage: 'empty' });
      await comesTo(host, 'Go live');

      await press(host, 'Enter');
      await viewer.reaches({ view: 'video' });
      await comesTo(host, 'Step off');
      await press(host, 'Enter');
      await viewer.reaches({ view: 'chat' });
      await comesTo(host, 'Go live');
    }));

  it('talks, ends after a question that Escape takes back, and keeps the focus in the console', () =>
    theatre.play(async (play) => {
      const host = await play.openHost();
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });
      await tabTo(keysOf(host), 'Say something');
      await host.page.keyboard.type('Good evening');
      await press(host, 'Enter');
      await viewer.reaches({ texts: ['Star: Good evening'] });

      await choose(host, 'End', 'Shift+Tab');
      await comesTo(host, 'Keep going');
      await press(host, 'Escape');
      await comesTo(host, 'End');
      await press(host, 'Enter');
      await comesTo(host, 'Keep going');
      await press(host, 'Enter');
      await comesTo(host, 'End');
      await press(host, 'Enter');
      await comesTo(host, 'Keep going');
      await choose(host, 'End the show', 'Shift+Tab');
      await Promise.all([host, viewer].map((actor) => actor.reaches({ view: 'ended' })));
      await comesTo(host, 'Host');
    }));

  it('comes back on stage after a reload', () =>
    theatre.play(async (play) => {
      const host = await play.openHost();
      expect(await host.call('goLive')).toBe('ok');
      await host.page.reload();
      await host.page.waitForFunction(() => 'actor' in window);
      await host.reaches({ phase: 'live', stage: 'empty' });
      await choose(host, 'Back on stage');
      await host.reaches({ stage: 'playing' });
      await comesTo(host, 'Step off');
    }));
});
