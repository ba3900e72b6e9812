// <bigcast-chat> for those who listen, and those who want it to stand still: what is read out, the pause, and where the focus stays.
import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { RoomError } from '../../src/core/index.js';
import {
  crowd,
  field,
  gapToEnd,
  nextFrame,
  openChat,
  parts,
  shown,
  texts,
  the,
  until,
  type ChatPage,
  type ChatScript,
} from './chat-support.js';

/** With everything that comes after the first load. */
async function openWhole(script?: ChatScript): Promise<ChatPage> {
  const page = await openChat(script);
  page.room.say('Fay', 'first');
  await until(() => parts(page.chat, 'pause').length === 1);
  return page;
}

const aloud = ({ chat }: ChatPage) => chat.renderRoot.querySelector<HTMLElement>('.aloud')!;
const spoken = (page: ChatPage) => [...aloud(page).children].map(({ textContent }) => textContent);
const focused = ({ chat }: ChatPage) => (chat.renderRoot as ShadowRoot).activeElement;

describe('what is read out', () => {
  it('is not the list: that is a log, and quiet', async () => {
    const page = await openWhole();
    const list = the(page.chat, 'list');
    expect([list.role, list.ariaLive, list.ariaLabel]).toEqual(['log', 'off', 'Conversation']);
    const live = [...page.chat.renderRoot.querySelectorAll('[aria-live=polite], [aria-live=assertive], [role=status]')];
    expect(live.map(({ className }) => className)).toEqual(['visually-hidden aloud', 'note']);
  });

  it('is each message while it is quiet', async () => {
    const page = await openWhole();
    page.room.say('Ana', 'hello <b>you</b>');
    await until(() => spoken(page).at(-1) === 'Ana: hello <b>you</b>');
  });

  it('is the host and the reader’s own name at once, and little else at 200 messages', async () => {
    const page = await openWhole();
    const said: string[] = [];
    const observer = new MutationObserver((records) =>
      records.forEach(({ addedNodes }) => addedNodes.forEach(({ textContent }) => said.push(textContent ?? ''))),
    );
    observer.observe(aloud(page), { childList: true });
    await crowd(page, 200);
    page.room.say('Ben', 'where is @ROBIN?');
    page.room.hostSays('Here I am');
    await shown(page.chat, 'Here I am');
    observer.disconnect();
    expect(said).toContain('Ben: where is @ROBIN?');
    expect(said).toContain('Host Mira Chen: Here I am');
    expect(said.length).toBeLessThan(5);
    expect(aloud(page).childElementCount).toBeLessThanOrEqual(3);
  });

  it('is that something was not sent, and why', async () => {
    const page = await openWhole();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    page.room.im.failNext('send', new RoomError('network', 'Scripted.'));
    await page.chat.send('lost').catch(() => undefined);
    await until(() => spoken(page).at(-1) === 'Not sent. The connection failed. We keep trying.');
  });

  it('follows the room: of one that was left nothing is said any more', async () => {
    const page = await openWhole();
    await crowd(page, 50);
    await page.chat.leave();
    const before = spoken(page);
    page.room.hostSays('anybody?');
    await nextFrame();
    expect(spoken(page)).toEqual(before);
  });
});

