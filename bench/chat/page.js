// What runs inside the browser: feeds one candidate and watches frames, tasks, rows. Driven by bench/chat.mjs.
import * as element from './candidates/element.js';
import * as nothing from './candidates/nothing.js';
import { mountRing } from './candidates/ring.js';
import FeedWorker from './feed.worker.js?worker';
import { markOf } from './traffic.js';

const CANDIDATES = {
  nothing: nothing.mount,
  ring: (place) => mountRing(place, false),
  'ring-rich': (place) => mountRing(place, true),
  element: element.mount,
};
const FRAME = 1000 / 60;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const name = new URLSearchParams(location.search).get('candidate');
const candidate = await CANDIDATES[name](document.getElementById('place'));
const shows = (number) => candidate.newest().includes(markOf(number));

/** Feeds messages and resolves when the last was handed over; `seen` hears of each. */
function feed({ from, count, rate }, seen = () => undefined) {
  const worker = new FeedWorker();
  let received = 0;
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      candidate.push(data);
      seen(from + received);
      if (++received < count) return;
      worker.terminate();
      resolve(performance.now());
    };
    worker.postMessage({ from, count, rate: rate ?? Infinity });
  });
}

function watchFrames() {
  const result = { frames: 0, dropped: 0, longTasks: 0, longest: 0 };
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      result.longTasks += 1;
      result.longest = Math.max(result.longest, duration);
    }
  });
  tasks.observe({ type: 'longtask' });
  let last = performance.now();
  let running = true;
  const look = (now) => {
    if (!running) return;
    const missed = Math.max(0, Math.round((now - last) / FRAME) - 1);
    result.frames += 1 + missed;
    result.dropped += missed;
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => {
    running = false;
    tasks.disconnect();
    return result;
  };
}

async function untilShown(number, patience = 20_000) {
  const start = performance.now();
  while (!shows(number)) {
    if (performance.now() - start > patience) return undefined;
    await nextFrame();
  }
  return performance.now();
}

globalThis.bench = {
  /** Messages at `rate` a second, until the last is on the screen. */
  async paced({ from, count, rate }) {
    const stop = watchFrames();
    const start = performance.now();
    const fedAt = await feed({ from, count, rate });
    const shownAt = await untilShown(from + count - 1);
    return { ...stop(), lag: shownAt === undefined ? undefined : shownAt - fedAt, took: performance.now() - start };
  },

  /** How long single messages take to the screen while others come at `rate`: milliseconds, one for each that was watched. */
  async latency({ from, count, rate }) {
    const handedOver = new Map();
    const delays = [];
    let running = true;
    const look = () => {
      if (!running) return;
      const mark = /#(\d{6})/.exec(candidate.newest());
      const number = mark ? Number(mark[1]) : -1;
      // The newest row stands for all that came before it; those wait longest that came first.
      for (const [waiting, since] of handedOver) {
        if (waiting > number) break;
        delays.push(performance.now() - since);
        handedOver.delete(waiting);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    await feed({ from, count, rate }, (number) => handedOver.set(number, performance.now()));
    await untilShown(from + count - 1);
    await nextFrame();
    running = false;
    delays.sort((a, b) => a - b);
    return {
      median: delays[delays.length >> 1],
      worst: delays.at(-1),
      p99: delays[Math.floor(delays.length * 0.99)],
      unseen: handedOver.size,
    };
  },

  /** Many messages in portions, with a frame in between so that nothing queues up. */
  async soak({ from, count }) {
    for (let fed = 0; fed < count; fed += 500) {
      await feed({ from: from + fed, count: Math.min(500, count - fed) });
      await nextFrame();
    }
    await untilShown(from + count - 1);
    await pause(300);
  },

  nodes: () => countNodes(document.documentElement),

  scrollerBox() {
    const { left, top, width, height } = candidate.scroller().getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  },

  /** Follows the row in the middle while messages come: how far it moved at most, and in how many frames it was gone. */
  async hold({ from, count, rate }) {
    const box = candidate.scroller().getBoundingClientRect();
    const row = [...candidate.newestRow().parentElement.children].find(
      (other) => other.getBoundingClientRect().bottom > box.top + box.height / 2,
    );
    const { top } = row.getBoundingClientRect();
    const result = { moved: 0, lost: 0, frames: 0 };
    let running = true;
    const look = () => {
      if (!running) return;
      result.frames += 1;
      if (!row.isConnected) result.lost += 1;
      else result.moved = Math.max(result.moved, Math.abs(row.getBoundingClientRect().top - top));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    await feed({ from, count, rate });
    await pause(400);
    running = false;
    return result;
  },

  /** Frames from the click until the newest row is in view. */
  async jump({ last }) {
    candidate.jump();
    for (let frames = 1; frames <= 120; frames++) {
      await nextFrame();
      // The frame's own work is done when a task after it runs.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
      if (isNewestInView(last)) return { frames };
    }
    return { frames: Infinity };
  },
};

function isNewestInView(last) {
  if (!shows(last)) return false;
  const box = candidate.scroller().getBoundingClientRect();
  const row = candidate.newestRow().getBoundingClientRect();
  return row.bottom <= box.bottom + 1 && row.top >= box.top;
}

/** All but the one line that is being read out: whether one is, at that moment, is chance. */
function countNodes(root) {
  let count = 1;
  if (root.ariaLive === 'polite') return count;
  if (root.shadowRoot) count += countNodes(root.shadowRoot);
  for (const child of root.childNodes) count += countNodes(child);
  return count;
}
