// Tables for the guide, as Markdown: made from the manifest, the tokens and the error codes, so that they cannot fall behind.
import { ROOM_ERROR_CODES } from '../../src/core/index.js';
import type { ElementDescription, DescribedMember } from '../support/manifest.js';
import { ELEMENT_TOKENS, GLOBAL_TOKENS } from '../support/public-tokens.js';
import { ERROR_HELP } from './error-help.js';

type Row = readonly string[];

export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string) => (text ? `\`${text}\`` : '');

/** Everything public of one element. */
export function elementPage(element: ElementDescription): string {
  const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
  const methods = members.filter(({ kind }) => kind === 'method');
  const attributeNames = new Set(attributes.map(({ name }) => name.replaceAll('-', '')));
  const properties = members.filter(({ kind, name }) => kind === 'field' && !attributeNames.has(name.toLowerCase()));
  return [
    section(
      'Attributes',
      ['attribute', 'type', 'what it is'],
      attributes.map((each) => [code(each.name), typeOf(each), told(each)]),
    ),
    section(
      'Properties without an attribute',
      ['property', 'type', 'what it is'],
      properties.map((each) => [code(each.name), typeOf(each), told(each)]),
    ),
    section(
      'Methods',
      ['method', 'what it does'],
      methods.map((each) => [code(signature(each)), told(each)]),
    ),
    section(
      'Events',
      ['event', 'when'],
      events.map((each) => [code(each.name), told(each)]),
    ),
    section(
      'Slots',
      ['slot', 'what goes there'],
      slots.map((each) => [each.name ? code(each.name) : '(default)', told(each)]),
    ),
    section(
      'CSS parts',
      ['part', 'what it is'],
      cssParts.map((each) => [code(each.name), told(each)]),
    ),
    section(
      'Tokens',
      ['token', 'unless set', 'what it is'],
      cssProperties.map((each) => [code(each.name), code(each.default ?? ''), told(each)]),
    ),
    section(
      'Custom states',
      ['state', 'when'],
      cssStates.map((each) => [code(`:state(${each.name})`), told(each)]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function section(title: string, head: Row, rows: readonly Row[]): string {
  return rows.length > 0 ? `#### ${title}\n\n${table(head, rows)}` : '';
}

function told({ description = '' }: { readonly description?: string }): string {
  return description;
}

function typeOf({ type }: { readonly type?: { readonly text: string } }): string {
  return code(type?.text.replace(/\s*\| undefined/g, '') ?? '');
}

function signature({ name, parameters = [] }: DescribedMember): string {
  return `${name}(${parameters.map((parameter) => parameter.name.replace(/\s+/g, ' ')).join(', ')})`;
}

/** The tokens that all elements read. */
export function globalTokens(): string {
  return table(
    ['token', 'unless set'],
    GLOBAL_TOKENS.map(({ name, initial }) => [code(name), code(initial)]),
  );
}

export function elementTokens(): string {
  const rows = ELEMENT_TOKENS.map(({ name, initial, element = '', description = '' }) => [
    code(name),
    code(initial),
    code(element),
    description,
  ]);
  return table(['token', 'unless set', 'element', 'what it is'], rows);
}

/** Every error code: what it means, why it comes, what mends it. */
export function errorTable(): string {
  const rows = ROOM_ERROR_CODES.map((name) => {
    const { means, cause, fix } = ERROR_HELP[name];
    return [code(name), means, cause, fix];
  });
  return table(['code', 'what it means', 'why it comes', 'what to do'], rows);
}
