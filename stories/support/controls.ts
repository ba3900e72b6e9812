// The controls that every story of a room has: which moment, how many people, how much they say.
import type { ArgTypes } from '@storybook/web-components-vite';
import { ELEMENTS } from './manifest.js';
import type { Moment, Wishes } from './scripted.js';

/** The arguments of a story of a room. */
export interface RoomArgs<Name extends string> extends Wishes {
  readonly moment: Name;
}

/** Controls for the moments in `moments`, beside those of the element itself. */
export function roomControls(moments: Readonly<Record<string, Moment>>): Partial<ArgTypes> {
  const table = { category: 'scripted room' };
  return {
    moment: {
      control: 'select',
      options: Object.keys(moments),
      description: 'What has happened in the room.',
      table,
    },
    members: {
      control: { type: 'number', min: 0 },
      description: 'How many people are in the room.',
      table,
    },
    rate: {
      control: { type: 'range', min: 0, max: 200, step: 1 },
      description: 'How many messages come each second.',
      table,
    },
    startsIn: {
      control: { type: 'number' },
      description: 'Planned start, in seconds from now.',
      table,
    },
  };
}

/**
 * The table of an element: every name of the manifest, with controls for its tokens, and for nothing that a story does not pass on.
 */
export function elementControls(tagName: string): Partial<ArgTypes> {
  const element = ELEMENTS.find((each) => each.tagName === tagName);
  if (!element) throw new Error(`The manifest has no <${tagName}>.`);
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const shown = [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssStates];
  return {
    ...Object.fromEntries(shown.map(({ name }) => [name, { control: false }])),
    ...Object.fromEntries(cssProperties.map(({ name }) => [name, { control: 'text' }])),
  };
}
