// <bigcast-chat>'s list: whole rows, bounded, in the room's order, and none of it by rendering the element again.
import { fixture, html } from '@open-wc/testing';
import { describe, expect, it, vi } from 'vitest';
import { pictureUrl } from '../../src/components/chat/picture.js';
import { define } from '../../src/components/shared/define.js';
import { RoomOwnerElement } from '../../src/components/shared/room-owner-element.js';
import { RoomError, type Person } from '../../src/core/index.js';
import { scriptRoom } from '../../stories/support/with-room.js';
import {
  crowd,
  gapToEnd,
  nextFrame,
  openChat,
  parts,
  shown,
  texts,
  the,
  until,
  type ChatPage,
} from './chat-support.js';

/** Stands in for <bigcast-room>, which has tests of its own. */
class Room extends RoomOwnerElement {}

const comes = ({ room }: ChatPage, change: 'joined' | 'left', name: string) =>
  room.im.signals.emit({
    type: change,
    person: { id: name.toLowerCase(), name },
    id: `${change}-${name}`,
    at: Date.now(),
  });

const says = ({ room }: ChatPage, from: Person, text: string, id = text) =>
  room.im.signals.emit({ type: 'command', from, command: { type: 'text', text }, id, at: Date.now() });

describe('rows', () => {
  it('show who, what and when', async () => {
    const page = await openChat();
    const at = new Date(2026, 10, 23, 20, 5).getTime();
    page.room.im.hear('ana', { type: 'text', text: 'Is it tonight?' }, { name: 'Ana Silva', at });
    await shown(page.chat, 'Is it tonight?');
    const words = ['avatar', 'name', 'text', 'time'].map((name) => the(page.chat, name).textContent);
    expect(words).toEqual(['AS', 'Ana Silva', 'Is it tonight?', '8:05 PM']);
    expect(the(page.chat, 'row').part.value).toBe('row');
  });

  it('leave markup what it is: text', async () => {
    const page = await openChat();
    const picture = '<img src=x onerror="window.pwned = 1">&amp;${1}';
    const attack = `${picture}<script>window.pwned = 1</script>`;
    says(page, { id: 'eve', name: picture }, attack);
    await shown(page.chat, attack);
    expect(the(page.chat, 'name').textContent).toBe(picture);
    expect(the(page.chat, 'row').querySelectorAll('img, script')).toHaveLength(0);
    expect('pwned' in window).toBe(false);
  });

  it('keep lines and spaces, and break what is too long', async () => {
    const page = await openChat();
    says(page, { id: 'ana', name: 'Ana' }, `a  b\nc ${'x'.repeat(500)}`);
    await until(() => parts(page.chat, 'row').length === 1);
    expect(getComputedStyle(the(page.chat, 'text')).whiteSpace).toContain('pre');
    const list = the(page.chat, 'list');
    expect(list.scrollWidth).toBe(list.clientWidth);
  });

  it('keep text that turns letters around to itself', async () => {
    const page = await openChat();
    says(page, { id: 'eve', name: 'Eve\u202e' }, 'abc\u202e', '1');
    says(page, { id: 'layla', name: 'ليلى' }, 'مرحبا', '2');
    says(page, { id: 'ana', name: 'Ana' }, 'hello', '3');
    await shown(page.chat, 'hello');
    for (const row of parts(page.chat, 'row')) {
      const [avatar, name, text] = ['.avatar', '.name', '.text'].map((piece) =>
        row.querySelector(piece)!.getBoundingClientRect(),
      );
      expect(avatar!.right).toBeLessThanOrEqual(name!.left);
      expect(name!.right).toBeLessThanOrEqual(text!.left);
    }
  });

  it('carry the mark of the host, also when it is known later who that is', async () => {
    const page = await openChat({ phase: 'legacy' });
    page.room.say('Ana', 'hello');
    page.room.hostSays('hello all');
    await shown(page.chat, 'hello all');
    expect(parts(page.chat, 'row-host').map((row) => row.querySelector('.text')?.textContent)).toEqual(['hello all']);
    expect(the(page.chat, 'crown').getAttribute('aria-label')).toBe('Host');
  });

  it('fold people who come and go into one quiet line', async () => {
    const page = await openChat();
    comes(page, 'joined', 'Ana');
    await until(() => parts(page.chat, 'notice').length === 1);
    const line = the(page.chat, 'notice');
    for (const name of ['Ben', 'Cy', ...Array.from({ length: 9 }, (_, index) => `Fan${index}`)])
      comes(page, 'joined', name);
    await until(() => line.textContent === 'Ana, Ben, Cy, and 9 more joined');
    expect(line).toBe(the(page.chat, 'notice'));
    comes(page, 'left', 'Ana');
    await until(() => parts(page.chat, 'notice').length === 2);
    expect(parts(page.chat, 'notice')[1]!.textContent).toBe('Ana left');
  });

  it('show a picture only where one can be', async () => {
    const page = await openChat();
    const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    says(page, { id: 'ana', name: 'Ana', avatar: picture }, '1');
    says(page, { id: 'eve', name: 'Eve', avatar: 'javascript:alert(1)' }, '2');
    says(page, { id: 'ben', name: 'Ben', avatar: 'data:image/png;base64,broken' }, '3');
    await shown(page.chat, '3');
    const [ana, eve, ben] = parts(page.chat, 'row').map((row) => row.querySelector('img'));
    expect(ana!.src).toBe(picture);
    expect(eve).toBe(null);
    await until(() => ben!.hidden === true);
    expect(getComputedStyle(ben!).display).toBe('none');
  });
});

