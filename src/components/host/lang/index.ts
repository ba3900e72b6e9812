// The languages of the console: they come with it, so that viewers do not wait for words they never see.
import type { AllStrings, HostStrings } from '../../shared/lang/strings.js';
import type { Languages } from '../../shared/localize.js';
import { speak as en } from './en.js';

/** All that the console can say. */
export type HostWords = AllStrings & HostStrings;

export const HOST_LANGUAGES: Languages<HostStrings> = {
  en,
  others: {
    ar: () => import('./ar.js'),
    es: () => import('./es.js'),
    ja: () => import('./ja.js'),
    ko: () => import('./ko.js'),
    Hans: () => import('./zh-hans.js'),
    Hant: () => import('./zh-hant.js'),
  },
};
