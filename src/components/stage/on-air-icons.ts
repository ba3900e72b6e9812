// The icons of the sound; they come with its controls. Shapes from Lucide (ISC licence), like those of all elements.
import { svg, type TemplateResult } from 'lit';
import { drawn } from '../shared/icons.js';

const SHAPES = {
  sound: svg`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,
  muted: svg`<path d="M11 4.702a.7.7 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.7.7 0 0 0 11 19.298z"/><path d="m16.5 14.5 5-5"/><path d="m16.5 9.5 5 5"/>`,
};

/** An icon for the eye only: what it stands on carries the name. */
export function soundIcon(name: keyof typeof SHAPES): TemplateResult {
  return drawn(SHAPES[name]);
}