describe('picture addresses', () => {
  it.each([
    'https://example.com/a.png',
    'http://example.com/a',
    'data:image/png;base64,AA',
    `blob:${location.origin}/1`,
  ])('are allowed: %s', (address) => expect(pictureUrl(address)).toBe(address));

  it.each([
    '',
    'a.png',
    '//example.com/a.png',
    'javascript:alert(1)',
    'data:text/html,hi',
    'blob:https://example.com/1',
    'file:///a',
  ])('are refused: %s', (address) => expect(pictureUrl(address)).toBe(undefined));
});

describe('the list', () => {
  it('stays bounded, and at its end', async () => {
    const page = await openChat();
    const { chat } = page;
    const nodes = () => {
      const walker = document.createTreeWalker(chat.renderRoot);
      let count = 0;
      while (walker.nextNode()) count++;
      return count;
    };
    await crowd(page, 1000);
    await shown(chat, '999');
    await until(() => texts(chat).length === 200);
    const before = nodes();
    await crowd(page, 9000, 1000);
    await shown(chat, '9999');
    await until(() => texts(chat).length >= 200);
    expect(texts(chat)).toEqual(Array.from({ length: 200 }, (_, index) => `${9800 + index}`));
    expect(nodes()).toBe(before);
    expect(gapToEnd(the(chat, 'list'))).toBeLessThan(1);
  });

  it('renders rows and never the element for what comes in', async () => {
    const page = await openChat();
    const { chat, room } = page;
    room.say('Ana', 'first');
    await shown(chat, 'first');
    let updates = 0;
    chat.addController({ hostUpdated: () => updates++ });
    await chat.updateComplete;
    updates = 0;
    const row = the(chat, 'row');
    await crowd(page, 15);
    comes(page, 'joined', 'Ben');
    room.im.signals.emit({ type: 'members', count: 9 });
    room.declare('live');
    room.av.play();
    await shown(chat, '14');
    await until(() => parts(chat, 'notice').length === 1 && chat.state.members === 9);
    await chat.updateComplete;
    expect(updates).toBe(0);
    expect(parts(chat, 'row')[0]).toBe(row);
  });

  it('follows the room in order, with one row a message', async () => {
    const { chat, room } = await openChat();
    let sent: () => void = () => undefined;
    room.im.send = () => new Promise((resolve) => (sent = () => resolve({ at: Date.now(), seq: 5 })));
    void chat.send('mine');
    await shown(chat, 'mine');
    const [mine] = parts(chat, 'row');
    expect(mine!.part.contains('row-pending')).toBe(true);
    expect(getComputedStyle(mine!).opacity).toBe('0.8');
    room.im.hear('ana', { type: 'text', text: 'later' }, { seq: 9 });
    await until(() => texts(chat).length === 2);
    sent();
    await until(() => !mine!.part.contains('row-pending'));
    room.im.hear('ben', { type: 'text', text: 'between' }, { seq: 7 });
    await until(() => texts(chat).length === 3);
    expect(texts(chat)).toEqual(['mine', 'between', 'later']);
    expect(parts(chat, 'row')[0]).toBe(mine);
  });

  it.for([
    ['ko', 'keep-all'],
    ['ja', 'auto-phrase'],
    ['zh-CN', 'normal'],
  ] as const)('breaks its own sentences as %s does, and what people write as everywhere', async ([lang, wordBreak]) => {
    const { chat, room } = await openChat({ lang });
    room.say('Ana', 'hello');
    await shown(chat, 'hello');
    const breakOf = (element: Element) => getComputedStyle(element).wordBreak;
    expect([breakOf(chat), breakOf(the(chat, 'input')), breakOf(the(chat, 'text'))]).toEqual([
      wordBreak,
      wordBreak,
      'normal',
    ]);
  });

  it.for([
    ['zh-CN', '未发送。你已被禁言，暂时无法发言。'],
    ['es', 'No se envió. Te han silenciado aquí y ahora no puedes escribir.'],
  ] as const)('says when a message was not sent, in sentences as %s sets them', async ([lang, said]) => {
    const { chat, room } = await openChat({ lang });
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    room.im.failNext('send', new RoomError('muted', 'Scripted.'));
    await chat.send('one').catch(() => undefined);
    await until(() => parts(chat, 'error')[0]?.textContent === said);
  });

  it('says when a message was not sent, and sends or deletes it', async () => {
    const { chat, room, intents } = await openChat();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    room.im.failNext('send', new RoomError('muted', 'Scripted.'));
    await chat.send('one').catch(() => undefined);
    room.im.failNext('send', new RoomError('muted', 'Scripted.'));
    await chat.send('two').catch(() => undefined);
    await until(() => parts(chat, 'failure').length === 2);
    expect(parts(chat, 'error')[0]!.textContent).toBe('Not sent. You are muted here and cannot write now.');
    parts(chat, 'delete')[1]!.click();
    await until(() => texts(chat).length === 1);
    the(chat, 'retry').click();
    await until(() => parts(chat, 'failure').length === 0);
    expect(texts(chat)).toEqual(['one']);
    expect(the(chat, 'row').part.value).toBe('row row-own');
    expect(intents.map(({ type }) => type)).toEqual(['delete-text', 'retry-text']);
  });

  it('is a log that the keyboard reaches', async () => {
    const { chat } = await openChat();
    const list = the(chat, 'list');
    expect([list.role, list.ariaLabel, list.ariaLive, list.tabIndex]).toEqual(['log', 'Conversation', 'off', 0]);
  });

  it('says so while nobody has spoken', async () => {
    const page = await openChat();
    const isShown = () => the(page.chat, 'empty').checkVisibility();
    expect(isShown()).toBe(true);
    expect(the(page.chat, 'empty').textContent).toContain('Nobody has said anything yet');
    comes(page, 'joined', 'Ana');
    await until(() => parts(page.chat, 'notice').length === 1);
    expect(isShown()).toBe(true);
    page.room.say('Ana', 'hello');
    await until(() => !isShown());
  });
});

