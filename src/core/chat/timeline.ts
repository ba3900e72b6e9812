// The bounded, de-duplicated conversation. Pure functions over a frozen array; who may speak is decided elsewhere.
import { NOTICE_NAMES, type Message, type NoticeMessage, type Person, type TextMessage } from './message.js';
import { knownPerson } from './person.js';

export type Timeline = readonly Message[];

/** Most messages kept: the oldest go first, but never what its writer could still lose (pending, failed). */
export const TIMELINE_LIMIT = 500;

/** Adds texts in the service's order; the same id twice is one message. One copy however many there are. */
export function addTexts(timeline: Timeline, texts: readonly TextMessage[]): Timeline {
  const known = new Set(timeline.map(({ id }) => id));
  const next = [...timeline];
  for (const text of texts) {
    if (known.has(text.id)) continue;
    known.add(text.id);
    next.splice(placeOf(next, text), 0, Object.freeze(text));
  }
  return next.length === timeline.length ? timeline : bounded(next);
}

/** Replaces a text by a newer version of itself, moving it to the service's order when it has just got one. */
export function updateText(timeline: Timeline, id: string, change: Partial<TextMessage>): Timeline {
  const index = timeline.findIndex((message) => message.id === id);
  const old = timeline[index];
  if (old?.kind !== 'text') return timeline;
  const text: TextMessage = Object.freeze({ ...old, ...change });
  const next = timeline.filter((other) => other !== old);
  next.splice(text.delivery === 'failed' ? index : placeOf(next, text), 0, text);
  return bounded(next);
}

export function removeMessage(timeline: Timeline, id: string): Timeline {
  return Object.freeze(timeline.filter((message) => message.id !== id));
}

/**
 * Adds somebody to the line that already says the same of others, else starts a line. Between two texts there is one line
 * of a kind: whoever comes and goes all the time must not push out what people said.
 */
export function addNotice(
  timeline: Timeline,
  { id, notice, person, at }: { id: string; notice: NoticeMessage['notice']; person: Person; at: number },
): Timeline {
  const known = knownPerson(person);
  const index = lineOf(timeline, notice);
  const line = timeline[index];
  if (line?.kind !== 'notice') {
    if (timeline.some((other) => other.id === id)) return timeline;
    const begun: NoticeMessage = { kind: 'notice', id, notice, people: Object.freeze([known]), count: 1, at };
    return bounded([...timeline, Object.freeze(begun)]);
  }
  if (line.people.some((other) => other.id === person.id)) return timeline;
  const people = line.people.length < NOTICE_NAMES ? [...line.people, known] : line.people;
  const folded: NoticeMessage = { ...line, people: Object.freeze(people), count: line.count + 1, at };
  return Object.freeze([...timeline.slice(0, index), Object.freeze(folded), ...timeline.slice(index + 1)]);
}

/** Where the line stands that says `notice` since the last text; -1 when there is none. */
function lineOf(timeline: Timeline, notice: NoticeMessage['notice']): number {
  for (let index = timeline.length - 1; index >= 0; index--) {
    const message = timeline[index]!;
    if (message.kind !== 'notice') return -1;
    if (message.notice === notice) return index;
  }
  return -1;
}

/** Where `text` belongs: after everything the service put before it; what is still pending stays last. */
function placeOf(timeline: Timeline, text: TextMessage): number {
  if (text.delivery !== 'sent') return timeline.length;
  let place = timeline.length;
  for (let index = timeline.length - 1; index >= 0; index--) {
    const other = timeline[index]!;
    if (other.kind !== 'text') continue;
    if (other.delivery === 'pending' || isLater(other, text)) place = index;
    else if (other.delivery === 'sent') break;
  }
  return place;
}

function isLater(other: TextMessage, text: TextMessage): boolean {
  return other.seq !== undefined && text.seq !== undefined && other.seq > text.seq;
}

function bounded(messages: readonly Message[]): Timeline {
  let excess = messages.length - TIMELINE_LIMIT;
  if (excess <= 0) return Object.freeze(messages);
  return Object.freeze(
    messages.filter((message) => {
      const isUnsent = message.kind === 'text' && message.delivery !== 'sent';
      return isUnsent || excess-- <= 0;
    }),
  );
}
