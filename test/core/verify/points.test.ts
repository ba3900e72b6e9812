// A story goes on after a point that failed, where it can.
import { describe, expect, it } from 'vitest';
import { takePoints, type Outcome, type Point } from '../../../verify/points.js';
import { createRedactor } from '../../../verify/redact.js';

const passes = async () => undefined;
const fails = (reason: string) => async () => Promise.reject(new Error(reason));
const hangs = () => new Promise<never>(() => undefined);

async function take(points: readonly Point<undefined>[], options: { limit?: number; signal?: AbortSignal } = {}) {
  const told: Outcome[] = [];
  const outcomes = await takePoints(points, {
    cast: undefined,
    limit: options.limit ?? 10_000,
    signal: options.signal ?? new AbortController().signal,
    redact: createRedactor(() => [['top secret', '(secret)']]),
    done: (outcome) => told.push(outcome),
  });
  expect(told).toEqual(outcomes);
  return outcomes.map(({ name, result, reason }) => [name, result, reason]);
}

describe('the points', () => {
  it('one that failed does not stop those that do not need it', async () => {
    const points = [
      { name: 'open', act: passes },
      { name: 'live', needs: ['open'], act: fails('no camera\nwith a long log') },
      { name: 'picture', needs: ['live'], act: passes },
      { name: 'latecomer', needs: ['picture'], act: passes },
      { name: 'end', needs: ['open'], act: passes },
    ];
    expect(await take(points)).toEqual([
      ['open', 'passed', undefined],
      ['live', 'failed', 'no camera'],
      ['picture', 'skipped', 'needs “live”'],
      ['latecomer', 'skipped', 'needs “picture”'],
      ['end', 'passed', undefined],
    ]);
  });

  it('one that hangs ends', async () => {
    expect(await take([{ name: 'hangs', act: hangs }], { limit: 20 })).toEqual([
      ['hangs', 'failed', 'nothing came within 0.02 s'],
    ]);
  });

  it('stopping ends the one under way and skips the rest', async () => {
    const stop = new AbortController();
    const act = () => (stop.abort(), hangs());
    const points = [
      { name: 'first', act },
      { name: 'second', act: passes },
    ];
    expect(await take(points, { signal: stop.signal })).toEqual([
      ['first', 'skipped', 'stopped'],
      ['second', 'skipped', 'stopped'],
    ]);
  });

  it('a reason is told without what is secret', async () => {
    const signature = 'eJw1jcEOgjAQRP9lz4a0pbSFxIsHTTxoNR6MN0zXuhYKKWiMxn8X'.repeat(2);
    const url = `wss://host/v2/ws?sig=${signature}&key=top%20secret`;
    expect(await take([{ name: 'a', act: fails(`top secret at ${url}`) }])).toEqual([
      ['a', 'failed', `(secret) at wss://host/v2/ws?sig=(${signature.length} characters)&key=(secret)`],
    ]);
  });
});
