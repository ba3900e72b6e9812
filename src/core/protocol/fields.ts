// The values that records, extensions and attributes have in common, read from untrusted hands. Apart from the codec: every page
// needs these at once, and the codec with its provider.
import type { StageId } from './commands.js';

const MAX_NUMERIC_STAGE = 4_294_967_294;
const MAX_STAGE_BYTES = 64;
/** More go-lives than there can be, and few enough to be doubled and still be whole. */
const MAX_RUN = 2 ** 31 - 1;
/** The last second that a date can tell. */
const MAX_SECONDS = 8.64e12;

/** A stage id as it may stand in a record or an extension, or undefined. */
export function parseStage(value: unknown): StageId | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 1 && value <= MAX_NUMERIC_STAGE ? value : undefined;
  }
  return typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) && value.length <= MAX_STAGE_BYTES
    ? value
    : undefined;
}

/** The number of a go-live as it may stand in a record or an extension, or undefined. */
export function parseRun(value: unknown): number | undefined {
  return countUpTo(MAX_RUN, value);
}

/** Seconds since 1970 as they may stand in a record or an extension, or undefined. */
export function parseSeconds(value: unknown): number | undefined {
  return countUpTo(MAX_SECONDS, value);
}

function countUpTo(most: number, value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
}
