// The languages of the console: they come with it, so that viewers do not wait for words they never see.
import type { Languages, Strings } from '../../shared/localize.js';
import { hostEn } from './en.js';
import type { HostStrings } from './strings.js';

/** All that the console can say. */
export type HostWords = Strings & HostStrings;

export const HOST_LANGUAGES: Languages<HostStrings> = {
  fallback: hostEn,
  others: {
    zh: async () => (await import('./zh-hans.js')).hostZhHans,
  },
};
