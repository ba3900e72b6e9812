// Language tag → sentences. A new language is one file in lang/ and one line here.
import { en } from './lang/en.js';
import type { Strings } from './lang/strings.js';
import { zhHans } from './lang/zh-hans.js';

export type { Strings };

const LANGUAGES: Readonly<Record<string, Strings>> = { en, zh: zhHans };

/** The sentences for a BCP 47 tag; English for a language the kit does not speak. */
export function stringsFor(tag: string): Strings {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return LANGUAGES[language] ?? en;
}
