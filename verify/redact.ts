// Takes out of a text what must not be printed: keys, signatures, and whatever looks like one.

/** Longer than any name or code here, shorter than any signature. */
const LOOKS_SECRET = /[\w+/*%-]{48,}=*/g;

export type Redact = (text: string) => string;

/** @param words - What is replaced wherever it stands, with what is put in its place. */
export function createRedactor(words: () => readonly (readonly [word: string, instead: string])[]): Redact {
  return (text) =>
    words()
      .filter(([word]) => word !== '')
      .reduce(
        (rest, [word, instead]) => rest.replaceAll(word, instead).replaceAll(encodeURIComponent(word), instead),
        text,
      )
      .replace(LOOKS_SECRET, (found) => `(${found.length} characters)`);
}
