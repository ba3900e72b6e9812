// One <bigcast-chat> and nothing else; tells when somebody can write into it.
import '../../src/components/chat/define.js';

const chat = document.createElement('bigcast-chat');
for (const [name, value] of new URLSearchParams(location.search)) chat.setAttribute(name, value);
chat.style.cssText = 'display:block;block-size:600px';
document.body.append(chat);

const look = () => {
  const field = chat.shadowRoot.querySelector('textarea');
  if (chat.state.link === 'online' && field && !field.disabled) window.usableAt = performance.now();
  else requestAnimationFrame(look);
};
look();
