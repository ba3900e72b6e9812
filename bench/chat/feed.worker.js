// Stands for the socket: each message is posted by itself, so that each is a task of its own on the main thread.
import { messageNumber } from './traffic.js';

/** How often the clock is looked at, in milliseconds. */
const BEAT = 4;

self.onmessage = ({ data: { from, count, rate } }) => {
  let posted = 0;
  const post = () => self.postMessage(messageNumber(from + posted++));
  if (rate === Infinity) {
    while (posted < count) post();
    return;
  }
  const start = performance.now();
  const timer = setInterval(() => {
    const due = Math.min(count, Math.floor(((performance.now() - start) / 1000) * rate));
    while (posted < due) post();
    if (posted === count) clearInterval(timer);
  }, BEAT);
};
