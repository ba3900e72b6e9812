// <bigcast-chat> while its reader is scrolled up: nothing moves, nothing is lost, and one button leads back.
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { RoomError } from '../../src/core/index.js';
import {
  crowd,
  gapToEnd,
  nextFrame,
  openChat,
  parts,
  scrollUp,
  shown,
  texts,
  the,
  until,
  type ChatPage,
} from './chat-support.js';

/** A full list, scrolled up by 600 px, with a row in the middle of what is seen. */
async function heldChat() {
  const page = await openChat();
  await crowd(page, 300);
  await shown(page.chat, '299');
  await until(() => texts(page.chat).length === 200);
  const list = the(page.chat, 'list');
  await scrollUp(list, 600);
  const middle = list.getBoundingClientRect().top + list.clientHeight / 2;
  const row = parts(page.chat, 'row').find((other) => other.getBoundingClientRect().bottom > middle)!;
  return { page, list, row, top: () => row.getBoundingClientRect().top - list.getBoundingClientRect().top };
}

const hasNew = ({ chat }: ChatPage, words: string) => parts(chat, 'new')[0]?.textContent.trim() === words;

describe('scrolled up', () => {
  it('holds to the pixel while 400 messages come', async () => {
    const { page, row, top } = await heldChat();
    const before = top();
    const first = parts(page.chat, 'row')[0];
    const positions = new Set<number>();
    let running = true;
    const look = () => {
      positions.add(top());
      if (running) requestAnimationFrame(look);
    };
    look();
    for (let portion = 0; portion < 8; portion++) {
      await crowd(page, 50, 300 + portion * 50);
      await nextFrame();
    }
    await until(() => hasNew(page, '400 new'));
    running = false;
    expect([...positions]).toEqual([before]);
    expect(row.isConnected).toBe(true);
    expect(parts(page.chat, 'row')[0]).toBe(first);
  });

  it('shows some of what comes, then only counts', async () => {
    const { page } = await heldChat();
    await crowd(page, 100, 300);
    await shown(page.chat, '399');
    expect(texts(page.chat)).toHaveLength(300);
    await crowd(page, 600, 400);
    await until(() => hasNew(page, '700 new'));
    expect(texts(page.chat).length).toBeLessThanOrEqual(500);
    expect(texts(page.chat)[0]).toBe('100');
    // No gap among what is shown.
    const numbers = texts(page.chat).map(Number);
    expect(numbers).toEqual(numbers.map((_, index) => 100 + index));
  });

  it('is not told of nothing', async () => {
    const { page } = await heldChat();
    expect(parts(page.chat, 'new')).toEqual([]);
    page.room.say('Ana', 'one');
    await until(() => hasNew(page, '1 new'));
  });

  it('goes back by the button, within two frames', async () => {
    const { page, list } = await heldChat();
    await crowd(page, 700, 300);
    await until(() => hasNew(page, '700 new'));
    the(page.chat, 'new').click();
    await nextFrame();
    await nextFrame();
    const newest = Array.from({ length: 200 }, (_, index) => `${800 + index}`);
    expect(texts(page.chat).slice(-15)).toEqual(newest.slice(-15));
    expect(gapToEnd(list)).toBeLessThan(1);
    expect(parts(page.chat, 'new')).toEqual([]);
    await until(() => texts(page.chat).length === 200);
    expect(texts(page.chat)).toEqual(newest);
    expect(gapToEnd(list)).toBeLessThan(1);
    page.room.say('Ana', 'sticks');
    await shown(page.chat, 'sticks');
    expect(gapToEnd(list)).toBeLessThan(1);
  });

  it('goes back by scrolling to the end', async () => {
    const { page, list } = await heldChat();
    await crowd(page, 20, 300);
    await until(() => hasNew(page, '20 new'));
    list.scrollTop = list.scrollHeight;
    await until(() => parts(page.chat, 'new').length === 0);
    await until(() => texts(page.chat).length === 200);
    expect(gapToEnd(list)).toBeLessThan(1);
  });

  it('goes back by saying something', async () => {
    const { page, list } = await heldChat();
    page.chat.draft = 'me too';
    await page.chat.updateComplete;
    the(page.chat, 'send').click();
    await shown(page.chat, 'me too');
    expect(gapToEnd(list)).toBeLessThan(1);
  });

  it('still shows how own messages fare, without moving', async () => {
    const page = await openChat();
    const { chat, room } = page;
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    for (const text of ['one', 'two']) {
      room.im.failNext('send', new RoomError('network', 'Scripted.'));
      await chat.send(text).catch(() => undefined);
    }
    await crowd(page, 100);
    await shown(chat, '99');
    const list = the(chat, 'list');
    await scrollUp(list, 600);
    const row = parts(chat, 'row').find(
      (other) => other.getBoundingClientRect().top > list.getBoundingClientRect().top,
    )!;
    const before = row.getBoundingClientRect().top;
    const [first] = parts(chat, 'row-own');
    parts(chat, 'delete')[1]!.click();
    await until(() => parts(chat, 'row-own').length === 1);
    expect(row.getBoundingClientRect().top).toBeCloseTo(before, 0);
    the(chat, 'retry').click();
    await until(() => parts(chat, 'failure').length === 0 && parts(chat, 'row-pending').length === 0);
    expect(the(chat, 'row-own')).toBe(first);
    expect(row.getBoundingClientRect().top).toBeCloseTo(before, 0);
  });
});

