// Looks at what a video really shows: its frames and their pixels.
import { vi } from 'vitest';
import { PATIENCE } from './recorder.js';

/** What was seen in some frames of a video. */
export interface Seen {
  /** Mean colour of the upper half of the last frame, 0–255 each. */
  readonly colour: { readonly r: number; readonly g: number; readonly b: number };
  /** How many of the frames differed from the one before. */
  readonly changes: number;
}

/** An element on the page, as a stage would show it. */
export function place(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'width: 320px; height: 180px';
  document.body.append(element);
  return element;
}

/** The video a port put into `element`. */
export async function videoIn(element: HTMLElement): Promise<HTMLVideoElement> {
  return vi.waitFor(() => {
    const video = element.querySelector('video');
    if (!video) throw new Error('There is no video in the element.');
    return video;
  }, PATIENCE);
}

/** Watches `count` frames of the video in `element`. */
export async function watch(element: HTMLElement, count = 6): Promise<Seen> {
  const video = await videoIn(element);
  let changes = 0;
  let before: string | undefined;
  let pixels = await nextFrame(video);
  for (let frame = 1; frame < count; frame++) {
    before = pixels.join();
    pixels = await nextFrame(video);
    if (pixels.join() !== before) changes++;
  }
  return { colour: meanColour(pixels), changes };
}

/** How many frames the video in `element` has got so far. */
export function framesIn(element: HTMLElement): number {
  return element.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
}

/** Resolves after `count` animation frames: time enough for something that must not happen to happen. */
export async function animationFrames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const SIZE = 16;

function nextFrame(video: HTMLVideoElement): Promise<Uint8ClampedArray> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: SIZE, height: SIZE });
      const paint = canvas.getContext('2d')!;
      paint.drawImage(video, 0, 0, SIZE, SIZE);
      resolve(paint.getImageData(0, 0, SIZE, SIZE).data);
    });
  });
}

function meanColour(pixels: Uint8ClampedArray): Seen['colour'] {
  const upper = pixels.slice(0, pixels.length / 2);
  const mean = (channel: number) =>
    Math.round(
      upper.reduce((sum, value, index) => (index % 4 === channel ? sum + value : sum), 0) / (upper.length / 4),
    );
  return { r: mean(0), g: mean(1), b: mean(2) };
}
