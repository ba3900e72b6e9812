// Numbers that run round: 16 bits of sequence, 32 of time.

export const next = (sequence: number, by = 1): number => (sequence + by) & 0xffff;

/** How far `sequence` is ahead of `before`; negative when behind. */
export function ahead(sequence: number, before: number): number {
  const difference = (sequence - before) & 0xffff;
  return difference < 0x8000 ? difference : difference - 0x10000;
}

export const timestamp = (value: number): number => value >>> 0;