describe('the pause', () => {
  it('is pressed by key, and stops everything where it is; the focus stays on it', async () => {
    const page = await openWhole();
    await crowd(page, 100);
    await shown(page.chat, '99');
    const pause = the(page.chat, 'pause');
    expect(pause.ariaLabel).toBe('Pause the conversation');
    pause.focus();
    await userEvent.keyboard('{Enter}');
    await until(() => pause.ariaLabel === 'Go on with the conversation');
    await until(() => spoken(page).at(-1) === 'Paused');
    const list = the(page.chat, 'list');
    const before = { rows: texts(page.chat), top: list.scrollTop, height: list.scrollHeight };
    await crowd(page, 300, 100);
    page.room.say('Ben', 'where is @robin?');
    await until(() => parts(page.chat, 'new')[0]?.textContent.trim() === '301 new');
    expect({ rows: texts(page.chat), top: list.scrollTop, height: list.scrollHeight }).toEqual(before);
    expect(spoken(page).at(-1)).toBe('Paused');
    expect(focused(page)).toBe(pause);

    await userEvent.keyboard(' ');
    await shown(page.chat, 'where is @robin?');
    expect(gapToEnd(list)).toBeLessThan(1);
    expect(pause.ariaLabel).toBe('Pause the conversation');
    expect(focused(page)).toBe(pause);
    expect(parts(page.chat, 'new')).toEqual([]);
    expect(spoken(page).slice(-2)).toEqual([
      'Ben: where is @robin?',
      '301 new messages, last from Ben: where is @robin?',
    ]);
    page.room.say('Ana', 'on it goes');
    await shown(page.chat, 'on it goes');
    expect(gapToEnd(list)).toBeLessThan(1);
  });

  it('holds where there is not yet enough to scroll', async () => {
    const page = await openWhole();
    the(page.chat, 'pause').click();
    await until(() => spoken(page).at(-1) === 'Paused');
    const row = the(page.chat, 'row');
    const { top } = row.getBoundingClientRect();
    await crowd(page, 5);
    await until(() => parts(page.chat, 'new').length === 1);
    expect(row.getBoundingClientRect().top).toBe(top);
  });

  it('lasts while one scrolls, also to the end', async () => {
    const page = await openWhole();
    await crowd(page, 100);
    await shown(page.chat, '99');
    the(page.chat, 'pause').click();
    const list = the(page.chat, 'list');
    for (const top of [0, list.scrollHeight]) {
      list.scrollTop = top;
      await nextFrame();
      await nextFrame();
    }
    await crowd(page, 3, 100);
    await until(() => parts(page.chat, 'new')[0]?.textContent.trim() === '3 new');
    expect(texts(page.chat).at(-1)).toBe('99');
  });

  it('ends with the way back to the newest, and with saying something', async () => {
    const page = await openWhole();
    the(page.chat, 'pause').click();
    await crowd(page, 3);
    await until(() => parts(page.chat, 'new').length === 1);
    the(page.chat, 'new').focus();
    await userEvent.keyboard('{Enter}');
    await shown(page.chat, '2');
    expect(focused(page)).toBe(the(page.chat, 'list'));
    the(page.chat, 'pause').click();
    field(page.chat).focus();
    await userEvent.keyboard('me{Enter}');
    await shown(page.chat, 'me');
    expect(the(page.chat, 'pause').ariaLabel).toBe('Pause the conversation');
  });

  it('is not offered while there is nothing to pause: nobody spoke, or the show is over', async () => {
    const page = await openChat();
    await import('../../src/components/chat/pace.js');
    await until(() => page.chat.renderRoot.querySelector('.aloud') !== null);
    expect(parts(page.chat, 'pause')).toEqual([]);
    page.room.say('Ana', 'hello');
    await until(() => parts(page.chat, 'pause').length === 1);
    the(page.chat, 'pause').focus();
    page.room.declare('ended');
    await until(() => parts(page.chat, 'pause').length === 0);
    expect(focused(page)).toBe(the(page.chat, 'list'));
  });

  it('is not offered to somebody who is out', async () => {
    const page = await openWhole();
    page.room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    await until(() => parts(page.chat, 'pause').length === 0);
  });
});

describe('the focus', () => {
  it('goes to the list when a retry or a deletion takes its button away', async () => {
    const page = await openWhole();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    for (const [button, key] of [
      ['retry', '{Enter}'],
      ['delete', ' '],
    ] as const) {
      page.room.im.failNext('send', new RoomError('network', 'Scripted.'));
      await page.chat.send(button).catch(() => undefined);
      await until(() => parts(page.chat, button).length === 1);
      the(page.chat, button).focus();
      await userEvent.keyboard(key);
      await until(() => parts(page.chat, button).length === 0);
      expect(focused(page)).toBe(the(page.chat, 'list'));
    }
  });

  it('stays on the retry when the page vetoes it', async () => {
    const page = await openWhole();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    page.room.im.failNext('send', new RoomError('network', 'Scripted.'));
    await page.chat.send('no').catch(() => undefined);
    await until(() => parts(page.chat, 'retry').length === 1);
    page.chat.addEventListener('bigcast-intent', (event) => event.preventDefault());
    the(page.chat, 'retry').focus();
    await userEvent.keyboard('{Enter}');
    await nextFrame();
    expect(focused(page)).toBe(the(page.chat, 'retry'));
  });

  it('goes from the composer to the list at the end', async () => {
    const page = await openWhole();
    field(page.chat).focus();
    page.room.declare('ended');
    await until(() => field(page.chat).disabled);
    expect(focused(page)).toBe(the(page.chat, 'list'));
  });
});
