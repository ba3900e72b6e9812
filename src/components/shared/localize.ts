// Language tag → who speaks it. English is always there, but for its error sentences, which come after it; another language is one
// file in lang/ (and in host/lang/), one line here (and there), and loaded when asked for.
import type { RoomErrorCode } from '../../core/index.js';
import { speak as en } from './lang/en.js';
import type { PageStrings, Speaker, Spoken, Strings } from './lang/strings.js';

export type { PageStrings, Spoken, Strings };

/** The languages besides English: each set of sentences must have them all. Chinese is told by how it is written. */
export type Language = 'ar' | 'es' | 'ja' | 'ko' | 'Hans' | 'Hant';

type Load<T> = () => Promise<{ readonly speak: Speaker<T> }>;

/** A set of sentences in every language. */
export interface Languages<T> {
  /** Spoken where the kit has no other language, and until another one is loaded. */
  readonly en: Speaker<T>;
  /** English with what is not in the first load; nobody waits for it. */
  readonly completed?: Load<T>;
  readonly others: Readonly<Record<Language, Load<T>>>;
}

export const LANGUAGES: Languages<Strings> = {
  en,
  completed: () => import('./lang/en-all.js'),
  others: {
    ar: () => import('./lang/ar.js'),
    es: () => import('./lang/es.js'),
    ja: () => import('./lang/ja.js'),
    ko: () => import('./lang/ko.js'),
    Hans: () => import('./lang/zh-hans.js'),
    Hant: () => import('./lang/zh-hant.js'),
  },
};

/** What is spoken for a BCP 47 tag: in which locale, and what brings the language, where it is another than English. */
export function languageOf<T>(tag: string, { others }: Languages<T>): { locale: string; load?: Load<T> | undefined } {
  try {
    // With what is likely where the tag does not say: zh-HK is written in Hant, and so is Cantonese.
    const { language, script } = new Intl.Locale(tag).maximize();
    const known: Partial<Record<string, Load<T>>> = others;
    const load = known[script ?? ''] ?? known[language];
    if (load || language === 'en') return { locale: tag, load };
  } catch {
    // Not a tag.
  }
  return { locale: 'en' };
}

/** What went wrong and what to do: there is always a sentence, and where it says little, the code for support. */
export function sentenceFor(code: RoomErrorCode, { error, connectionFailed, somethingWrong }: Strings): string {
  if (error) return error[code];
  return code === 'network' ? connectionFailed : `${somethingWrong} (${code})`;
}