/** The event of an earlier scroll that comes only now, after the list has become another. */
const late = (list: HTMLElement) => list.dispatchEvent(new Event('scroll'));

describe('in a rush, where more comes at once than can be seen', () => {
  /** Three bursts of 100 texts; the reader sees the newest. */
  async function rush(page: ChatPage) {
    for (const burst of [300, 400, 500]) {
      await crowd(page, 100, burst);
      await shown(page.chat, `${burst + 99}`);
    }
  }

  it('only that is rendered, from the upper edge to the end, and all once it is calm', async () => {
    const page = await openChat();
    await crowd(page, 300);
    await until(() => texts(page.chat).length === 200);
    await rush(page);
    const list = the(page.chat, 'list');
    const rows = parts(page.chat, 'row');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]!.getBoundingClientRect().top).toBeLessThanOrEqual(list.getBoundingClientRect().top);
    expect(gapToEnd(list)).toBeLessThan(1);
    await until(() => texts(page.chat).length === 200);
    expect(texts(page.chat)).toEqual(Array.from({ length: 200 }, (_, index) => `${index + 400}`));
    expect(gapToEnd(list)).toBeLessThan(1);
  });

  it('who goes up finds all rows above, and what they read does not move', async () => {
    const page = await openChat();
    await rush(page);
    const list = the(page.chat, 'list');
    list.scrollTop -= 60;
    const row = parts(page.chat, 'row').find(
      (other) => other.getBoundingClientRect().top >= list.getBoundingClientRect().top,
    )!;
    const top = () => row.getBoundingClientRect().top - list.getBoundingClientRect().top;
    const before = top();
    await until(() => texts(page.chat).length === 200);
    // Scroll positions are whole pixels, rows are not.
    expect(Math.abs(top() - before)).toBeLessThanOrEqual(0.5);
    expect(row.isConnected).toBe(true);
    expect(texts(page.chat)[0]).toBe('400');
    const held = top();
    await crowd(page, 40, 600);
    await until(() => hasNew(page, '40 new'));
    expect(top()).toBe(held);
  });
});

it('Home pressed in a rush goes to the first row there is, and stays there', async () => {
  const page = await openChat();
  for (const burst of [0, 100, 200]) {
    await crowd(page, 100, burst);
    await shown(page.chat, `${burst + 99}`);
  }
  const list = the(page.chat, 'list');
  list.focus();
  await userEvent.keyboard('{Home}');
  await until(() => list.scrollTop === 0);
  await crowd(page, 40, 300);
  await until(() => hasNew(page, '40 new'));
  expect(list.scrollTop).toBe(0);
  expect(texts(page.chat)[0]).toBe('100');
});

