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
  it.each([
    ['wide', WIDE, 'ltr'],
    ['wide, from right to left', WIDE, 'rtl'],
    ['narrow', NARROW, 'ltr'],
  ])('takes both from where they were seen to where they are, there and back (%s)', async (_name, size, dir) => {
    const page = await openViewer({}, { ...size, dir });
    await announce(page);
    const waiting = await seenOf(page);
    page.room.av.play();
    await rendered(page.viewer);
    await expectMotion(page, waiting, dir);
    const live = await seenOf(page);
    page.room.declare('waiting');
    await rendered(page.viewer);
    await expectMotion(page, live, dir);
  });

  it('moves nothing but transforms, in the time of the reveal, and leaves nothing behind', async () => {
    const page = await openViewer();
    await goLive(page);
    const motions = motionsOf(page);
    const names = motions.map(({ effect }) => (effect as KeyframeEffect).getKeyframes()[0]!);
    expect(names.filter(({ transform }) => transform)).toHaveLength(6);
    // Cutting is switched on for the time, and does not grow.
    expect(names.filter(({ overflow }) => overflow)).toHaveLength(4);
    expect(motions).toHaveLength(10);
    expect(new Set(motions.map(({ effect }) => effect!.getTiming().duration))).toEqual(new Set([600]));
    motions.forEach((motion) => motion.finish());
    await until(() => motionsOf(page).length === 0);
    expect(getComputedStyle(page.chat.parentElement!).overflow).toBe('visible');
  });

  it('starts from where things are when it is interrupted', async () => {
    const page = await openViewer();
    await goLive(page);
    const motions = motionsOf(page);
    holdAt(page, 0.15);
    const midway = await seenOf(page);
    page.room.declare('waiting');
    await rendered(page.viewer);
    expect(new Set(motions.map(({ playState }) => playState))).toEqual(new Set(['idle']));
    await expectMotion(page, midway);
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
    const video = part(page.stage, 'video')!;
    const [fade, ...others] = [video, ...framesOf(video)].flatMap((each) => each.getAnimations());
    expect((fade!.effect as KeyframeEffect).getKeyframes().map(({ opacity }) => opacity)).toEqual(['0', '1']);
    expect(fade!.effect!.getTiming().duration).toBe(120);
    expect(others).toEqual([]);
    expect(off(await seen(video), boxOf(page.stage))).toBeLessThan(1);
  });

  it('opens the picture from its centre and lets the poster go', async () => {
    const page = await openViewer();
    await announce(page);
    const video = part(page.stage, 'video')!;
    expect(areaOf(await seen(video))).toBe(0);
    page.room.av.play();
    await rendered(page.viewer);
    for (const motion of motionsOf(page)) motion.finish();
    const opening = [video, ...framesOf(video)].flatMap((each) => each.getAnimations());
    expect(opening).toHaveLength(3);
    opening.forEach((motion) => hold(motion, 0.5));
    const stage = boxOf(page.stage);
    const [x, y] = [(stage.right - stage.left) * 0.255, (stage.bottom - stage.top) * 0.255];
    const half = { left: stage.left + x, right: stage.right - x, top: stage.top + y, bottom: stage.bottom - y };
    expect(off(await seen(video), half)).toBeLessThan(1);
    // What opens is the frame: the picture stands.
    expect(off(boxOf(video), stage)).toBeLessThan(1);
    opening.forEach((motion) => motion.finish());
    expect(off(await seen(video), stage)).toBeLessThan(1);
    await until(() => getComputedStyle(part(page.stage, 'poster')!).opacity === '0');
  });
});

async function emulateMotion(value: string): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
}

/** Holds a motion at a part of its way: as if it went evenly. */
function hold(motion: Animation, part: number): void {
  motion.pause();
  motion.effect!.updateTiming({ easing: 'linear' });
  motion.currentTime = Number(motion.effect!.getTiming().duration) * part;
}

function motionsOf({ stage, chat }: ViewerPage): Animation[] {
  return [stage, chat].flatMap(motionOf);
}

function holdAt(page: ViewerPage, part: number): void {
  motionsOf(page).forEach((motion) => hold(motion, part));
}

async function stopped(page: ViewerPage): Promise<void> {
  await Promise.all(motionsOf(page).map(({ finished }) => finished));
}

/** Evenly from where both were seen to where the layout has them; the chat as large as it is, by its lower start corner. */
async function expectMotion(page: ViewerPage, from: Pair, dir = 'ltr'): Promise<void> {
  const to = { stage: restOf(page.stage), chat: restOf(page.chat) };
  for (const part of [0, 0.5]) {
    holdAt(page, part);
    const now = await seenOf(page);
    expect(off(now.stage, between(from.stage, to.stage, part)), `stage at ${part}`).toBeLessThan(1);
    expect(off(now.chat, talkBetween(from.chat, to.chat, part, dir)), `chat at ${part}`).toBeLessThan(1);
  }
  for (const motion of motionsOf(page)) motion.finish();
  const now = await seenOf(page);
  expect(off(now.stage, to.stage) + off(now.chat, to.chat), 'at the end').toBeLessThan(1);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Pair {
  readonly stage: Box;
  readonly chat: Box;
}

function between(from: Box, to: Box, part: number): Box {
  const mean = (side: keyof Box) => from[side] + (to[side] - from[side]) * part;
  return { left: mean('left'), right: mean('right'), top: mean('top'), bottom: mean('bottom') };
}

function talkBetween(from: Box, to: Box, part: number, dir: string): Box {
  const box = between(from, to, part);
  const width = Math.min(box.right - box.left, to.right - to.left);
  const height = Math.min(box.bottom - box.top, to.bottom - to.top);
  const across = dir === 'rtl' ? { left: box.right - width } : { right: box.left + width };
  return { ...box, top: box.bottom - height, ...across };
}

/** Pixels by which the worst side is off. */
function off(a: Box, b: Box): number {
  const sides = ['left', 'right', 'top', 'bottom'] as const;
  return Math.max(...sides.map((side) => Math.abs(a[side] - b[side])));
}

function areaOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function boxOf(element: Element): Box {
  return element.getBoundingClientRect();
}

/** Where the layout has it, whatever moves. */
function restOf(element: HTMLElement): Box {
  const frame = boxOf(element.closest('.layout')!);
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = element.parentElement!.parentElement!;
  const [left, top] = [frame.left + offsetLeft, frame.top + offsetTop];
  return { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
}

/** The two frames in which the picture opens. */
function framesOf(video: Element): Element[] {
  return [video.parentElement!, video.parentElement!.parentElement!];
}

async function seenOf({ stage, chat }: ViewerPage): Promise<Pair> {
  return { stage: await seen(stage), chat: await seen(chat) };
}

/** What is to be seen of an element, by the browser's own word. */
function seen(element: Element): Promise<Box> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      observer.disconnect();
      resolve(entry!.intersectionRect);
    });
    observer.observe(element);
  });
}
