// What the kit says in its seven languages: nothing missing, nothing left over, plurals and numbers as Intl has them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOST_LANGUAGES } from '../src/components/host/lang/index.js';
import type { AllStrings, HostStrings, Spoken } from '../src/components/shared/lang/strings.js';
import { LANGUAGES, languageOf, type Language } from '../src/components/shared/localize.js';
import { withOwn } from '../src/components/shared/own-strings.js';
import { ROOM_ERROR_CODES } from '../src/core/index.js';
import { unsaid } from './support/unsaid.js';

const TAGS = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'es', 'ar'];

async function shared(tag: string): Promise<AllStrings> {
  const { locale, load = LANGUAGES.completed! } = languageOf(tag, LANGUAGES);
  return (await load()).speak(locale) as AllStrings;
}

async function host(tag: string): Promise<HostStrings> {
  const { locale, load } = languageOf(tag, HOST_LANGUAGES);
  return load ? (await load()).speak(locale) : HOST_LANGUAGES.en(locale);
}

/** Every text in a set of strings, by its path; functions called with `count`. */
function texts(strings: object, count = 3, at = ''): [string, unknown][] {
  return Object.entries(strings).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'locale') return [];
    if (typeof value === 'object' && value) return texts(value, count, `${at}${name}.`);
    return [
      [at + name, typeof value === 'function' ? call(name, value as (...args: unknown[]) => unknown, count) : value],
    ];
  });
}

const NAMED = ['waitingForHost', 'openingStage', 'arriving', 'soundOnly', 'lasted'];

function call(name: string, say: (...args: unknown[]) => unknown, count: number): unknown {
  if (NAMED.includes(name)) return say('Ann');
  if (name === 'joined' || name === 'left') return say(['Ann'], count);
  return say(count, 1200, 'Hello');
}

describe.each(TAGS)('%s', (tag) => {
  it('has every sentence, and in its own words', async () => {
    const english = new Map([...texts(await shared('en')), ...texts(await host('en'))]);
    const own = new Map([...texts(await shared(tag)), ...texts(await host(tag))]);
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...own].filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    if (tag !== 'en') expect([...own].filter(([name, text]) => text === english.get(name))).toEqual([]);
  });

  it('has a form for every plural there is', async () => {
    for (const count of [0, 1, 2, 3, 11, 100, 1_000_000, 2_000_000]) {
      for (const strings of [await shared(tag), await host(tag)])
        expect(
          texts(strings, count).filter(([, text]) => typeof text !== 'string' || /undefined|NaN/.test(text)),
        ).toEqual([]);
    }
  });

  it('says whose and how many', async () => {
    const strings = await shared(tag);
    for (const name of ['waitingForHost', 'openingStage', 'arriving', 'soundOnly'] as const)
      expect(strings[name]('Ann')).toContain('Ann');
    expect(strings.joined(['Ann', 'Ben'], 0)).toMatch(/Ann.*Ben/);
    for (const say of [strings.waiting, strings.watching, strings.came, strings.newMessages])
      expect(say(12_345)).toContain((12_345).toLocaleString(tag));
  });
});

it('tells languages by their tags', () => {
  const spoken = (tag: string) => {
    const { load } = languageOf(tag, LANGUAGES);
    return (Object.keys(LANGUAGES.others) as Language[]).find((key) => LANGUAGES.others[key] === load) ?? 'en';
  };
  const tags = ['zh', 'zh-CN', 'zh-SG', 'zh-Hans-HK', 'zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'yue-HK', 'ZH-tw'];
  expect(tags.map(spoken)).toEqual([...Array<string>(4).fill('Hans'), ...Array<string>(6).fill('Hant')]);
  expect(['es-MX', 'es-419', 'ar-EG', 'ja-JP', 'ko-KR'].map(spoken)).toEqual(['es', 'es', 'ar', 'ja', 'ko']);
  expect(['', 'pt', 'de-AT', 'en-IN', 'valueof', 'no_such-language'].map(spoken)).toEqual(Array<string>(6).fill('en'));
});

it('writes numbers as the region does, and English where there is no translation', async () => {
  expect((await shared('en-IN')).watching(1_204_567)).toBe('12,04,567 watching');
  expect((await shared('ar-EG')).watching(11)).toBe('١١ مشاهدًا');
  expect((await shared('ar')).watching(2)).toBe('مشاهدان');
  expect((await shared('es')).came(2_000_000)).toBe('Vinieron 2.000.000 de personas');
  expect((await shared('de')).watching(1204)).toBe('1,204 watching');
  expect([(await shared('es-ES')).onAir, (await shared('es-MX')).onAir]).toEqual(['En directo', 'En vivo']);
  expect(
    [(await shared('es')).stageFailed, (await shared('es-419')).stageFailed].map((said) => /v.deo/.exec(said)?.[0]),
  ).toEqual(['vídeo', 'video']);
});

it('has no sentence that nothing says', () => {
  const altered = (text: string) => text.replace('interface FirstStrings extends Spoken {', '$& neverSaid: string;');
  expect(unsaid(['src/components/index.ts', 'src/components/host/console.ts'], altered)).toEqual(['neverSaid']);
}, 60_000);

it('has no sentence for an error that nothing raises', () => {
  const core = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('room-error.ts'))
    .map((file) => readFileSync(`src/core/${file}`, 'utf8'))
    .join('\n');
  // As it is, or put together: `invalid-${…}`, `${kind}-denied`, or its last word from a table.
  const [first, rest] = [(code: string) => code.split('-')[0], (code: string) => code.replace(/^[^-]+/, '')];
  const isRaised = (code: string) =>
    [`'${code}'`, `\`${first(code)}-\${`, `}${rest(code) || ' '}\``, `'${rest(code).slice(1) || ' '}'`].some((text) =>
      core.includes(text),
    );
  const unraised = (code: string) => !isRaised(code);
  expect(ROOM_ERROR_CODES.filter(unraised)).toEqual([]);
  expect(['never-raised'].filter(unraised)).toEqual(['never-raised']);
});

describe('a page’s own words', () => {
  const own = async (tag: string, ...strings: Parameters<typeof withOwn>[2][]) =>
    withOwn(await shared(tag), tag, ...strings);

  it('stand in place of the kit’s, the nearest and the region’s before others', async () => {
    const said = await own(
      'es-MX',
      { es: { send: 'a', mute: 'b' } },
      { 'es-MX': { send: 'c' }, es: { send: 'd' }, en: { mute: 'e' } },
    );
    expect([said.send, said.mute, said.retry]).toEqual(['c', 'b', 'Reintentar']);
    expect((await own('zh-TW', { zh: { send: '简' } })).send).toBe('傳送');
    const nested = await own('en', { en: { error: { banned: 'No.' } } });
    expect([nested.error.banned, nested.error.busy]).toEqual(['No.', (await shared('en')).error.busy]);
  });

  it('make a language that the kit does not have; what is left out is English', async () => {
    const said = await own('de-AT', { de: () => Promise.resolve({ default: { send: 'Senden' } }) });
    expect([said.locale, said.send, said.retry]).toEqual(['de-AT', 'Senden', 'Retry']);
    expect((await own('fr', { en: { send: 'Go' } })).send).toBe('Go');
  });

  it('do no harm when they are wrong', async () => {
    const wrong = { en: { send: 5, waiting: 'people wait' }, en_US: { send: 'x' } } as never;
    const said: Spoken & AllStrings = await own('en', wrong);
    expect([said.send, said.waiting(3)]).toEqual(['Send', 'people wait']);
  });
});
