// A page's own words over the kit's: those for the language that is spoken, a region's over its language's. Loaded where a page has some.
import type { PageStrings, SomeStrings, Spoken } from './lang/strings.js';

/**
 * @param kit - What the kit says for `tag`; English, with `en` as its locale, where it does not know that language.
 * @param own - The page's, the nearest last.
 */
export async function withOwn<T extends Spoken>(kit: T, tag: string, ...own: readonly PageStrings[]): Promise<T> {
  // Of a language that only the page knows, what it leaves out stays English.
  const isKnown = own.some((strings) => keysFor(tag, strings).length > 0);
  const locale = isKnown ? tag : kit.locale;
  const layers = own.flatMap((strings) => keysFor(locale, strings).map((key) => loaded(key, strings)));
  return (await Promise.all(layers)).reduce<T>(over, { ...kit, locale });
}

/** The keys of the tag's language and script, and then those of its region, too. */
function keysFor(tag: string, strings: PageStrings): string[] {
  const wanted = parsed(tag);
  const keys = Object.keys(strings).filter((key) => {
    const { language, script, region } = parsed(key) ?? {};
    const isSame = wanted && language === wanted.language && script === wanted.script;
    return isSame && (!region || region === wanted.likelyRegion);
  });
  const hasRegion = (key: string) => Number(parsed(key)?.region !== undefined);
  return keys.sort((a, b) => hasRegion(a) - hasRegion(b));
}

function parsed(tag: string) {
  try {
    const named = new Intl.Locale(tag);
    const { language, script, region } = named.maximize();
    return { language, script, region: named.region, likelyRegion: region };
  } catch {
    return undefined; // not a tag
  }
}

async function loaded(key: string, strings: PageStrings): Promise<SomeStrings> {
  const given = strings[key] ?? {};
  if (typeof given !== 'function') return given;
  try {
    const come = await given();
    return 'default' in come ? come.default : come;
  } catch (cause) {
    console.error(`bigcast: the page's strings for "${key}" could not be loaded.`, cause);
    return {};
  }
}

/** One string that the page gets wrong must not take an element with it: where a function belongs, a text stands for it. */
function over<T extends object>(kit: T, own: object): T {
  const fitting = Object.entries(own).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    const known = (kit as Record<string, unknown>)[name];
    if (value && typeof value === 'object') return [[name, over(known ?? {}, value)]];
    if (typeof value === typeof known) return [[name, value]];
    if (typeof known === 'function' && typeof value === 'string') return [[name, () => value]];
    return [];
  });
  return Object.assign({ ...kit }, Object.fromEntries(fitting));
}
