import { describe, expect, it } from 'vitest';
import { BATCH_EVERY, Inbox } from '../../../src/core/room/inbox.js';
import type { RoomScope } from '../../../src/core/room/scope.js';

/** A page whose timers come `late` milliseconds after they are due, and who hears a message a millisecond for a while. */
function batchesOf({ late, ms }: { late: number; ms: number }): number[] {
  let now = 0;
  let timer: { at: number; run: () => void } | undefined;
  const clock = {
    now: () => now,
    after: (wait: number, run: () => void) => {
      timer = { at: now + wait + (wait > 0 ? late : 0), run };
      return () => (timer = undefined);
    },
  };
  const scope = { setup: { clock }, state: { owner: 'star' } } as unknown as RoomScope;
  const batches: number[] = [];
  const inbox = new Inbox(scope, () => batches.push(now));
  for (; now < ms; now++) {
    inbox.add(
      {
        type: 'command',
        from: { id: `p${now % 50}`, name: '' },
        command: { type: 'text', text: 'x' },
        id: `${now}`,
        at: now,
      },
      'x',
    );
    if (timer && timer.at <= now) timer.run();
  }
  return batches;
}

const gaps = (times: readonly number[]) => times.slice(1).map((at, index) => at - times[index]!);

describe('batches under load', () => {
  it('come ten times a second', () => {
    expect(gaps(batchesOf({ late: 0, ms: 1000 })).every((gap) => gap >= BATCH_EVERY)).toBe(true);
    expect(batchesOf({ late: 0, ms: 1000 })).toHaveLength(10);
  });

  it('keep their pace when timers come late', () => {
    const times = batchesOf({ late: 20, ms: 1000 });
    expect(times).toHaveLength(10);
    expect(gaps(times).slice(1)).toEqual(Array(8).fill(BATCH_EVERY));
  });

  it('do not hurry after a timer that came very late', () => {
    expect(Math.min(...gaps(batchesOf({ late: 300, ms: 3000 })))).toBeGreaterThanOrEqual(BATCH_EVERY / 2);
  });
});
