// How long something was, in words: hours and minutes as the language puts them. (Intl.DurationFormat is too young to rely on.)

/** @param minutes - Full minutes, at least one. */
export function durationIn(locale: string, minutes: number): string {
  const say = (value: number, unit: 'hour' | 'minute') =>
    value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' });
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 && say(hours, 'hour'), minutes % 60 > 0 && say(minutes % 60, 'minute')];
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(parts.filter((part) => part !== false));
}
