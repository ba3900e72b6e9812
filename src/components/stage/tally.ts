// How long the show was and how many came, as far as this page saw it: the room's state keeps neither.
import type { StageSlice } from './scene.js';

const MINUTE = 60_000;

export class Tally {
  #room = '';
  #since: number | undefined;
  #most = 0;

  /** Takes note of what is shown. */
  see({ room, scene, changedAt, audience }: StageSlice): void {
    if (room !== this.#room) [this.#room, this.#since, this.#most] = [room, undefined, 0];
    if (scene !== 'playing' && scene !== 'away') return;
    this.#since ??= changedAt;
    this.#most = Math.max(this.#most, audience);
  }

  /** Full minutes from the first going live to `endedAt` (milliseconds since 1970); 0 when unknown or less than one. */
  minutes(endedAt: number): number {
    return this.#since === undefined ? 0 : Math.max(0, Math.floor((endedAt - this.#since) / MINUTE));
  }

  /** The largest audience that was seen; 0 when unknown. */
  get most(): number {
    return this.#most;
  }
}
