import { describe, expect, it } from 'vitest';
import type { TextMessage } from '../../../src/core/chat/message.js';
import {
  addNotice,
  addTexts,
  removeMessage,
  TIMELINE_LIMIT,
  updateText,
  type Timeline,
} from '../../../src/core/chat/timeline.js';

const text = (id: string, change: Partial<TextMessage> = {}): TextMessage => ({
  kind: 'text',
  id,
  from: { id: 'ana', name: 'Ana' },
  text: id,
  at: 1,
  delivery: 'sent',
  ...change,
});
const ids = (timeline: Timeline) => timeline.map(({ id }) => id);
const EMPTY: Timeline = [];

describe('texts', () => {
  it('stand in the service’s order, whenever they come', () => {
    const timeline = addTexts(addTexts(EMPTY, [text('a', { seq: 1 }), text('c', { seq: 3 })]), [text('b', { seq: 2 })]);
    expect(ids(timeline)).toEqual(['a', 'b', 'c']);
  });

  it('are one message per id', () => {
    const once = addTexts(EMPTY, [text('a')]);
    expect(addTexts(once, [text('a'), text('a')])).toBe(once);
    expect(ids(addTexts(EMPTY, [text('a'), text('a')]))).toEqual(['a']);
  });

  it('of others go before what is still pending, which takes its place once the service has it', () => {
    const pending = addTexts(addTexts(EMPTY, [text('a', { seq: 1 })]), [text('mine', { delivery: 'pending' })]);
    const talked = addTexts(pending, [text('b', { seq: 3 })]);
    expect(ids(talked)).toEqual(['a', 'b', 'mine']);
    const sent = updateText(talked, 'mine', { delivery: 'sent', seq: 2 });
    expect(ids(sent)).toEqual(['a', 'mine', 'b']);
  });

  it('that fail stay where they are, and move to the end when tried again', () => {
    const timeline = addTexts(EMPTY, [text('mine', { delivery: 'pending' }), text('other', { delivery: 'pending' })]);
    const failed = updateText(timeline, 'mine', { delivery: 'failed' });
    expect(ids(failed)).toEqual(['mine', 'other']);
    expect(ids(updateText(failed, 'mine', { delivery: 'pending' }))).toEqual(['other', 'mine']);
  });

  it('are bounded, but never what its writer could still lose', () => {
    const many = Array.from({ length: TIMELINE_LIMIT + 100 }, (_, index) => text(`m${index}`, { seq: index }));
    const timeline = addTexts(addTexts(EMPTY, [text('lost', { delivery: 'failed' })]), many);
    expect(timeline.length).toBe(TIMELINE_LIMIT);
    expect(timeline[0]!.id).toBe('lost');
    expect(timeline.at(-1)!.id).toBe(`m${TIMELINE_LIMIT + 99}`);
  });

  it('are frozen, list and messages', () => {
    const timeline = addTexts(EMPTY, [text('a')]);
    expect(Object.isFrozen(timeline)).toBe(true);
    expect(Object.isFrozen(timeline[0])).toBe(true);
    expect(Object.isFrozen(removeMessage(timeline, 'a'))).toBe(true);
  });
});

describe('notices', () => {
  const join = (timeline: Timeline, name: string) =>
    addNotice(timeline, { id: `n-${name}`, notice: 'joined', person: { id: name, name }, at: 5 });

  it('fold into one line while nothing else is said', () => {
    const timeline = ['ana', 'ben', 'cy', 'dee', 'eve'].reduce(join, EMPTY);
    expect(timeline).toEqual([
      {
        kind: 'notice',
        id: 'n-ana',
        notice: 'joined',
        count: 5,
        at: 5,
        people: ['ana', 'ben', 'cy'].map((name) => ({ id: name, name })),
      },
    ]);
  });

  it('count nobody twice among those named', () => {
    expect(join(join(EMPTY, 'ana'), 'ana')).toMatchObject([{ count: 1 }]);
  });

  it('start a new line after somebody spoke, and for the other direction', () => {
    const talked = addTexts(join(EMPTY, 'ana'), [text('hi')]);
    const left = addNotice(join(talked, 'ben'), { id: 'l', notice: 'left', person: { id: 'ben', name: 'ben' }, at: 6 });
    expect(left.map((message) => (message.kind === 'notice' ? message.notice : 'text'))).toEqual([
      'joined',
      'text',
      'joined',
      'left',
    ]);
  });
});
