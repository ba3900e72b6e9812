// A chat in a scripted room: what the tests of <bigcast-chat> start from.
import { fixture, html } from '@open-wc/testing';
import { vi } from 'vitest';
import type { RoomIntent } from '../../src/core/index.js';
import type { BigcastChat } from '../../src/components/chat/chat.js';
import '../../src/components/chat/define.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from '../../stories/support/with-room.js';

export interface ChatPage {
  readonly chat: BigcastChat;
  readonly room: ScriptedRoom;
  /** Every intent that reached the page, in order. */
  readonly intents: RoomIntent[];
}

export interface ChatScript extends RoomScript {
  readonly lang?: string;
  readonly dir?: string;
}

/** A reader called Robin in a room that is open unless the script says otherwise. */
export async function openChat({ lang = 'en', dir = 'ltr', ...script }: ChatScript = {}): Promise<ChatPage> {
  const room = scriptRoom(script);
  const intents: RoomIntent[] = [];
  const box = await fixture(
    html`<div style="inline-size: 360px; block-size: 480px" lang=${lang} dir=${dir}>
      <bigcast-chat
        room="show"
        user="robin"
        name="Robin"
        .provider=${room.provider}
        @bigcast-intent=${({ intent }: HTMLElementEventMap['bigcast-intent']) => intents.push(intent)}
      ></bigcast-chat>
    </div>`,
  );
  const chat = box.querySelector('bigcast-chat')!;
  await until(() => chat.state.link !== 'connecting' && chat.state.phase !== 'unknown');
  await chat.updateComplete;
  return { chat, room, intents };
}

export function parts(chat: BigcastChat, name: string): HTMLElement[] {
  return [...chat.renderRoot.querySelectorAll<HTMLElement>(`[part~='${name}']`)];
}

/** The only piece of that name, which must be there. */
export function the(chat: BigcastChat, name: string): HTMLElement {
  const [found, ...more] = parts(chat, name);
  if (!found || more.length > 0)
    throw new Error(`There are ${more.length + (found ? 1 : 0)} parts "${name}", not one.`);
  return found;
}

export function field(chat: BigcastChat): HTMLTextAreaElement {
  return the(chat, 'input') as HTMLTextAreaElement;
}

/** What the rows say, oldest first. */
export function texts(chat: BigcastChat): string[] {
  return parts(chat, 'text').map((text) => text.textContent);
}

/** Waits for a condition instead of for time. */
export async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`Not so: ${isSo.toString()}`);
    },
    { timeout: 10_000, interval: 5 },
  );
}

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until the newest row says `text`. */
export async function shown(chat: BigcastChat, text: string): Promise<void> {
  await vi.waitFor(
    () => {
      if (texts(chat).at(-1) !== text) throw new Error(`The newest row says "${texts(chat).at(-1)}", not "${text}".`);
    },
    { timeout: 10_000, interval: 5 },
  );
}

/** Texts `0` to `count - 1` (or from `first` on), said in portions as a crowd would; waits until the room has the last. */
export async function crowd({ chat, room }: ChatPage, count: number, first = 0): Promise<void> {
  for (let number = first; number < first + count; number++) {
    room.say(`Fan ${number % 7}`, `${number}`);
    if (number % 400 === 399) await until(() => lastId(chat).endsWith(` ${number}`));
  }
  await until(() => lastId(chat).endsWith(` ${first + count - 1}`));
}

function lastId(chat: BigcastChat): string {
  const last = chat.state.timeline.at(-1);
  return last?.kind === 'text' ? ` ${last.text}` : '';
}

export function gapToEnd(list: HTMLElement): number {
  return list.scrollHeight - list.scrollTop - list.clientHeight;
}

/** Scrolls up as a reader would, and waits until the chat has noticed. */
export async function scrollUp(list: HTMLElement, pixels: number): Promise<void> {
  list.scrollTop -= pixels;
  await nextFrame();
  await nextFrame();
}

export function type(chat: BigcastChat, text: string): void {
  field(chat).focus();
  field(chat).setRangeText(text, field(chat).selectionStart, field(chat).selectionEnd, 'end');
  field(chat).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Whether the key was used up. */
export function press(chat: BigcastChat, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  return !field(chat).dispatchEvent(event);
}
