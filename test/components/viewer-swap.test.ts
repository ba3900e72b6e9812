// The swap: one continuous motion of the same chat element, at the first frame.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import {
  announce,
  cleanUp,
  goLive,
  motionOf,
  NARROW,
  openViewer,
  part,
  rendered,
  until,
  WIDE,
  type ViewerPage,
} from './viewer-support.js';

beforeEach(() => emulateMotion('no-preference'));
afterEach(cleanUp);

it.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('keeps the chat element, draft, focus, caret and reading place (%s)', async (_name, size) => {
  const page = await openViewer({}, size);
  const { chat, viewer, room } = page;
  await until(() => viewer.view === 'chat');
  for (let count = 0; count < 60; count++) room.say(`Fan ${count % 7}`, `Line ${count}`);
  await until(() => viewer.state.timeline.length === 60);
  const rows = () => [...chat.renderRoot.querySelectorAll('[part~="row"]')];
  await until(() => rows().length === 60);
  const messages = rows();
  const list = part(chat, 'list')!;
  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 2;
  await until(isAtEnd);
  const input = part(chat, 'input') as HTMLTextAreaElement;
  input.focus();
  input.value = 'half a sentence';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  input.setSelectionRange(4, 6, 'backward');
  const removed = vi.fn();
  const watcher = new MutationObserver(removed);
  watcher.observe(viewer.renderRoot, { childList: true, subtree: true });

  await goLive(page);
  await stopped(page);

  expect(removed).not.toHaveBeenCalled();
  watcher.disconnect();
  expect(viewer.renderRoot.querySelectorAll('bigcast-chat')).toHaveLength(1);
  expect(viewer.renderRoot.querySelector('bigcast-chat')).toBe(chat);
  expect(rows().every((row, index) => row === messages[index]) && rows().length === 60).toBe(true);
  expect((chat.renderRoot as ShadowRoot).activeElement).toBe(input);
  expect([input.value, input.selectionStart, input.selectionEnd, input.selectionDirection]).toEqual([
    'half a sentence',
    4,
    6,
    'backward',
  ]);
  await until(isAtEnd);
  room.declare('waiting');
  await rendered(viewer);
  expect((chat.renderRoot as ShadowRoot).activeElement).toBe(input);
  expect(input.value).toBe('half a sentence');
});

describe('the motion', () => {
  it('starts where things were seen, moves nothing but transform and clip-path, and leaves nothing behind', async () => {
    const page = await openViewer();
    await announce(page);
    const before = [seen(page.stage), seen(page.chat)];
    page.room.av.play();
    await rendered(page.viewer);
    const motions = [page.stage, page.chat].flatMap(motionOf);
    expect(motions).toHaveLength(2);
    motions.forEach((motion) => hold(motion, 0));
    const [stage, chat] = [seen(page.stage), seen(page.chat)];
    expect(Math.abs(stage.left - before[0]!.left) + Math.abs(stage.right - before[0]!.right)).toBeLessThan(2);
    expect(Math.abs(chat.left - before[1]!.left) + Math.abs(chat.bottom - before[1]!.bottom)).toBeLessThan(2);
    const moved = motions.flatMap((motion) => (motion.effect as KeyframeEffect).getKeyframes().flatMap(Object.keys));
    expect(new Set(moved)).toEqual(
      new Set(['offset', 'computedOffset', 'easing', 'composite', 'transform', 'transformOrigin', 'clipPath']),
    );
    expect(motions.map((motion) => motion.effect?.getTiming().duration)).toEqual([600, 600]);
    motions.forEach((motion) => motion.finish());
    await until(() => [page.stage, page.chat].flatMap(motionOf).length === 0);
    expect(getComputedStyle(page.chat).transform).toBe('none');
  });

  it('starts from where things are when it is interrupted', async () => {
    const page = await openViewer();
    await goLive(page);
    const [motion] = motionOf(page.chat);
    hold(motion!, 90);
    const midway = page.chat.getBoundingClientRect();
    page.room.declare('waiting');
    await rendered(page.viewer);
    expect(motion!.playState).toBe('idle');
    const [next] = motionOf(page.chat);
    hold(next!, 0);
    const now = page.chat.getBoundingClientRect();
    expect(Math.abs(now.left - midway.left)).toBeLessThan(2);
    expect(Math.abs(now.bottom - midway.bottom)).toBeLessThan(2);
  });

  it('follows the token for the reveal', async () => {
    const page = await openViewer();
    page.viewer.style.setProperty('--bigcast-motion-reveal', '0.2s');
    await goLive(page);
    expect(motionOf(page.chat)[0]?.effect?.getTiming().duration).toBe(200);
  });

  it('is a short cross-fade for those who want no motion', async () => {
    await emulateMotion('reduce');
    const page = await openViewer();
    await goLive(page);
    const [motion] = motionOf(page.chat);
    const keyframes = (motion!.effect as KeyframeEffect).getKeyframes();
    expect(keyframes.map(({ opacity, transform }) => [opacity, transform])).toEqual([
      ['0', undefined],
      ['1', undefined],
    ]);
    expect(motion!.effect?.getTiming().duration).toBe(120);
    const video = getComputedStyle(part(page.stage, 'video')!);
    expect([video.clipPath, video.transitionProperty, video.transitionDuration]).toEqual(['none', 'opacity', '0.12s']);
  });

  it('opens the picture from its centre and lets the poster go', async () => {
    const page = await openViewer();
    await announce(page);
    const video = () => getComputedStyle(part(page.stage, 'video')!).clipPath;
    expect(video()).toMatch(/^inset\(50%/);
    page.room.av.play();
    await rendered(page.viewer);
    await until(() => video().startsWith('inset(0'));
    await until(() => getComputedStyle(part(page.stage, 'poster')!).opacity === '0');
  });
});

async function emulateMotion(value: string): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
}

function hold(animation: Animation, time: number): void {
  animation.pause();
  animation.currentTime = time;
}

async function stopped({ stage, chat }: ViewerPage): Promise<void> {
  await Promise.all([stage, chat].flatMap(motionOf).map(({ finished }) => finished));
}

/** What an element shows of itself, in whole pixels. */
function seen(element: Element): { left: number; right: number; bottom: number } {
  const { left, right, bottom, width } = element.getBoundingClientRect();
  const scale = width / (element as HTMLElement).offsetWidth;
  const cuts = [...getComputedStyle(element).clipPath.matchAll(/-?[\d.]+(?=px)/g)].map((cut) => Number(cut[0]) * scale);
  const [top = 0, cutRight = top, cutBottom = top, cutLeft = cutRight] = cuts;
  return { left: left + cutLeft, right: right - cutRight, bottom: bottom - cutBottom };
}
