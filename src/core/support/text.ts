// Sizes of text as services count them.

const encoder = new TextEncoder();

/** How many bytes `text` takes as UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
