// The bits that say what somebody publishes, as they go out to everybody.
import type { MediaSet } from './wire.js';

export const FLAG = { video: 1, small: 2, screen: 4, audio: 8, videoMuted: 16, audioMuted: 64 } as const;

export function flagsOf(published: MediaSet, muted: MediaSet): number {
  const bits: readonly (readonly [boolean, number])[] = [
    [published.bigVideo, FLAG.video],
    [published.smallVideo, FLAG.small],
    [published.auxVideo, FLAG.screen],
    [published.audio, FLAG.audio],
    [muted.bigVideo, FLAG.videoMuted],
    [muted.audio, FLAG.audioMuted],
  ];
  return bits.reduce((flags, [on, bit]) => (on ? flags | bit : flags), 0);
}
