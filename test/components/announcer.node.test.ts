// What is read out of a conversation, on a clock of our own: bearable at forty messages a second, complete at one in a while.
import { beforeEach, describe, expect, it } from 'vitest';
import { Announcer, LONGEST, MENTIONS, SUMMARY_EVERY } from '../../src/components/chat/announcer.js';
import { mentionOf } from '../../src/components/chat/mention.js';
import type { TextMessage } from '../../src/core/index.js';
import { VirtualClock } from '../support/virtual-clock.js';

let clock: VirtualClock;
let spoken: { at: number; words: string }[];
let announcer: Announcer;
let began: number;

beforeEach(() => {
  clock = new VirtualClock();
  began = clock.now();
  spoken = [];
  announcer = new Announcer(
    clock,
    (words) => spoken.push({ at: clock.now() - began, words }),
    () => ({ host: 'Host', summary: (count, name, text) => `${count} new, last from ${name}: ${text}` }),
  );
  announcer.know({ owner: 'star', name: 'Robin' });
});

const said = () => spoken.map(({ words }) => words);

function hear(name: string, text: string): void {
  const id = name.toLowerCase();
  const message: TextMessage = {
    kind: 'text',
    id: `${id}/${text}`,
    from: { id, name },
    text,
    at: clock.now(),
    delivery: 'sent',
  };
  announcer.hear(message);
}

/** Says something `rate` times a second for `seconds`, with running numbers. */
async function crowd(rate: number, seconds: number, first = 1): Promise<void> {
  for (let number = first; number < first + rate * seconds; number++) {
    hear('Ana', `${number}`);
    await clock.pass(1000 / rate);
  }
}

describe('while it is quiet', () => {
  it('reads out each message, one after the other', async () => {
    hear('Ana', 'hello');
    hear('Ben', 'hi there');
    await clock.pass(10_000);
    expect(said()).toEqual(['Ana: hello', 'Ben: hi there']);
    // The second not before the first can have been said.
    expect(spoken[1]!.at).toBe(1_000 + 'Ana: hello'.length * 60);
  });

  it('never falls behind: one in four seconds is read out within two', async () => {
    await crowd(0.25, 120);
    expect(said()).toEqual(Array.from({ length: 30 }, (_, index) => `Ana: ${index + 1}`));
    spoken.forEach(({ at }, index) => expect(at - index * 4_000).toBeLessThan(2_000));
  });

  it('cuts what is long, and between characters', async () => {
    hear('Ana', '👋'.repeat(1_000));
    await clock.pass(0);
    expect(said()).toEqual([`Ana: ${'👋'.repeat(LONGEST - 1)}…`]);
  });
});

describe('while many talk', () => {
  it('says one message, then a summary at each interval, at forty messages a second', async () => {
    await crowd(40, 60);
    const [first, ...summaries] = spoken;
    expect(first).toEqual({ at: 0, words: 'Ana: 1' });
    expect(summaries.every(({ words }) => /^\d+ new, last from Ana: \d+$/.test(words))).toBe(true);
    const gaps = summaries.slice(1).map(({ at }, index) => at - summaries[index]!.at);
    expect(gaps.length).toBeGreaterThan(2);
    for (const gap of gaps) expect(gap).toBe(SUMMARY_EVERY);
    // Every message is counted once.
    await clock.pass(SUMMARY_EVERY);
    const counted = spoken.slice(1).reduce((sum, { words }) => sum + parseInt(words, 10), 0);
    expect(counted).toBe(40 * 60 - 1);
  });

  it('goes back to single messages when it calms down', async () => {
    await crowd(40, 20);
    await clock.pass(2 * SUMMARY_EVERY);
    spoken = [];
    hear('Ben', 'quiet again');
    await clock.pass(0);
    expect(said()).toEqual(['Ben: quiet again']);
  });

  it('sums up what a slow conversation has piled up, and is soon on time again', async () => {
    await crowd(40, 3);
    await clock.pass(2_000);
    spoken = [];
    await crowd(0.25, 60, 1_000);
    await clock.pass(5_000);
    expect(said().at(-1)).toBe('Ana: 1014');
    expect(said().filter((words) => words.includes('new'))).toHaveLength(2);
  });
});

