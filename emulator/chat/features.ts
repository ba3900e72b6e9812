// The plan's features as the SDK reads them: a string of bits, the first feature at the right end.

const BIT = { history: 2, memberList: 6, ban: 11, counters: 15 } as const;

export type FeatureName = keyof typeof BIT;

const WIDTH = 32;

/** A feature that is missing here gives error 3122 inside the SDK, before anything is sent. */
export function purchaseBits(features: readonly FeatureName[]): string {
  const set = new Set<number>(features.map((feature) => BIT[feature]));
  return Array.from({ length: WIDTH }, (_, i) => (set.has(WIDTH - 1 - i) ? '1' : '0')).join('');
}
