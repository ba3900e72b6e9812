// The icons of what keeps the pace of a conversation. Shapes from Lucide (ISC licence), like those of all elements.
import { svg, type TemplateResult } from 'lit';
import { drawn } from '../shared/icons.js';

const SHAPES = {
  down: svg`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,
  pause: svg`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,
  play: svg`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,
};

/** An icon for the eye only: what it stands on carries the name. */
export function paceIcon(name: keyof typeof SHAPES): TemplateResult {
  return drawn(SHAPES[name]);
}
