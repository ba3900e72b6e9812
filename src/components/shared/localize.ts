// Language tag → sentences. English is always there, but for its error sentences, which come after it; another language is one
// file in lang/ (and in host/lang/), one line here (and there), and loaded when asked for.
import type { RoomErrorCode } from '../../core/index.js';
import { en } from './lang/en.js';
import type { Strings } from './lang/strings.js';

export type { Strings };

/** The languages besides English: each set of sentences must have them all. */
export type Language = 'zh';

/** A set of sentences in every language. */
export interface Languages<T> {
  /** What is said in a language the kit does not speak, and until another one is loaded. */
  readonly fallback: T;
  /** The fallback with what is not in the first load; nobody waits for it. */
  readonly completed?: () => Promise<T>;
  readonly others: Readonly<Record<Language, () => Promise<T>>>;
}

export const LANGUAGES: Languages<Strings> = {
  fallback: en,
  completed: async () => (await import('./lang/en-all.js')).enAll,
  others: {
    zh: async () => (await import('./lang/zh-hans.js')).zhHans,
  },
};

/** How to load the sentences for a BCP 47 tag; undefined where there is nothing to load. */
export function languageLoader<T>(tag: string, { others, completed }: Languages<T>): (() => Promise<T>) | undefined {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(others, language) ? others[language as Language] : completed;
}

/** What went wrong and what to do: there is always a sentence, and where it says little, the code for support. */
export function sentenceFor(code: RoomErrorCode, { error, connectionFailed, somethingWrong }: Strings): string {
  if (error) return error[code];
  return code === 'network' ? connectionFailed : `${somethingWrong} (${code})`;
}