it('a key in a rush ends the wait for calm, which would bring the end back before the list has moved', async () => {
  const page = await openChat();
  const begun = vi.spyOn(window, 'setTimeout');
  await crowd(page, 100);
  await shown(page.chat, '99');
  const calm = begun.mock.calls.map(([, delay]) => delay).lastIndexOf(300);
  expect(calm).toBeGreaterThan(-1);
  const ended = vi.spyOn(window, 'clearTimeout');
  the(page.chat, 'list').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
  expect(ended).toHaveBeenCalledWith(begun.mock.results[calm]?.value);
});

describe('when the list itself changes', () => {
  it('keeps the end at the end', async () => {
    const page = await openChat();
    await crowd(page, 100);
    await shown(page.chat, '99');
    const list = the(page.chat, 'list');
    const box = page.chat.parentElement!;
    for (const [name, size] of [
      ['blockSize', '240px'],
      ['inlineSize', '220px'],
      ['blockSize', '600px'],
      ['inlineSize', '700px'],
    ] as const) {
      box.style[name] = size;
      late(list);
      await until(() => gapToEnd(list) < 1);
      page.room.say('Ana', size);
      await shown(page.chat, size);
      expect(gapToEnd(list)).toBeLessThan(1);
    }
  });

  it('follows the end of rows that grow', async () => {
    const page = await openChat();
    await crowd(page, 100);
    await shown(page.chat, '99');
    const list = the(page.chat, 'list');
    list.style.fontSize = '24px';
    late(list);
    page.room.say('Ana', 'larger');
    await shown(page.chat, 'larger');
    expect(gapToEnd(list)).toBeLessThan(1);
  });

  it('keeps what is read where it is, also when lines break elsewhere', async () => {
    const page = await openChat();
    for (let number = 0; number < 120; number++)
      page.room.say(`Fan ${number % 7}`, `${number} ${'word '.repeat(number % 20)}`);
    await until(() => texts(page.chat).length === 120);
    const list = the(page.chat, 'list');
    await scrollUp(list, 900);
    const edge = list.getBoundingClientRect().top;
    const row = parts(page.chat, 'row').find((other) => other.getBoundingClientRect().bottom > edge)!;
    const before = row.getBoundingClientRect().top - edge;
    for (const size of ['220px', '700px', '360px']) {
      page.chat.parentElement!.style.inlineSize = size;
      late(list);
      await until(() => Math.abs(row.getBoundingClientRect().top - edge - before) < 1);
    }
  });

  it('keeps its place when the chat is moved in the page', async () => {
    const { page, list, top } = await heldChat();
    const before = top();
    const elsewhere = page.chat.parentElement!.cloneNode() as HTMLElement;
    page.chat.parentElement!.after(elsewhere);
    elsewhere.append(page.chat);
    await until(() => Math.abs(top() - before) < 1);
    await crowd(page, 10, 300);
    await until(() => hasNew(page, '10 new'));
    expect(top()).toBeCloseTo(before, 0);
    expect(gapToEnd(list)).toBeGreaterThan(100);
  });

  it('keeps the end when the chat is moved in the page', async () => {
    const page = await openChat();
    await crowd(page, 100);
    await shown(page.chat, '99');
    const list = the(page.chat, 'list');
    const elsewhere = page.chat.parentElement!.cloneNode() as HTMLElement;
    page.chat.parentElement!.after(elsewhere);
    elsewhere.append(page.chat);
    await nextFrame();
    expect(gapToEnd(list)).toBeLessThan(1);
    page.room.say('Ana', 'and on');
    await shown(page.chat, 'and on');
    expect(gapToEnd(list)).toBeLessThan(1);
  });
});
