// Language tag → sentences. English is always there; another language is one file in lang/, one line here, and loaded when asked for.
import { en } from './lang/en.js';
import type { Strings } from './lang/strings.js';

export type { Strings };

/** What is said in a language the kit does not speak, and until another one is loaded. */
export const FALLBACK: Strings = en;

const LANGUAGES: Readonly<Record<string, () => Promise<Strings>>> = {
  zh: async () => (await import('./lang/zh-hans.js')).zhHans,
};

/** How to load the sentences for a BCP 47 tag; undefined for English and for a language the kit does not speak. */
export function languageLoader(tag: string): (() => Promise<Strings>) | undefined {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
}
