import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { backoff } from '../../../src/core/support/backoff.js';
import { pause, within } from '../../../src/core/support/clock.js';
import { Signals } from '../../../src/core/support/signals.js';
import { Store } from '../../../src/core/support/store.js';
import { VirtualClock } from '../../support/virtual-clock.js';

describe('backoff', () => {
  it('grows, stays within ± 50 %, and is bounded', () => {
    const waits = (random: number) =>
      [1, 2, 3, 4, 9].map((attempt) => backoff({ first: 100, longest: 1000 }, attempt, () => random));
    expect(waits(0)).toEqual([50, 100, 200, 400, 500]);
    expect(waits(0.5)).toEqual([100, 200, 400, 800, 1000]);
  });
});

describe('clock', () => {
  it('pauses for its time, and no longer than the signal lets it', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const done: string[] = [];
    void pause(clock, 100).then(() => done.push('100'));
    void pause(clock, 1000, stop.signal).then(() => done.push('stopped'));
    await clock.pass(99);
    expect(done).toEqual([]);
    await clock.pass(1);
    stop.abort();
    await clock.pass(0);
    expect(done).toEqual(['100', 'stopped']);
    expect(clock.scheduled).toBe(0);
  });

  it('gives up on work that takes too long, and leaves no timer behind work that does not', async () => {
    const clock = new VirtualClock();
    const late = within(clock, 50, new Promise(() => undefined), () => new Error('late'));
    const caught = late.catch((error: Error) => error.message);
    await expect(within(clock, 50, Promise.resolve(7), () => new Error('late'))).resolves.toBe(7);
    await clock.pass(50);
    expect(await caught).toBe('late');
    expect(clock.scheduled).toBe(0);
  });
});

describe('store and signals', () => {
  it('tells of each change once and in order, also of those a listener makes', () => {
    const store = new Store(0);
    const heard: string[] = [];
    store.subscribe((value) => value === 1 && store.set(2));
    store.subscribe((value, before) => heard.push(`${before}→${value}`));
    store.set(1);
    store.set(2);
    expect(heard).toEqual(['0→1', '1→2']);
  });

  it('does not call a listener that an earlier one removed', () => {
    const store = new Store(0);
    const heard: number[] = [];
    store.subscribe(() => stop());
    const stop = store.subscribe((value) => heard.push(value));
    store.set(1);
    expect(heard).toEqual([]);
  });

  it('goes on when a listener throws, and reports that as uncaught', () => {
    const later: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (task: () => void) => later.push(task));
    onTestFinished(() => void vi.unstubAllGlobals());
    const store = new Store(0);
    const heard: number[] = [];
    store.subscribe(() => {
      throw new Error('a page’s own mistake');
    });
    store.subscribe((value) => heard.push(value));
    store.set(1);
    store.set(2);
    const signals = new Signals<number>();
    signals.listen(() => {
      throw new Error('a page’s own mistake');
    });
    signals.listen((signal) => heard.push(signal));
    signals.emit(3);
    expect(heard).toEqual([1, 2, 3]);
    expect(later).toHaveLength(3);
    for (const task of later) expect(task).toThrow('a page’s own mistake');
  });
});
