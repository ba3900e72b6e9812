// A contact sheet: all poses of a state in one small picture at half size, and what has changed between two of them.
import sharp, { type Sharp } from 'sharp';

/** Red, green and blue, one byte each. */
export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet extends Picture {
  readonly tiles: readonly Tile[];
}

/**
 * How far a colour may be off, of 255, before a pixel counts as changed: more than the palette's rounding and another version's
 * anti-aliasing make of it, less than an edge of text or of a control that moved by one pixel, halved.
 */
const COLOUR_TOLERANCE = 32;
/** How many changed pixels a picture may have. */
const PIXEL_TOLERANCE = 12;

/** @param shots - PNGs, row by row. */
export async function sheetOf(shots: readonly Buffer[], columns: number): Promise<Sheet> {
  const halves = await Promise.all(shots.map(half));
  const tiles: Tile[] = [];
  let [left, top] = [0, 0];
  halves.forEach(({ width, height }, index) => {
    if (index > 0 && index % columns === 0) [left, top] = [0, Math.max(...tiles.map((tile) => tile.top + tile.height))];
    tiles.push({ left, top, width, height });
    left += width;
  });
  const size = {
    width: Math.max(...tiles.map((tile) => tile.left + tile.width)),
    height: Math.max(...tiles.map((tile) => tile.top + tile.height)),
  };
  const data = new Uint8Array(size.width * size.height * 3).fill(128);
  halves.forEach((picture, index) => {
    const tile = tiles[index]!;
    for (let y = 0; y < tile.height; y++) {
      const row = picture.data.subarray(y * tile.width * 3, (y + 1) * tile.width * 3);
      data.set(row, ((tile.top + y) * size.width + tile.left) * 3);
    }
  });
  return { data, ...size, tiles };
}

async function half(png: Buffer): Promise<Picture> {
  const image = sharp(png).removeAlpha();
  const { width = 0, height = 0 } = await image.metadata();
  return raw(image.resize(Math.ceil(width / 2), Math.ceil(height / 2), { kernel: 'linear', fit: 'fill' }));
}

/** Few colours, undithered: a sheet of a few dozen kilobytes. */
export function encode({ data, width, height }: Picture): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

export function decode(png: Buffer | string): Promise<Picture> {
  return raw(sharp(png).removeAlpha());
}

async function raw(image: Sharp): Promise<Picture> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** For each tile: how many of its pixels have changed; none where they are few enough. */
export function changesIn(now: Sheet, before: Picture): Map<number, number> {
  if (now.width !== before.width || now.height !== before.height) return new Map([[0, Infinity]]);
  const changes = now.tiles.map((tile, index): [number, number] => [index, countIn(tile, now, before)]);
  return new Map(changes.filter(([, count]) => count > PIXEL_TOLERANCE));
}

function countIn({ left, top, width, height }: Tile, now: Picture, before: Picture): number {
  let count = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) if (isChanged(now, before, (y * now.width + x) * 3)) count++;
  }
  return count;
}

function isChanged({ data: a }: Picture, { data: b }: Picture, at: number): boolean {
  for (let channel = at; channel < at + 3; channel++) {
    if (Math.abs(a[channel]! - b[channel]!) > COLOUR_TOLERANCE) return true;
  }
  return false;
}

/** What is the same, pale; what has changed, red. */
export function markChanges(now: Picture, before: Picture): Picture {
  const data = now.data.map((value) => 192 + value / 4);
  if (now.width === before.width && now.height === before.height) {
    for (let at = 0; at < data.length; at += 3) if (isChanged(now, before, at)) data.set([230, 0, 30], at);
  }
  return { ...now, data };
}