describe('what concerns the reader', () => {
  it('is read out at once, in the middle of a crowd', async () => {
    await crowd(40, 10);
    spoken = [];
    hear('Ben', 'are you there, @robin?');
    hear('Star', 'I am coming out');
    expect(said()).toEqual(['Ben: are you there, @robin?', 'Host Star: I am coming out']);
  });

  it('is not talked over by a summary that falls due', async () => {
    await crowd(40, 1);
    await clock.pass(SUMMARY_EVERY - 1_000);
    hear('Ana', 'more');
    spoken = [];
    hear('Star', 'x'.repeat(60));
    const done = clock.now() - began + 1_000 + (`Host Star: `.length + 60) * 60;
    await clock.pass(SUMMARY_EVERY);
    expect(spoken[1]!.at).toBeGreaterThanOrEqual(done);
  });

  it('is so only as often as one can bear: after that, mentions are messages like others', async () => {
    for (let number = 0; number < 40; number++) hear('Eve', `@Robin ${number}`);
    expect(said()).toEqual(Array.from({ length: MENTIONS }, (_, number) => `Eve: @Robin ${number}`));
    await clock.pass(SUMMARY_EVERY);
    expect(said().at(-1)).toBe(`${40 - MENTIONS} new, last from Eve: @Robin 39`);
    hear('Ben', '@Robin hello');
    expect(said().at(-1)).toBe('Ben: @Robin hello');
  });
});

describe('paused', () => {
  it('says nothing, and on resuming how much there was', async () => {
    hear('Ana', 'one');
    await clock.pass(0);
    announcer.pause();
    await crowd(40, 60);
    expect(said()).toEqual(['Ana: one']);
    announcer.resume();
    expect(said()[1]).toBe('2400 new, last from Ana: 2400');
    hear('Ben', 'next');
    await clock.pass(SUMMARY_EVERY + 10_000);
    expect(said()[2]).toBe('Ben: next');
  });

  it('keeps the last of what concerned the reader', () => {
    announcer.pause();
    hear('Star', 'first');
    hear('Ben', '@robin?');
    hear('Ana', 'other');
    announcer.resume();
    expect(said()).toEqual(['Ben: @robin?', '3 new, last from Ana: other']);
  });

  it('says a single message as it is, and nothing when nothing came', () => {
    announcer.pause();
    announcer.resume();
    expect(said()).toEqual([]);
    announcer.pause();
    hear('Ana', 'only this');
    announcer.resume();
    announcer.pause();
    hear('Star', 'only that');
    announcer.resume();
    expect(said()).toEqual(['Ana: only this', 'Host Star: only that']);
  });

  it('drops what waited when it began', async () => {
    hear('Ana', 'one');
    hear('Ana', 'two');
    await clock.pass(0);
    announcer.pause();
    await clock.pass(60_000);
    announcer.resume();
    expect(said()).toEqual(['Ana: one']);
  });
});

it('leaves no call behind when it is stopped', async () => {
  hear('Ana', 'one');
  announcer.stop();
  expect(clock.scheduled).toBe(0);
  await clock.pass(60_000);
  expect(said()).toEqual([]);
});

it('is not silenced by a clock that is set back', async () => {
  hear('Ana', 'one');
  await clock.pass(0);
  await clock.pass(-3_600_000);
  hear('Ana', 'two');
  await clock.pass(SUMMARY_EVERY);
  expect(said()).toEqual(['Ana: one', 'Ana: two']);
});

describe('a mention', () => {
  it.each([
    ['Robin', '@Robin'],
    ['Robin', 'hey @ROBIN, look'],
    ['Robin', '(@robin)'],
    ['Robin', '@robin!'],
    ['Robin', '你好@Robin'],
    ['Zoë', '@zoë?'],
    ['Zoë', '@Zoe\u0308 hi'],
    ['J.R.', '@j.r. hi'],
    ['a+b (c)', 'see @A+B (C)'],
    ['Ana Silva', '@ana silva hi'],
    ['Jean-Luc', '@jean-luc: engage'],
    ['李娜', '@李娜你好'],
    ['Ελλη', '@ΕΛΛΗ;'],
  ])('of %s is in “%s”', (name, text) => expect(mentionOf(name)(text)).toBe(true));

  it.each([
    ['Robin', 'Robin'],
    ['Robin', '@Robinson'],
    ['Robin', '@robin2'],
    ['Robin', '@robin_x'],
    ['Robin', 'mail me: batman@robin'],
    ['Robin', '@ Robin'],
    ['Rob', '@Robin'],
    ['Zo', '@Zoe\u0308'],
    ['J.R.', '@jxr.'],
    ['', '@'],
    ['', '@ hello'],
  ])('of “%s” is not in “%s”', (name, text) => expect(mentionOf(name)(text)).toBe(false));

  it('of a name with any sign of the keyboard is found', () => {
    for (let code = 0x20; code < 0x7f; code++) {
      const name = `a${String.fromCharCode(code)}b`;
      expect(mentionOf(name)(`hi @${name} !`), name).toBe(true);
    }
  });

  it('costs little, whatever the name and the text', () => {
    const isMentioned = mentionOf('('.repeat(32) + '+*'.repeat(16));
    const before = performance.now();
    isMentioned(`${'@(+*'.repeat(2_000)}`);
    expect(performance.now() - before).toBeLessThan(200);
  });
});
