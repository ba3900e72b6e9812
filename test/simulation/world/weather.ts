// How bad the network and the services are at the moment, and a tally of what went wrong because of it.

/** Each a share of what could go wrong in this way, 0–1. */
export interface Weather {
  /** A message or tip that one member never gets. */
  loss: number;
  /** … gets twice. */
  duplicate: number;
  /** … gets before an earlier one. */
  reorder: number;
  /** A request that takes seconds. */
  slow: number;
  /** A request that fails before it got there. */
  fail: number;
  /** A request that nobody answers. */
  hang: number;
  /** A request that is carried out, but reported as failed. */
  deaf: number;
  /** A read that gives the record as it was before. */
  stale: number;
  /** A read that is refused: try later. */
  busy: number;
  /** A stage that takes somebody in and never shows the picture. */
  blind: number;
  /** A stage that loses somebody for good. */
  astray: number;
  /** A browser that holds the sound back. */
  mute: number;
}

export const WEATHERS = [
  'loss',
  'duplicate',
  'reorder',
  'slow',
  'fail',
  'hang',
  'deaf',
  'stale',
  'busy',
  'blind',
  'astray',
  'mute',
] as const satisfies readonly (keyof Weather)[];

const LEVELS = [0, 0.05, 0.3, 0.7];

/** The weather of `levels`, one per {@link WEATHERS}: 0 calm, 1 unpleasant, 2 bad, 3 hardly anything works. */
export function weatherOf(levels: readonly number[]): Weather {
  return Object.fromEntries(
    WEATHERS.map((kind, index) => [kind, LEVELS[levels[index] ?? 0] ?? 0]),
  ) as unknown as Weather;
}

/** How often each kind of fault was injected. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }
}
