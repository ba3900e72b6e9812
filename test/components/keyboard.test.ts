// <bigcast-viewer> by keyboard where a real show seldom leads: over a narrow picture, and where something failed. Real keys only.
import { userEvent } from 'vitest/browser';
import { afterEach, expect, it, vi } from 'vitest';
import '../../src/components/chat/pace.js';
import { RoomError } from '../../src/core/index.js';
import { focusedName, tabTo, type Keys } from '../support/keys.js';
import { cleanUp, goLive, NARROW, openViewer, part, until, type ViewerPage } from './viewer-support.js';

afterEach(cleanUp);

const KEYS: Keys = {
  press: (key) =>
    userEvent.keyboard(key === 'Tab' ? '{Tab}' : key === 'Shift+Tab' ? '{Shift>}{Tab}{/Shift}' : `{${key}}`),
  focused: () => Promise.resolve(focusedName()),
};

async function choose(name: string): Promise<void> {
  await tabTo(KEYS, name);
  await userEvent.keyboard('{Enter}');
}

const comesTo = (name: string) => until(() => focusedName() === name, `“${name}” has the focus`);
const isChatSeen = ({ chat }: ViewerPage) => getComputedStyle(chat).visibility === 'visible';

it('hides and shows the chat over a narrow picture; who is hidden is not stopped at', async () => {
  const page = await openViewer({}, NARROW);
  await goLive(page);
  await choose('Hide chat');
  await comesTo('Show chat');
  await until(() => !isChatSeen(page));
  await userEvent.keyboard('{Tab}');
  await userEvent.keyboard('{Tab}');
  expect(['Conversation', 'Say something']).not.toContain(focusedName());
  await tabTo(KEYS, 'Show chat', 'Shift+Tab');
  await userEvent.keyboard(' ');
  await comesTo('Hide chat');
  await until(() => isChatSeen(page));
  await tabTo(KEYS, 'Say something');
});

it('brings everything back when somebody comes by Tab after the picture was freed by a tap', async () => {
  const page = await openViewer({}, NARROW);
  await goLive(page);
  // Whether the box is narrow is measured by the browser, a frame later.
  await until(() => page.chat.overlay);
  page.stage.click();
  await until(() => !isChatSeen(page));
  await tabTo(KEYS, 'Hide chat');
  await until(() => isChatSeen(page));
});

it('tries the video again, and is taken to the stage', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const page = await openViewer();
  for (let time = 0; time < 20; time++)
    page.room.av.failNext('enter', new RoomError('unsupported-browser', 'Scripted.'));
  await until(() => page.viewer.view === 'chat');
  page.room.declare('live');
  await until(() => part(page.stage, 'retry') !== null);
  page.room.av.failures.clear();
  await choose('Try again');
  await comesTo('Stage');
  await until(() => page.room.av.calls.filter(([name]) => name === 'enter').length > 1);
  page.room.av.play();
  await until(() => page.viewer.view === 'video');
  expect(focusedName()).toBe('Stage');
  await tabTo(KEYS, 'Mute');
});

it('lets the sound in, and is taken to the switch that turns it off', async () => {
  const page = await openViewer();
  await goLive(page);
  const resume = vi.fn(() => Promise.resolve());
  page.room.av.signals.emit({ type: 'autoplay-blocked', resume });
  await until(() => part(page.stage, 'allow-sound') !== null);
  await choose('Tap for sound');
  await comesTo('Mute');
  expect(resume).toHaveBeenCalledOnce();
});

it('comes in again where another page took its place', async () => {
  const page = await openViewer();
  await until(() => page.viewer.view === 'chat');
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  page.room.im.signals.emit({ type: 'kicked', code: 'kicked' });
  await until(() => part(page.status, 'action') !== null);
  await choose('Use here instead');
  await until(() => page.viewer.view === 'chat');
  await until(
    () => page.viewer.renderRoot instanceof ShadowRoot && page.viewer.renderRoot.activeElement === page.status,
  );
  await tabTo(KEYS, 'Say something');
});
