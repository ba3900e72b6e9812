// How long to wait before trying again: growing, bounded, and spread so that a crowd does not come back at once.
import type { Random } from './clock.js';

export interface BackoffOptions {
  /** Middle of the first wait, in milliseconds. */
  readonly first: number;
  /** Middle of the longest wait, in milliseconds. */
  readonly longest: number;
  /** How much each wait grows. Default 2. */
  readonly factor?: number;
}

/** The wait in milliseconds before attempt `attempt` (1 = first retry): within ± 50 % of the growing middle. */
export function backoff({ first, longest, factor = 2 }: BackoffOptions, attempt: number, random: Random): number {
  return jitter(Math.min(longest, first * factor ** (attempt - 1)), random);
}

/** `ms` ± 50 %. */
export function jitter(ms: number, random: Random): number {
  return ms * (0.5 + random());
}
