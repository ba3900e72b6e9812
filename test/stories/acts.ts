// What no story does: people press the buttons, and a page of its own goes live. For all that the elements can show or ask.
import { vi } from 'vitest';
import type { RoomOwnerElement } from '../../src/components/shared/room-owner-element.js';
import { MOMENTS } from '../../stories/support/moments.js';
import { bringTo, type Moment } from '../../stories/support/scripted.js';

const PATIENCE = { timeout: 20_000, interval: 50 };

type Tag = 'bigcast-room' | 'bigcast-viewer' | 'bigcast-chat';

/** Lets every element ask for what it can ask for. */
export async function act(): Promise<void> {
  const room = place('bigcast-room', MOMENTS.stageFailed, 'bigcast-stage', 'bigcast-status', 'bigcast-chat');
  await press(room.querySelector('bigcast-stage')!, 'retry');
  await press(room.querySelector('bigcast-status')!, 'action');
  await say(room.querySelector('bigcast-chat')!);
  const viewer = place('bigcast-viewer', MOMENTS.waiting);
  await say(await found(viewer, 'chat'));
  const stage = place('bigcast-room', HOSTING, 'bigcast-stage').querySelector('bigcast-stage')!;
  await until(() => stage.matches(':state(hosting)'));
  const chat = place('bigcast-chat', UNRULY);
  await found(chat, 'row-unruly');
  for (const element of [room, viewer, stage.parentElement!, chat]) element.remove();
}

/** The person whose room it is. */
const HOSTING: Moment = {
  script: { owner: 'robin' },
  async act(_room, element) {
    await element.open();
    await element.goLive();
  },
};

const UNRULY: Moment = { act: (room) => room.say('N'.repeat(30), 'Hello') };

function place(tag: Tag, moment: Moment, ...inside: string[]): RoomOwnerElement {
  const owner = document.createElement(tag);
  Object.assign(owner, { room: 'acts', user: 'robin' });
  owner.provider = bringTo(moment, {}, owner).provider;
  owner.append(...inside.map((each) => document.createElement(each)));
  return document.body.appendChild(owner);
}

async function say(chat: HTMLElement): Promise<void> {
  const input = await found<HTMLTextAreaElement>(chat, 'input');
  await until(() => !input.disabled && !input.readOnly);
  input.value = 'Hello';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await press(chat, 'send');
}

async function press(element: HTMLElement, part: string): Promise<void> {
  const button = await found<HTMLButtonElement>(element, part);
  await until(() => !button.disabled);
  button.click();
}

async function found<E extends HTMLElement = HTMLElement>(element: HTMLElement, part: string): Promise<E> {
  const look = () => element.shadowRoot?.querySelector<E>(`[part~="${part}"]`);
  await until(() => look() != null);
  return look()!;
}

function until(isSo: () => boolean): Promise<void> {
  return vi.waitFor(() => {
    if (!isSo()) throw new Error(`Not yet: ${isSo.toString()}`);
  }, PATIENCE);
}
