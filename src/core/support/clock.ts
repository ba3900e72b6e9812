// Time and randomness as parameters, so that a test decides what time it is and nothing ever sleeps.

/** Cancels a scheduled call. Safe to call twice and after the call has run. */
export type Cancel = () => void;

/** Where the kit reads the time and asks to be called later. */
export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): number;
  /** Calls `run` once after `ms` milliseconds (0 = as soon as possible). */
  after(ms: number, run: () => void): Cancel;
}

/** A number from 0 (included) to 1 (excluded), as `Math.random`. */
export type Random = () => number;

/** A new id, unique within a page and very probably in the world. */
export type Ids = () => string;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Waits `ms` milliseconds of `clock`'s time, or until `signal` aborts (then it resolves early). */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal?.addEventListener('abort', done);
  });
}

/** The outcome of `work`, or a rejection with `late()` when it takes longer than `ms` milliseconds. */
export function within<T>(clock: Clock, ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(late()));
    work.then(resolve, reject).finally(cancel);
  });
}
