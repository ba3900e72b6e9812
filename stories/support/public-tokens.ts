// The tokens a page may set, read from where the kit declares them: the global ones, and those of each element.
import { tokens } from '../../src/components/shared/styles/tokens.js';
import { ELEMENTS } from './manifest.js';

export interface Token {
  readonly name: string;
  /** What it is unless set; empty where the manifest names none. */
  readonly initial: string;
  /** The element it belongs to; undefined for all. */
  readonly element?: string;
  readonly description?: string;
}

const DECLARED = /--_[\w-]+:\s*var\((--bigcast-[\w-]+),\s*([\s\S]*?)\);/g;

/** Tokens that all elements read, in the order in which they are declared. */
export const GLOBAL_TOKENS: readonly Token[] = [...tokens.cssText.matchAll(DECLARED)].map(
  ([, name = '', value = '']) => ({
    name,
    initial: value.replace(/var\(--_([\w-]+)\)/g, 'var(--bigcast-$1)').trim(),
  }),
);

/** Tokens of one element each. */
export const ELEMENT_TOKENS: readonly Token[] = ELEMENTS.flatMap(({ tagName: element, cssProperties }) =>
  cssProperties.map(({ name, default: initial = '', description }) => ({ name, initial, element, description })),
);

export const KINDS = ['colour', 'space and shape', 'type and motion', 'of one element'] as const;
export type Kind = (typeof KINDS)[number];

/** What kind of value a token wants. */
export function kindOf({ name, element }: Token): Kind {
  if (element) return 'of one element';
  if (/space|radius|shadow/.test(name)) return 'space and shape';
  return /font|motion/.test(name) ? 'type and motion' : 'colour';
}
