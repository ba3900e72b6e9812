// What a row shows, by kind of message: a kind that is missing here does not compile.
import { html, nothing, type TemplateResult } from 'lit';
import type { Message, NoticeMessage, Person, RoomIntent, TextMessage } from '../../core/index.js';
import { icon } from '../shared/icons.js';
import type { Strings } from '../shared/localize.js';
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

function textNames({ from, delivery }: TextMessage, { owner, self }: RowContext): string {
  const names = ['row'];
  if (from.id === owner) names.push('row-host');
  if (from.id === self) names.push('row-own');
  if (delivery !== 'sent') names.push(`row-${delivery}`);
  return names.join(' ');
}

// Text is set as a property: that is one node a text, where a lit child would need a second to find its way back.
function textContent(message: TextMessage, context: RowContext): TemplateResult {
  const { from, text, at, delivery } = message;
  return html`<span part="avatar" class="avatar" aria-hidden="true">${avatarOf(from)}</span
    ><span part="name" class="name" .textContent=${from.name}></span>${from.id === context.owner
      ? crown(context)
      : nothing} <span part="text" class="text" .textContent=${text}></span
    ><time part="time" class="time" .textContent=${context.timeOf(at)}></time>${delivery === 'failed'
      ? failure(message, context)
      : nothing}`;
}

function avatarOf({ name, avatar }: Person): unknown {
  const url = pictureUrl(avatar);
  const initials = initialsOf(name);
  if (!url) return initials;
  return html`${initials}<img alt="" src=${url} referrerpolicy="no-referrer" decoding="async" @error=${hide} />`;
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
    <span part="error" class="error">${strings.notSent} ${strings.error[error?.code ?? 'internal']}</span>
    <button part="retry" @click=${() => ask({ type: 'retry-text', id })}>${icon('retry')}${strings.retry}</button>
    <button part="delete" @click=${() => ask({ type: 'delete-text', id })}>${strings.delete}</button>
  </span>`;
}

function noticeText({ notice, people, count }: NoticeMessage, strings: Strings): string {
  return strings[notice](people.map(isolatedName), count - people.length);
}

/** A name that could turn the letters around it is shut off by U+2068 and U+2069. */
function isolatedName({ name }: Person): string {
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(name)
    ? `\u2068${name}\u2069`
    : name;
}
