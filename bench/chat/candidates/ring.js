// What a careful person writes by hand without a library: 200 rows, flushed ten times a second, newest at the end.

const ROWS = 200;
const FLUSH_EVERY = 100;

const LIST = 'block-size:100%;overflow:hidden auto;overflow-anchor:none;contain:strict';
const STYLE = `
  .row { position: relative; padding: 4px 12px; overflow-wrap: anywhere; }
  .name { font-weight: 600; color: #7a3fa0; }
  .text { white-space: pre-wrap; }
`;
// What the element's rows have beyond name and text.
const STYLE_RICH = `
  .row { padding-inline-start: 44px; }
  .row:hover .time { display: block; }
  .avatar { position: absolute; left: 12px; width: 24px; height: 24px; border-radius: 50%; font-size: 10px; line-height: 24px; text-align: center; }
  .time { display: none; position: absolute; right: 8px; top: 4px; }
`;

/** @param rich Rows with avatar, hue and time as the element's have; else name and text. */
export function mountRing(place, rich) {
  const style = document.createElement('style');
  style.textContent = STYLE + (rich ? STYLE_RICH : '');
  const list = document.createElement('div');
  list.style.cssText = LIST;
  place.append(style, list);

  const row = rich ? richRow : leanRow;
  let waiting = [];
  let scheduled = false;
  let following = true;
  let lastAt = -Infinity;

  const flush = () => {
    scheduled = false;
    if (!following) return;
    const batch = waiting.slice(-ROWS);
    waiting = [];
    for (let excess = list.childElementCount + batch.length - ROWS; excess > 0; excess--)
      list.firstElementChild.remove();
    list.append(...batch.map(row));
    list.scrollTop = 1e9;
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(
      () => {
        lastAt = performance.now();
        requestAnimationFrame(flush);
      },
      Math.max(0, lastAt + FLUSH_EVERY - performance.now()),
    );
  };
  const jump = () => {
    following = true;
    schedule();
  };
  list.addEventListener('scroll', () => {
    following = list.scrollHeight - list.scrollTop - list.clientHeight < 16;
    if (following && waiting.length > 0) schedule();
  });

  return {
    push(message) {
      waiting.push(message);
      if (waiting.length > ROWS) waiting.shift();
      schedule();
    },
    scroller: () => list,
    newest: () => list.lastElementChild?.textContent ?? '',
    newestRow: () => list.lastElementChild,
    jump,
  };
}

function piece(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function leanRow({ from, text }) {
  const element = document.createElement('div');
  element.className = 'row';
  element.append(piece('span', 'name', from.name), ' ', piece('span', 'text', text));
  return element;
}

const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });

function richRow(message) {
  const element = leanRow(message);
  const hue = hueOf(message.from.id);
  const avatar = piece('span', 'avatar', message.from.name.slice(0, 1) + message.from.name.slice(-1));
  avatar.style.background = `oklch(90% 0.05 ${hue})`;
  element.firstChild.style.color = avatar.style.color = `oklch(48% 0.13 ${hue})`;
  element.prepend(avatar);
  element.append(piece('time', 'time', clock.format(message.at)));
  return element;
}

function hueOf(id) {
  let hash = 0;
  for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) | 0;
  return Math.abs(hash) % 360;
}
