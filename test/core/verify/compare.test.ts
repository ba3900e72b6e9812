// What counts as a difference between the emulator's frames and the service's, and what may vary.
import { describe, expect, it } from 'vitest';
import { compare } from '../../../verify/compare.js';
import type { Frame } from '../../../verify/frames.js';

function received(command: string, ...bodies: readonly object[]): readonly Frame[] {
  return bodies.map((value) => ({ part: 'chat', direction: 'received', command, value }));
}

/** The differences as `<command><path>: <emulator> | <service>`. */
function found(references: readonly (readonly Frame[])[], service: readonly Frame[]): readonly string[] {
  return compare(references, service).differences.map(
    ({ command, path, emulator, service: there }) => `${command}${path}: ${emulator} | ${there}`,
  );
}

const twice = (...bodies: readonly object[]) => [received('join', ...bodies), received('join', ...bodies)];

describe('is a difference', () => {
  it('another type', () => {
    expect(found(twice({ Seq: 1 }), received('join', { Seq: '17' }))).toEqual(['join.Seq: number | string(2)']);
  });

  it('another name', () => {
    expect(found(twice({ a: { Seq: 1 } }), received('join', { a: { seq: 1 } }))).toEqual([
      'join.a.Seq: number | not there',
      'join.a.seq: not there | number',
    ]);
  });

  it('a key that is sometimes missing', () => {
    expect(found(twice({ Seq: 1 }), received('join', { Seq: 1 }, {}))).toEqual(['join.Seq: number | not always there']);
  });

  it('an object of a kind that is not known', () => {
    const list = (...events: readonly number[]) => ({ List: events.map((Event) => ({ Event })) });
    expect(found(twice(list(3)), received('join', list(3, 4)))).toEqual(['join.List[](Event=4): not there | object']);
  });

  it('something that was there all the time', () => {
    const body = { List: [{ Event: 5 }, { Event: 5 }, { Event: 5 }] };
    expect(found(twice(body), received('join', { List: [] }))).toEqual(['join.List[](Event=5): object | not there']);
  });

  it('a command that is not known, and one that never comes', () => {
    const service = received('enter', {}, {});
    expect(found(twice({}), service)).toEqual(['enter: not there | 2 times', 'join: 2 times | not there']);
  });
});

it('a refusal that the emulator did not make', () => {
  const service = received('join, code 10015', {});
  expect(found([[], []], service)).toEqual(['join, code 10015: not there | once']);
  expect(found([[], []], received('19 (push setup), code 70001', {}))).toHaveLength(1);
});

describe('is no difference', () => {
  it('other values, lengths and orders', () => {
    const service = received('join', { b: ['x', 'yz'], a: 'longer' });
    expect(found(twice({ a: 'text', b: ['x'] }), service)).toEqual([]);
  });

  it('what varies between two runs of the emulator', () => {
    const references = [received('join', { a: 1, b: 2 }), [...received('join', { a: null }), ...received('push', {})]];
    expect(found(references, received('join', { a: 1 }, { a: null, b: 2 }))).toEqual([]);
    expect(found(references, received('join', { a: 1 }))).toEqual([]);
  });

  it('but perhaps, a push or a refusal that depends on who is quicker', () => {
    const push = received('4135 (push peer_leave)', {});
    expect(compare([[], []], push)).toEqual({
      differences: [],
      perhaps: [expect.objectContaining({ service: 'once' })],
    });
    for (const rare of [push, received('join, code 10010', {})])
      expect(compare([rare, rare], [])).toEqual({
        differences: [],
        perhaps: [expect.objectContaining({ service: 'not there' })],
      });
  });

  it('but perhaps, what the emulator has only now and then', () => {
    const comparison = compare(twice({ List: [{ Event: 5 }] }), received('join', { List: [] }));
    expect(comparison.differences).toEqual([]);
    expect(comparison.perhaps).toEqual([expect.objectContaining({ path: '.List[](Event=5)', service: 'not there' })]);
  });
});
