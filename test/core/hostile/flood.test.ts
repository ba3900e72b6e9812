// One member who floods the room: the others stay readable, nothing grows, and what was left out is counted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BURST, FairShare, REFILL } from '../../../src/core/chat/fair-share.js';
import type { TextMessage } from '../../../src/core/chat/message.js';
import { TIMELINE_LIMIT } from '../../../src/core/chat/timeline.js';
import { profileOf, recordText, startRoom, type CoreRoom } from '../../support/core-room.js';
import { PATIENCE, runs } from './arbitraries.js';

const TICK = 10;
const START = 1_790_000_000_000;
/** Rows of a small chat: what came after a message must not exceed them while it should be on the screen. */
const ROWS = 12;

const waiting = () => startRoom(profileOf(recordText('waiting', 0)));

/** Lets people talk for `seconds` seconds of virtual time; `every`: one message in so many milliseconds. */
async function talk(room: CoreRoom, seconds: number, every: Readonly<Record<string, number>>): Promise<void> {
  const people = Object.entries(every);
  for (let passed = 0; passed < seconds * 1000; passed += TICK) {
    const at = room.clock.now();
    people.forEach(([from, pause], index) => {
      // Not all at once: each begins a little later than the one before.
      const phase = (index * 997) % Math.max(pause, TICK);
      const due = Math.floor((passed - phase) / pause) - Math.floor((passed - TICK - phase) / pause);
      for (let count = 0; count < due; count++)
        room.im.hear(from, { type: 'text', text: `${from} at ${passed}` }, { at });
    });
    await room.clock.pass(TICK);
  }
}

const TEN = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`fan${index}`, 10_000]));

/** For each message of the ten: how long it was among the last `rows` of the timeline, in milliseconds; those still there count as long. */
function watchScreen(room: CoreRoom, rows: number): () => number[] {
  const shown = new Map<string, number>();
  const times: number[] = [];
  room.controller.subscribe(({ timeline }) => {
    const now = room.clock.now();
    const onScreen = new Set<string>();
    for (const message of timeline.slice(-rows)) {
      if (message.kind !== 'text' || !message.from.id.startsWith('fan')) continue;
      onScreen.add(message.id);
      if (!shown.has(message.id)) shown.set(message.id, now);
    }
    for (const [id, since] of shown) {
      if (onScreen.has(id) || Number.isNaN(since)) continue;
      times.push(now - since);
      shown.set(id, NaN);
    }
  });
  return () => times;
}

describe('one member at 1,000 messages a second, ten others at one in 10 s each', () => {
  it('leaves each message of the others on the screen for 3 s at least, and in the timeline for minutes', async () => {
    const room = await waiting();
    const timesOf = watchScreen(room, ROWS);
    let heard = 0;
    room.controller.onMessage(({ from }) => (heard += Number(from.id.startsWith('fan'))));
    await talk(room, 20, TEN);
    await talk(room, 60, { ...TEN, flood: 1 });
    expect(heard).toBe(80);
    const times = timesOf();
    expect(times.length).toBeGreaterThan(60);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(3_000);
    // All 80 are still there, after a minute of flood: nobody's words were pushed out.
    const kept = room.controller.state.timeline.filter(
      (message) => message.kind === 'text' && message.from.id !== 'flood',
    );
    expect(kept).toHaveLength(80);
  });

  it('costs neither own messages nor the host’s', async () => {
    const room = await waiting();
    await talk(room, 2, { flood: 1, star: 20 });
    for (let count = 0; count < 20; count++)
      void room.controller.dispatch({ type: 'send-text', text: `mine ${count}` });
    await talk(room, 2, { flood: 1 });
    const from = (id: string) =>
      room.controller.state.timeline.filter((message) => message.kind === 'text' && message.from.id === id).length;
    expect([from('star'), from('ana')]).toEqual([100, 20]);
    expect(from('flood')).toBeLessThanOrEqual(BURST + 4 * REFILL);
  });
});

