// Names and pictures of strangers: one line, seen, short, and nothing in it that reaches beyond it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNotice, type Timeline } from '../../../src/core/chat/timeline.js';
import { knownPerson, MAX_AVATAR_LENGTH, MAX_NAME_LENGTH, shownName } from '../../../src/core/chat/person.js';
import { hostileString, PATIENCE, runs } from './arbitraries.js';

describe('a name', PATIENCE, () => {
  it.each([
    'Ana',
    'Åsa Öberg',
    '李娜',
    'ليلى',
    'נעה',
    'ปิยะดา',
    'प्रिया क्षत्रिय',
    'Nguyễn Thị Minh',
    'e\u0301ric',
    '👩‍❤️‍💋‍👨 ❤️‍🔥 👩🏽‍🚀',
    'می‌خواهم',
    'O’Brien <3',
    '<script>',
    'x'.repeat(MAX_NAME_LENGTH),
  ])('stays as it is: %s', (name) => expect(shownName(name, 'id')).toBe(name));

  it.each([
    ['a line of somebody else', 'Bob\nStar: free tickets', 'Bob Star: free tickets'],
    ['other line breaks', 'a\u2028b\u2029c\rd\u0085e\u000bf', 'a b c d e f'],
    ['an override', '\u202eliveE', 'liveE'],
    ['the end of its own isolation', 'eve\u2069\u2069\u202e', 'eve'],
    ['nothing to be seen', '\u200b\u2060\u3164\ufeff \u00ad\u2800', 'id'],
    ['nothing but marks', '\u0301\u0302', 'id'],
    ['nothing', '', 'id'],
    ['NUL', 'a\u0000b', 'a b'],
    ['half a character', 'a\ud83d', 'a'],
    ['a tower', `Z${'\u0317'.repeat(300)}algo`, `Z${'\u0317'.repeat(4)}algo`],
    ['a tower with joiners between', `Z${'\u0317\u200d'.repeat(300)}`, `Z${'\u0317\u200d'.repeat(2)}`],
    ['spaces', `a${' '.repeat(500)}\u00a0\u3000b  `, 'a b'],
    ['ten thousand characters', 'x'.repeat(10_000), 'x'.repeat(MAX_NAME_LENGTH)],
    ['five hundred emoji', '🎉'.repeat(500), '🎉'.repeat(MAX_NAME_LENGTH)],
  ])('loses %s', (_, name, shown) => expect(shownName(name, 'id')).toBe(shown));

  it('whatever it was, is one short line that is seen, and is not mended twice', () => {
    fc.assert(
      fc.property(hostileString, hostileString, (name, id) => {
        const shown = shownName(name, id);
        const isFine =
          shown.trim() === shown &&
          shown !== '' &&
          [...shown].length <= MAX_NAME_LENGTH &&
          !/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u.test(shown) &&
          !/\p{M}{5}/u.test(shown) &&
          shownName(shown, 'other') === shown;
        if (!isFine) expect.fail(JSON.stringify(shown));
      }),
      runs(2),
    );
  });
});

describe('a person', () => {
  it('is the same object when there is nothing to mend', () => {
    const ana = { id: 'ana', name: 'Ana', avatar: 'https://example.com/a.png' };
    expect(knownPerson(ana)).toBe(ana);
  });

  it('keeps no picture address that is a picture of its own', () => {
    const avatar = `data:image/png;base64,${'A'.repeat(MAX_AVATAR_LENGTH)}`;
    expect(knownPerson({ id: 'ana', name: 'Ana', avatar })).toEqual({ id: 'ana', name: 'Ana' });
  });
});

describe('coming and going', () => {
  it('of one person a thousand times leaves two lines, and pushes out nobody’s words', () => {
    const said: Timeline = [
      { kind: 'text', id: 'm', from: { id: 'ben', name: 'Ben' }, text: 'hello', at: 1, delivery: 'sent' },
    ];
    let timeline = said;
    for (let turn = 0; turn < 1000; turn++) {
      const notice = turn % 2 === 0 ? 'joined' : 'left';
      timeline = addNotice(timeline, { id: `n${turn}`, notice, person: { id: 'eve', name: 'Eve\nStar' }, at: turn });
    }
    expect(timeline).toHaveLength(3);
    expect(timeline[0]).toBe(said[0]);
    expect(timeline[1]).toMatchObject({ notice: 'joined', count: 1, people: [{ name: 'Eve Star' }] });
  });
});
