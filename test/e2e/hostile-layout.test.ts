// Whatever strangers write or call themselves: rows stay inside the chat, bounded in height, and turn nobody else's letters around.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostileHouse } from './support/hostile.js';

let house: HostileHouse;
beforeAll(async () => {
  house = await HostileHouse.open();
});
afterAll(() => house.close());

const ZALGO = [...'he comes'].map((letter) => letter + '\u0310\u0317\u0336\u0489'.repeat(40)).join('');
const MONSTERS: Readonly<Record<string, string>> = {
  'a word of 10,000 characters': 'w'.repeat(10_000),
  'a right-to-left word of 4,000 characters': 'ש'.repeat(4_000),
  zalgo: ZALGO,
  '500 emoji': '🎉'.repeat(500),
  '300 emoji of families': '👩‍👩‍👧‍👦'.repeat(300),
  'a flood of zero-width characters': '\u200b\u200d\u2060\ufeff'.repeat(2_000),
  '8,000 line breaks': `${'\n'.repeat(8_000)}end`,
  '8,000 tabs': `${'\t'.repeat(8_000)}end`,
  'line and paragraph separators': '\u2028\u2029'.repeat(2_000),
  'no-break spaces': `${'\u00a0'.repeat(8_000)}end`,
  'the widest letters there are': '﷽𒐫𒈙⸻'.repeat(300),
  'overrides that never end': '\u202e\u2067\u202b'.repeat(500) + 'evil',
  'ends of isolation that never began': '\u2069\u202c'.repeat(500) + '\u202eevil',
  'letters on their side': '𝔣𝔲𝔩𝔩𝔴𝔦𝔡𝔱𝔥ｆｕｌｌ'.repeat(200),
};
/** Of the element, in pixels. */
const HEIGHT = 480;

it.each(['chat', 'viewer'] as const)('<bigcast-%s> holds whatever is said and whatever people are called', (element) =>
  house.visit(async ({ page, errors }) => {
    await page.evaluate(
      async ([tag, monsters]) => {
        await hostile.enter(tag);
        for (const [name, monster] of Object.entries(monsters)) {
          hostile.say({ id: `eve ${name}`, name: 'Eve' }, monster);
          hostile.say({ id: `mallory ${name}`, name: monster }, `I am ${name}`);
          hostile.comes({ id: `trudy ${name}`, name: monster });
        }
        hostile.say({ id: 'ben', name: 'Ben' }, 'after');
      },
      [element, MONSTERS] as const,
    );
    await page.getByText('after', { exact: true }).waitFor();
    const geometry = () => page.evaluate(() => hostile.geometryOf());
    const named = async () => (await geometry()).rows.filter(({ text }) => text.startsWith('I am ')).length;
    // So many at once are a rush: those above what is seen come when it is over.
    await expect.poll(named).toBe(Object.keys(MONSTERS).length);
    const { rows, sideways } = await geometry();
    expect(sideways).toBe(0);
    const told = (some: typeof rows) => some.map(({ text, ...where }) => ({ text: text.slice(0, 40), ...where }));
    expect(told(rows.filter(({ beyond }) => beyond >= 1))).toEqual([]);
    // No text takes the screen for itself, and a name at most a third of it.
    expect(told(rows.filter(({ height }) => height > HEIGHT))).toEqual([]);
    expect(told(rows.filter(({ text, height }) => text.startsWith('I am') && height > HEIGHT / 3))).toEqual([]);
    expect(errors).toEqual([]);
  }),
);

describe('letters that turn their neighbours around', () => {
  const TURNERS = {
    'an override': '\u202e',
    'an override after the end of its isolation': '\u2069\u202e',
    'many of them': '\u2069\u2069\u202c\u202c\u202e\u2067',
    'a right-to-left letter': 'ש',
    'an Arabic letter mark': '\u061c',
  };

  it.each(Object.entries(TURNERS))(
    '%s in a name or a text leaves names, texts and arrivals beside it as they are',
    (_, turner) =>
      house.visit(async ({ page }) => {
        await page.evaluate(async (turn) => {
          await hostile.enter('chat', { owner: 'star', ownerName: `Star${turn}`, record: '', members: 3 });
          hostile.say({ id: 'eve', name: `Eve${turn}` }, 'neighbour one');
          hostile.say({ id: 'mallory', name: 'Mallory neighbour' }, `${turn}text${turn}`);
          hostile.say({ id: 'noa', name: `${turn}שלום` }, '12 neighbours');
          hostile.say({ id: 'ben', name: 'Ben' }, 'neighbour two');
          hostile.comes({ id: 'eve', name: `Eve${turn}` });
          hostile.comes({ id: 'ben', name: 'Ben neighbour' });
          hostile.say({ id: 'ben', name: 'Ben' }, 'last neighbour');
        }, turner);
        await page.getByText('last neighbour', { exact: true }).waitFor();
        const frames = await page.evaluate(() => hostile.framesOf('neighbour'));
        expect(frames).toEqual(Array(6).fill(true));
        const { rows } = await page.evaluate(() => hostile.geometryOf());
        expect(rows.every(({ nameFirst }) => nameFirst)).toBe(true);
      }),
  );

  it('a name cannot begin what looks like another row', () =>
    house.visit(async ({ page }) => {
      await page.evaluate(async () => {
        await hostile.enter('chat');
        hostile.say({ id: 'ben', name: 'Ben' }, 'hi');
        hostile.say({ id: 'eve', name: 'Eve\n\nStar' }, 'hi');
      });
      await page.getByText('Eve Star').waitFor();
      const { rows } = await page.evaluate(() => hostile.geometryOf());
      expect(rows[1]!.height).toBe(rows[0]!.height);
    }));
});
