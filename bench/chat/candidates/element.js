// <bigcast-chat> as published, in a scripted room: every message enters by the chat port, as a service would signal it.
import '../../../src/components/chat/define.js';
import { scriptRoom } from '../../../stories/support/with-room.js';

export async function mount(place) {
  const room = scriptRoom();
  const chat = document.createElement('bigcast-chat');
  Object.assign(chat, { room: 'bench', user: 'reader', provider: room.provider });
  place.append(chat);
  await new Promise((resolve) => {
    const look = () => (chat.state.link === 'online' ? resolve() : setTimeout(look, 10));
    look();
  });
  const find = (selector) => chat.renderRoot.querySelector(selector);
  const rows = find('.rows');
  let seq = 0;
  return {
    push: ({ id, from, text, at }) =>
      room.im.signals.emit({ type: 'command', from, command: { type: 'text', text }, id, at, seq: ++seq }),
    scroller: () => find('[part="list"]'),
    newest: () => rows.lastElementChild?.textContent ?? '',
    newestRow: () => rows.lastElementChild,
    jump: () => find('[part="new"]').click(),
  };
}
