// A viewer on scripted ports, in a box of a chosen size.
import { expect, vi } from 'vitest';
import type { BigcastChat, BigcastStage, BigcastStatus, BigcastViewer } from '../../src/components/classes.js';
import '../../src/components/viewer/define.js';
// Here from the start, as after a while in life; what happens without them has its own tests (parts.test.ts).
import '../../src/components/stage/on-air.js';
import '../../src/components/viewer/live.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from '../../stories/support/with-room.js';
import { PATIENCE } from '../support/recorder.js';

export interface ViewerPage {
  readonly room: ScriptedRoom;
  readonly box: HTMLElement;
  readonly viewer: BigcastViewer;
  readonly stage: BigcastStage;
  readonly chat: BigcastChat;
  readonly status: BigcastStatus;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly properties?: Partial<BigcastViewer>;
  readonly lang?: string;
  readonly dir?: string;
}

export const WIDE = { width: 1000, height: 600 };
export const NARROW = { width: 390, height: 700 };

const boxes: HTMLElement[] = [];

export function cleanUp(): void {
  for (const box of boxes.splice(0)) box.remove();
}

export function makeBox({ width, height }: PageOptions = WIDE): HTMLElement {
  const box = document.createElement('div');
  Object.assign(box.style, { width: `${width}px`, height: `${height}px`, position: 'relative' });
  document.body.append(box);
  boxes.push(box);
  return box;
}

export async function openViewer(script: RoomScript = {}, options: PageOptions = WIDE): Promise<ViewerPage> {
  const room = scriptRoom(script);
  const box = makeBox(options);
  const viewer = document.createElement('bigcast-viewer');
  Object.assign(viewer, { room: 'premiere', user: 'me', name: 'Me', provider: room.provider }, options.properties);
  if (options.lang) viewer.lang = options.lang;
  if (options.dir) viewer.dir = options.dir;
  box.append(viewer);
  await viewer.updateComplete;
  return { room, box, viewer, ...pieces(viewer) };
}

export function pieces(viewer: BigcastViewer): Pick<ViewerPage, 'stage' | 'chat' | 'status'> {
  const { renderRoot } = viewer;
  return {
    stage: renderRoot.querySelector('bigcast-stage')!,
    chat: renderRoot.querySelector('bigcast-chat')!,
    status: renderRoot.querySelector('bigcast-status')!,
  };
}

/** As soon as `isSo`; fails with what was waited for. */
export async function until(isSo: () => boolean, what = isSo.toString()): Promise<void> {
  await vi.waitFor(() => expect(isSo(), what).toBe(true), PATIENCE);
}

/** From waiting to the stage, without a picture yet. */
export async function announce({ room, viewer }: ViewerPage): Promise<void> {
  await until(() => viewer.view === 'chat');
  room.declare('live');
  await until(() => viewer.state.stage === 'entering');
  await until(() => room.av.calls.some(([name]) => name === 'enter'));
}

/** From waiting to the first frame, rendered. */
export async function goLive(page: ViewerPage): Promise<void> {
  await announce(page);
  page.room.av.play();
  await rendered(page.viewer);
}

export async function rendered(viewer: BigcastViewer): Promise<void> {
  await viewer.updateComplete;
  for (const element of Object.values(pieces(viewer))) await element.updateComplete;
}

export function part(element: { readonly renderRoot: ParentNode }, name: string): HTMLElement | null {
  return element.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`);
}

/** What an element says, as one line. */
export function words(element: { readonly renderRoot: ParentNode } | null): string {
  const root = element?.renderRoot as ShadowRoot | undefined;
  const texts = [...(root?.children ?? [])].map((child) =>
    child instanceof HTMLStyleElement ? '' : child.textContent,
  );
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Everything that moves an element, and the two windows around it. */
export function motionOf(element: Element): Animation[] {
  const window = element.parentElement!;
  const motions = [element, window, window.parentElement!].flatMap((each) => each.getAnimations());
  return motions.filter((animation) => !(animation instanceof CSSTransition));
}
