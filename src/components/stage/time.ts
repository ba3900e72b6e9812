// Time on the stage: what is left until the start, and when the next second begins.

const SECOND = 1000;
const DAY = 86_400;

/** Seconds until `at` (milliseconds since 1970), rounded up; 0 when it has passed. */
export function secondsUntil(at: number, now = Date.now()): number {
  return Math.max(0, Math.ceil((at - now) / SECOND));
}

/** Milliseconds until the number of seconds left changes; undefined when it has passed. */
export function untilNextSecond(at: number, now = Date.now()): number | undefined {
  const left = at - now;
  return left > 0 ? left % SECOND || SECOND : undefined;
}

/** Full days, and the rest as a clock shows it: `4:05`, `1:04:05`, and with days always `01:04:05`, in the digits of a locale. */
export function splitTime(seconds: number, locale: string): { readonly days: number; readonly clock: string } {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = days > 0 || hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
  const padded = parts.map((part, index) =>
    part.toLocaleString(locale, { minimumIntegerDigits: index === 0 && days === 0 ? 1 : 2 }),
  );
  return { days, clock: padded.join(':') };
}
