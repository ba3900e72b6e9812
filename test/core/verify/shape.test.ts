// What is kept of a value: keys, types and lengths; never the value.
import { expect, it } from 'vitest';
import { Shape } from '../../../verify/shape.js';

function shapeOf(...samples: readonly unknown[]): Shape {
  const shape = new Shape();
  for (const sample of samples) shape.add(sample, 0);
  return shape;
}

/** All places inside, each with what it is. */
function placesOf(shape: Shape, path = ''): Record<string, string> {
  const own = { [path]: String(shape) };
  return [...shape.parts].reduce((all, [name, part]) => ({ ...all, ...placesOf(part, path + name) }), own);
}

it('tells types and lengths', () => {
  expect(placesOf(shapeOf({ name: 'ana', age: 7, ok: true, none: null, list: ['a', 'bcd', 4] }))).toEqual({
    '': 'object',
    '.name': 'string(3)',
    '.age': 'number',
    '.ok': 'boolean',
    '.none': 'null',
    '.list': 'array(3)',
    '.list[]': 'string(1–3) or number',
  });
});

it('makes one shape of many samples, and knows what was always there', () => {
  const shape = shapeOf({ a: '', b: 1 }, { a: 'four' });
  expect(placesOf(shape)).toEqual({ '': 'object', '.a': 'string(0–4)', '.b': 'number' });
  expect([shape.always('.a'), shape.always('.b'), shape.always('.c')]).toEqual([true, false, false]);
});

it('keeps things of different kinds apart', () => {
  const items = [
    { Event: 4, MsgBody: { OpType: 1, Who: 'ana' } },
    { Event: 3, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hello' } }] },
  ];
  expect(Object.keys(placesOf(shapeOf(items)))).toEqual(
    expect.arrayContaining([
      '[](Event=4).MsgBody(OpType=1).Who',
      '[](Event=3).MsgBody[](MsgType=TIMTextElem).MsgContent.Text',
    ]),
  );
});

it('looks into objects that travel as text', () => {
  expect(placesOf(shapeOf({ config: '{"interval":"300"}', brace: '{ no json' }))).toEqual({
    '': 'object',
    '.config': 'json(18)',
    '.config.interval': 'string(3)',
    '.brace': 'string(9)',
  });
});

it('never keeps a name or a number that stands as a key', () => {
  const shape = new Shape();
  shape.add({ 144115198: { x: 1 }, 'bigcast-ana': { x: 2 } }, 0, (key) => key.includes('ana'));
  expect(Object.keys(placesOf(shape))).toEqual(['', '.*', '.*.x']);
});
