// <bigcast-chat>'s composer: what sends, what must not, and that a draft is never lost.
import { describe, expect, it, vi } from 'vitest';
import { MAX_TEXT_BYTES } from '../../src/core/index.js';
import { field, openChat, press, shown, texts, the, type, until } from './chat-support.js';

describe('keys', () => {
  it('Enter sends, and the field is empty again', async () => {
    const { chat, intents } = await openChat();
    type(chat, 'hello');
    expect(press(chat, 'Enter')).toBe(true);
    await shown(chat, 'hello');
    expect(intents).toEqual([{ type: 'send-text', text: 'hello' }]);
    expect([chat.draft, field(chat).value]).toEqual(['', '']);
    expect(chat.shadowRoot!.activeElement).toBe(field(chat));
  });

  it('Shift+Enter is a new line', async () => {
    const { chat, intents } = await openChat();
    type(chat, 'hello');
    expect(press(chat, 'Enter', { shiftKey: true })).toBe(false);
    expect(intents).toEqual([]);
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'Enter that chooses a word (%o) does not send',
    async (composing) => {
      const { chat, intents } = await openChat();
      type(chat, 'ni hao');
      expect(press(chat, 'Enter', composing)).toBe(false);
      expect(intents).toEqual([]);
      expect(chat.draft).toBe('ni hao');
    },
  );

  it('nothing but white space cannot be sent', async () => {
    const { chat, intents } = await openChat();
    type(chat, ' \n\t ');
    await chat.updateComplete;
    expect(the(chat, 'send')).toHaveProperty('disabled', true);
    expect(press(chat, 'Enter')).toBe(true);
    expect(intents).toEqual([]);
    expect(chat.draft).toBe(' \n\t ');
  });
});

describe('the button', () => {
  it('sends, and gives the caret back', async () => {
    const { chat } = await openChat();
    chat.draft = 'by the button';
    await chat.updateComplete;
    the(chat, 'send').click();
    await shown(chat, 'by the button');
    expect(chat.shadowRoot!.activeElement).toBe(field(chat));
  });

  it('is named, as the field is', async () => {
    const { chat } = await openChat({ lang: 'zh' });
    expect([the(chat, 'send').ariaLabel, field(chat).ariaLabel]).toEqual(['发送', '说点什么']);
  });
});

describe('the limit', () => {
  it('counts bytes, says so, and keeps what was written', async () => {
    const { chat, intents } = await openChat();
    const most = '好'.repeat(MAX_TEXT_BYTES / 3 - 1);
    type(chat, most);
    await chat.updateComplete;
    expect(the(chat, 'note').textContent).toBe('8,187 / 8,192');
    expect(the(chat, 'send')).toHaveProperty('disabled', false);
    type(chat, '好好');
    await chat.updateComplete;
    expect(the(chat, 'note').textContent).toBe('Too long: 8,193 of 8,192 bytes. Shorten it to send.');
    expect(field(chat).ariaInvalid).toBe('true');
    press(chat, 'Enter');
    expect(intents).toEqual([]);
    expect(chat.draft).toBe(`${most}好好`);
  });

  it('says nothing about short texts', async () => {
    const { chat } = await openChat();
    type(chat, 'x'.repeat(4000));
    await chat.updateComplete;
    expect(the(chat, 'note').textContent).toBe('');
  });
});

describe('the draft', () => {
  it('survives a veto', async () => {
    const { chat, room } = await openChat();
    chat.addEventListener('bigcast-intent', (event) => event.preventDefault(), { once: true });
    type(chat, 'rude');
    press(chat, 'Enter');
    await chat.updateComplete;
    expect([chat.draft, field(chat).value]).toEqual(['rude', 'rude']);
    expect(room.im.calls.filter(([name]) => name === 'send')).toEqual([]);
    press(chat, 'Enter');
    await shown(chat, 'rude');
  });

  it('keeps focus and caret through renders, messages and a change of size', async () => {
    const { chat, room } = await openChat();
    type(chat, 'half a sentence');
    field(chat).setSelectionRange(4, 6);
    chat.overlay = true;
    chat.parentElement!.style.inlineSize = '200px';
    chat.parentElement!.lang = 'zh';
    room.say('Ana', 'hello');
    room.declare('live');
    await shown(chat, 'hello');
    await until(() => field(chat).ariaLabel === '说点什么');
    expect(chat.shadowRoot!.activeElement).toBe(field(chat));
    expect([field(chat).value, field(chat).selectionStart, field(chat).selectionEnd]).toEqual([
      'half a sentence',
      4,
      6,
    ]);
    expect(getComputedStyle(chat).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    expect(chat.matches('[overlay]')).toBe(true);
  });

  it('is set and read by the page', async () => {
    const { chat } = await openChat();
    chat.draft = 'Bravo!';
    await chat.updateComplete;
    expect(field(chat).value).toBe('Bravo!');
    chat.focusComposer();
    type(chat, ' Encore!');
    expect(chat.draft).toBe('Bravo! Encore!');
  });
});

describe('when nothing can be said', () => {
  it('the chat of an ended show is closed', async () => {
    const { chat, room } = await openChat();
    chat.draft = 'too late';
    room.say('Ana', 'bye');
    await shown(chat, 'bye');
    room.im.signals.emit({ type: 'dismissed' });
    await until(() => field(chat).disabled);
    expect(field(chat).placeholder).toBe('The chat is closed');
    expect(the(chat, 'note').textContent).toBe('The chat is closed');
    expect(field(chat).value).toBe('too late');
    expect(texts(chat)).toEqual(['bye']);
  });

  it('a room that is not open yet is waited for', async () => {
    const { chat } = await openChat({ phase: 'none' });
    expect(field(chat).disabled).toBe(true);
    expect(field(chat).placeholder).toBe('The chat opens with the room');
    expect(the(chat, 'send')).toHaveProperty('disabled', true);
  });

  it('a wrong room id is explained', async () => {
    const { chat } = await openChat();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    chat.room = '';
    await until(() => the(chat, 'note').textContent.includes('no valid id'));
    expect(field(chat).disabled).toBe(true);
  });

  it('somebody who came in elsewhere is told so, and that they are out, and keeps the draft', async () => {
    const { chat, room } = await openChat();
    type(chat, 'half a sent');
    room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    await until(() => field(chat).disabled);
    expect(field(chat).placeholder).toBe('You are not in the room. Come in first.');
    expect(chat.shadowRoot!.textContent).toContain('You came in somewhere else');
    expect(chat.draft).toBe('half a sent');
  });

  it('a connection that is coming back is no reason', async () => {
    const { chat, room } = await openChat();
    room.im.signals.emit({ type: 'link', link: 'connecting' });
    await until(() => chat.state.link === 'connecting');
    await chat.updateComplete;
    type(chat, 'from the tunnel');
    press(chat, 'Enter');
    await shown(chat, 'from the tunnel');
    expect(the(chat, 'row-pending').textContent).toContain('from the tunnel');
    room.im.signals.emit({ type: 'link', link: 'online' });
    await until(() => chat.renderRoot.querySelector('.row-pending') === null);
  });
});
