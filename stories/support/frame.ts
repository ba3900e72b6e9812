// Where a story stands: a box of the story's size, in the light, language and direction that the toolbar says.
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { directionOf, LANGUAGES } from './languages.js';

/** What a story may say of its place, as `parameters.frame`. */
export interface Frame {
  /** CSS inline size; the page's by default. */
  readonly inline?: string;
  /** CSS block size; the element's own by default. */
  readonly block?: string;
  /** Language of the story, where it is not the toolbar's. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
}

/** For stories with several rooms: each brings a stage, and all stages have one name. */
export const SEVERAL_ROOMS = { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } };

/** The toolbar. */
export const FRAME_GLOBALS: NonNullable<Preview['globalTypes']> = {
  scheme: {
    description: 'Light or dark',
    toolbar: {
      title: 'Light and dark',
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
      ],
    },
  },
  lang: {
    description: 'Language',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: [...LANGUAGES],
    },
  },
  dir: {
    description: 'Direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'paragraph',
      dynamicTitle: true,
      items: [{ value: 'rtl', title: 'Right to left' }],
    },
  },
};

export const withFrame: Decorator = (story, { parameters, globals, args }) => {
  const { inline, block, lang, dir, scheme }: Frame = (parameters['frame'] as Frame | undefined) ?? {};
  const light = scheme ?? (globals['scheme'] as string | undefined);
  const box = {
    colorScheme: light === 'light' || light === 'dark' ? light : 'light dark',
    background: 'Canvas',
    color: 'CanvasText',
    ...(inline && { inlineSize: inline, maxInlineSize: '100%', marginInline: 'auto' }),
    ...(block && { blockSize: block }),
    // Tokens are inherited: set around the element, they reach it.
    ...Object.fromEntries(Object.entries(args).filter(([name]) => name.startsWith('--'))),
  };
  const spoken = lang ?? ((globals['lang'] as string | undefined) || 'en');
  return html`<div
    class="frame"
    lang=${spoken}
    dir=${dir ?? ((globals['dir'] as string | undefined) || directionOf(spoken))}
    style=${styleMap(box)}
  >
    ${story()}
  </div>`;
};
