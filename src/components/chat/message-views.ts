// What a row shows, by kind of message: a kind that is missing here does not compile.
import { html, nothing, type TemplateResult } from 'lit';
import type { Message, NoticeMessage, Person, RoomIntent, TextMessage } from '../../core/index.js';
import { icon } from '../shared/icons.js';
import { sentenceFor, type Strings } from '../shared/localize.js';
import { hueOf, initialsOf } from '../shared/person.js';
import { pictureUrl } from './picture.js';

/** What rows need to know beside their message. */
export interface RowContext {
  readonly strings: Strings;
  readonly timeOf: (at: number) => string;
  readonly owner: string | undefined;
  readonly self: string | undefined;
  readonly ask: (intent: RoomIntent) => void;
}

export interface MessageView {
  /** Class and part names of the row. */
  readonly names: string;
  /** Hue of whose row it is. */
  readonly hue?: number;
  readonly content: TemplateResult;
}

type Views = {
  readonly [K in Message['kind']]: (message: Extract<Message, { kind: K }>, context: RowContext) => MessageView;
};

/** Letters of scripts that run from right to left, and the characters that turn text around. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** From here on a name is kept to one line, in UTF-16 units. */
const LONG_NAME = 24;
/** Twelve line breaks or more. */
const LINES = /(?:[\n\r\u2028\u2029][^\n\r\u2028\u2029]*){12}/;

const VIEWS: Views = {
  text: (message, context) => ({
    names: textNames(message, context),
    hue: hueOf(message.from.id),
    content: textContent(message, context),
  }),
  notice: (message, { strings }) => ({
    names: 'notice',
    content: html`<span .textContent=${noticeText(message, strings)}></span>`,
  }),
};

export function viewOfMessage(message: Message, context: RowContext): MessageView {
  return (VIEWS[message.kind] as (message: Message, context: RowContext) => MessageView)(message, context);
}

function textNames({ from, text, delivery }: TextMessage, { owner, self }: RowContext): string {
  let names = 'row';
  if (from.id === owner) names += ' row-host';
  if (from.id === self) names += ' row-own';
  if (delivery !== 'sent') names += ` row-${delivery}`;
  if (RIGHT_TO_LEFT.test(from.name) || RIGHT_TO_LEFT.test(text)) names += ' row-bidi';
  if (from.name.length > LONG_NAME || isUnruly(text)) names += ' row-unruly';
  return names;
}

/** Longer than a screen would like, many lines, or letters with towers of marks: shown in a box of its own. */
function isUnruly(text: string): boolean {
  return text.length > 800 || LINES.test(text) || /\p{M}{5}/u.test(text);
}

function textContent(message: TextMessage, context: RowContext): TemplateResult {
  const { from, delivery } = message;
  const url = pictureUrl(from.avatar);
  const isHost = from.id === context.owner;
  const isFailed = delivery === 'failed';
  const plain = plainContent(message, context);
  if (!url && !isHost && !isFailed) return plain;
  return html`${isHost ? crown(context) : nothing}${plain}${url ? picture(url) : nothing}${
    isFailed ? failure(message, context) : nothing
  }`;
}

// Nearly all rows are only this. Text is set as a property: one node a text, where lit's own would need a marker each.
function plainContent({ from: { name }, text, at }: TextMessage, { timeOf }: RowContext): TemplateResult {
  return html`<span part="avatar" class="avatar" aria-hidden="true" .textContent=${initialsOf(name)}></span
    ><span part="name" class="name" .textContent=${name}></span>
    <span part="text" class="text" .textContent=${text}></span
    ><time part="time" class="time" .textContent=${timeOf(at)}></time>`;
}

function picture(url: string): TemplateResult {
  return html`<img
    part="avatar"
    class="avatar"
    alt=""
    src=${url}
    referrerpolicy="no-referrer"
    decoding="async"
    @error=${hide}
  />`;
}

/** A picture that does not come leaves the initials under it. */
function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}

function crown({ strings }: RowContext): TemplateResult {
  return html`<span part="crown" class="crown" role="img" aria-label=${strings.host}>${icon('crown')}</span>`;
}

function failure({ id, error }: TextMessage, { strings, ask }: RowContext): TemplateResult {
  return html`<span part="failure" class="failure">
    <span part="error" class="error"
      >${strings.notSent}${strings.notSent.includes('。') ? '' : ' '}${sentenceFor(error?.code ?? 'internal', strings)}</span
    >
    <button part="retry" @click=${() => ask({ type: 'retry-text', id })}>${icon('retry')}${strings.retry}</button>
    <button part="delete" @click=${() => ask({ type: 'delete-text', id })}>${strings.delete}</button>
  </span>`;
}

function noticeText({ notice, people, count }: NoticeMessage, strings: Strings): string {
  return strings[notice](people.map(isolatedName), count - people.length);
}

/** A name that could turn the letters around it is shut off by U+2068 and U+2069. */
function isolatedName({ name }: Person): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