describe('languages', () => {
  it('stand beside each other on one page', async () => {
    const english = await openChat();
    const chinese = await openChat({ lang: 'zh-Hans' });
    for (const page of [english, chinese]) comes(page, 'joined', 'Ana');
    await until(() => parts(english.chat, 'notice').length + parts(chinese.chat, 'notice').length === 2);
    expect(the(english.chat, 'notice').textContent).toBe('Ana joined');
    expect(the(chinese.chat, 'notice').textContent).toBe('Ana进入了房间');
    expect(the(chinese.chat, 'input').getAttribute('placeholder')).toBe('说点什么');
  });

  it('change under rows that are there', async () => {
    const page = await openChat();
    comes(page, 'joined', 'Ana');
    await until(() => parts(page.chat, 'notice').length === 1);
    const line = the(page.chat, 'notice');
    page.chat.parentElement!.lang = 'zh';
    await until(() => line.textContent === 'Ana进入了房间');
    page.chat.parentElement!.lang = 'no_such-language';
    await until(() => line.textContent === 'Ana joined');
  });
});

describe('life', () => {
  it('inside a room shares it, and leaves nothing behind', async () => {
    define('bigcast-room', Room);
    const room = scriptRoom();
    const owner = await fixture<Room>(
      html`<bigcast-room room="show" user="robin" .provider=${room.provider}
        ><bigcast-chat></bigcast-chat
      ></bigcast-room>`,
    );
    const chat = owner.querySelector('bigcast-chat')!;
    await until(() => owner.state.link === 'online');
    expect(chat.roomController).toBe(owner.roomController);
    room.say('Ana', 'hello');
    await shown(chat, 'hello');

    const controller = owner.roomController!;
    const live = { subscriptions: 0, observers: 0 };
    const { subscribe, onMessage } = controller;
    const counted =
      <A extends unknown[]>(listen: (...args: A) => () => void) =>
      (...args: A) => {
        const stop = listen.apply(controller, args);
        live.subscriptions += 1;
        return () => ((live.subscriptions -= 1), stop());
      };
    controller.subscribe = counted(subscribe);
    controller.onMessage = counted(onMessage);
    vi.spyOn(ResizeObserver.prototype, 'observe').mockImplementation(() => void (live.observers += 1));
    vi.spyOn(ResizeObserver.prototype, 'disconnect').mockImplementation(() => void (live.observers = 0));
    const asked = vi.spyOn(window, 'requestAnimationFrame');
    const cancelled = vi.spyOn(window, 'cancelAnimationFrame');

    chat.remove();
    owner.append(chat);
    expect(live.subscriptions).toBeGreaterThan(1);
    expect(live.observers).toBe(1);
    chat.remove();
    await until(() => live.subscriptions === 0);
    expect(live.observers).toBe(0);
    const frame: unknown = asked.mock.results.at(-1)?.value;
    expect(cancelled.mock.lastCall).toEqual([frame]);
    asked.mockClear();
    room.say('Ana', 'anybody there?');
    await until(() => controller.state.timeline.length === 2);
    expect(asked).not.toHaveBeenCalled();

    owner.append(chat);
    await shown(chat, 'anybody there?');
  });

  it('alone on a page closes its room when it goes', async () => {
    const { chat, room } = await openChat();
    chat.remove();
    await until(() => room.im.closed);
    await nextFrame();
  });
});
