// Language tag → sentences. English is always there; another language is one file in lang/ (and in host/lang/), one line here
// (and there), and loaded when asked for.
import { en } from './lang/en.js';
import type { Strings } from './lang/strings.js';

export type { Strings };

/** The languages besides English: each set of sentences must have them all. */
export type Language = 'zh';

/** A set of sentences in every language. */
export interface Languages<T> {
  /** What is said in a language the kit does not speak, and until another one is loaded. */
  readonly fallback: T;
  readonly others: Readonly<Record<Language, () => Promise<T>>>;
}

export const LANGUAGES: Languages<Strings> = {
  fallback: en,
  others: {
    zh: async () => (await import('./lang/zh-hans.js')).zhHans,
  },
};

/** How to load the sentences for a BCP 47 tag; undefined for English and for a language the kit does not speak. */
export function languageLoader<T>(tag: string, { others }: Languages<T>): (() => Promise<T>) | undefined {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(others, language) ? others[language as Language] : undefined;
}
