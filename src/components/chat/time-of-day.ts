// The time of a message as its reader's language writes it.

/** Formats times of day for a BCP 47 tag; the browser's own language where the page names none, or none there is. */
export function timeOfDay(tag: string | undefined): (at: number) => string {
  const format = formatFor(tag);
  let minute = NaN;
  let text = '';
  return (at) => {
    // A crowd says a lot in a minute: formatting is the dearest thing in a row.
    if (Math.floor(at / 60_000) !== minute) {
      minute = Math.floor(at / 60_000);
      text = format.format(at);
    }
    return text;
  };
}

function formatFor(tag: string | undefined): Intl.DateTimeFormat {
  const style = { hour: 'numeric', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(tag, style);
  } catch {
    return new Intl.DateTimeFormat(undefined, style);
  }
}
