// Takes a story point by point: what failed is told with its reason, and the next point that does not depend on it is tried.

export interface Point<Cast> {
  readonly name: string;
  /** Names of points without which this one makes no sense. */
  readonly needs?: readonly string[];
  /** Rejects with the reason when it fails. */
  readonly act: (cast: Cast) => Promise<void>;
}

export interface Outcome {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** In milliseconds. */
  readonly took: number;
  readonly reason?: string;
}

export interface PointsOptions<Cast> {
  readonly cast: Cast;
  /** Longest that one point may take, in milliseconds. */
  readonly limit: number;
  /** Aborting ends the point under way; the rest is skipped. */
  readonly signal: AbortSignal;
  readonly redact: (text: string) => string;
  readonly done: (outcome: Outcome) => void;
}

export async function takePoints<Cast>(
  points: readonly Point<Cast>[],
  options: PointsOptions<Cast>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const point of points) {
    const outcome = await take(point, outcomes, options);
    outcomes.push(outcome);
    options.done(outcome);
  }
  return outcomes;
}

async function take<Cast>(
  { name, needs = [], act }: Point<Cast>,
  before: readonly Outcome[],
  { cast, limit, signal, redact }: PointsOptions<Cast>,
): Promise<Outcome> {
  const skipped = (reason: string): Outcome => ({ name, result: 'skipped', took: 0, reason });
  if (signal.aborted) return skipped('stopped');
  const missing = needs.find((need) => before.every((outcome) => outcome.name !== need || outcome.result !== 'passed'));
  if (missing !== undefined) return skipped(`needs “${missing}”`);
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  try {
    await within(limit, signal, act(cast));
    return { name, result: 'passed', took: took() };
  } catch (error) {
    if (signal.aborted) return skipped('stopped');
    return { name, result: 'failed', took: took(), reason: redact(reasonOf(error)) };
  }
}

/** The outcome of `work`, or a rejection when it takes longer than `limit` milliseconds or `signal` aborts. */
export async function within<T>(limit: number, signal: AbortSignal, work: Promise<T>): Promise<T> {
  const timeout = AbortSignal.timeout(limit);
  const either = AbortSignal.any([signal, timeout]);
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new Error(timeout.aborted ? `nothing came within ${limit / 1000} s` : 'stopped'));
    if (either.aborted) return stop();
    either.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => either.removeEventListener('abort', stop));
  });
}

/** The first line: Playwright adds a log of many. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
