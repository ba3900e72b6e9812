// The code and the developer's message of an error, folded away: for support, not for people.
import { html, type TemplateResult } from 'lit';
import type { Strings } from './localize.js';

export function errorDetails({ code, message }: { code: string; message?: string }, strings: Strings): TemplateResult {
  return html`<details part="details">
    <summary>${strings.details}</summary>
    <code>${code}</code> ${message}
  </details>`;
}
