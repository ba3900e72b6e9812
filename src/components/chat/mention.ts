// Whether a text calls somebody by name.

/** Scripts that put no space between words: after a name in one of them, any letter may follow. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]$/u;

/** Finds `@name` as a word of its own, in small or capital letters; nothing where there is no name. */
export function mentionOf(name: string): (text: string) => boolean {
  if (!name) return () => false;
  const end = UNSPACED.test(name) ? '' : '(?![\\p{L}\\p{M}\\p{N}_])';
  // These and no others: with the flag u, any other sign after a backslash is a syntax error.
  const escaped = name.normalize().replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
  // What stands before the @ of an address makes it no mention.
  const pattern = new RegExp(`(?:^|\\W)@${escaped}${end}`, 'iu');
  return (text) => text.includes('@') && pattern.test(text.normalize());
}