describe('who is heard', PATIENCE, () => {
  let count = 0;
  const says = (id: string, at = START): TextMessage => ({
    kind: 'text',
    id: `m${++count}`,
    from: { id, name: id },
    text: 'x',
    at,
    delivery: 'sent',
  });
  const heardOf = (texts: readonly TextMessage[], id: string) => texts.filter(({ from }) => from.id === id).length;

  it('a crowd in full, however loud', () => {
    const crowd = Array.from({ length: 700 }, (_, index) => says(`fan${index % 7}`));
    expect(new FairShare().admit(crowd, START)).toEqual(crowd);
  });

  it('a person alone: their credit, which comes back', () => {
    const share = new FairShare();
    const many = (at: number) => Array.from({ length: 50 }, () => says('eve', at));
    expect(share.admit(many(START), START)).toHaveLength(BURST);
    expect(share.admit(many(START + 2_000), START + 2_000)).toHaveLength(2 * REFILL);
    expect(share.admit(many(START + 60_000), START + 60_000)).toHaveLength(BURST);
  });

  it('what was said over minutes in full, though it comes at once', () => {
    const history = Array.from({ length: 20 }, (_, index) => says('ana', START + index * 5_000));
    expect(new FairShare().admit(history, START + 200_000)).toEqual(history);
  });

  it('two who flood together: within their credit, as long as most do not', () => {
    const loud = Array.from({ length: 200 }, (_, index) => says(index % 2 ? 'eve' : 'mallory'));
    const quiet = Array.from({ length: 5 }, (_, index) => says(`fan${index}`));
    const heard = new FairShare().admit([...loud, ...quiet], START);
    expect(heard).toHaveLength(2 * BURST + 5);
    expect(quiet.every((text) => heard.includes(text))).toBe(true);
  });

  it('always who says little; in order; and in the long run no flooder more than their credit', () => {
    const batch = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(batch, fc.integer({ min: 0, max: 60 })), { maxLength: 20 }), (batches) => {
        const share = new FairShare();
        let now = START;
        let flooded = 0;
        for (const [people, flood] of batches) {
          now += 100;
          const once = new Set(people);
          const texts = [
            ...[...once].map((number) => says(`fan${number}`, now)),
            ...Array.from({ length: flood * 10 }, () => says('flood', now)),
          ];
          const heard = share.admit(texts, now);
          flooded += heardOf(heard, 'flood');
          const places = heard.map((text) => texts.indexOf(text));
          if (places.some((place, index) => place <= (places[index - 1] ?? -1))) expect.fail('out of order');
        }
        // Twice what a fan said in 20 batches, or the credit of 2 s: never the hundreds that were said.
        if (flooded > 2 * 20 + BURST + 2 * REFILL) expect.fail(`${flooded} of the flood`);
      }),
      runs(0.05),
    );
  });

  it('remembers as many people as spoke of late', () => {
    const share = new FairShare();
    for (let second = 0; second < 100; second++) {
      share.admit(
        Array.from({ length: 100 }, (_, index) => says(`guest${second}-${index}`)),
        START + second * 1000,
      );
    }
    expect(share.size).toBeLessThanOrEqual(2 * 10 * 100);
  });
});

describe('a page whose timers are held back', () => {
  it('keeps no more than a timeline waiting, and loses nobody’s words to a flood', async () => {
    const room = await waiting();
    let changes = 0;
    room.controller.subscribe(() => changes++);
    room.im.hear('fan', { type: 'text', text: 'before' });
    for (let count = 0; count < 20_000; count++) room.im.hear('flood', { type: 'text', text: `${count}` });
    room.im.hear('fan', { type: 'text', text: 'after' });
    await room.clock.pass(100);
    const texts = room.controller.state.timeline.flatMap((message) => (message.kind === 'text' ? [message.text] : []));
    expect(texts.slice(0, 1).concat(texts.slice(-1))).toEqual(['before', 'after']);
    expect(texts.length).toBeLessThan(TIMELINE_LIMIT);
    expect(changes).toBeLessThanOrEqual(2 + 20_000 / TIMELINE_LIMIT);
  });

  it('whose clock is set back hears within a batch', async () => {
    const { im, clock, controller } = await waiting();
    im.hear('fan', { type: 'text', text: 'one' });
    await clock.pass(0);
    const { now } = clock;
    clock.now = () => now.call(clock) - 3_600_000;
    im.hear('ben', { type: 'text', text: 'two' });
    clock.now = now;
    await clock.pass(100);
    expect(controller.state.timeline).toHaveLength(2);
  });
});
