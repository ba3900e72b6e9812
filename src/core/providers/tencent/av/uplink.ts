// What the anchor sends: makes the SDK publish the wanted tracks, one step after another, however fast the wishes change.
import { NO_TRACKS, type SentTracks } from '../../../media/sending.js';
import { within, type Clock } from '../../../support/clock.js';
import type { Trtc, VideoProfile } from './sdk.js';
import { UplinkLine } from './uplink-line.js';

/** What viewers get at most. The browser gives less where the network or the machine has less. */
export const QUALITY: VideoProfile = { width: 1280, height: 720, frameRate: 30, bitrate: 1800 };

/** How long to wait for the service's word that it has what was published, in milliseconds. What comes to nothing is told by the SDK later. */
export const WORD_LIMIT = 3_000;

type Kind = keyof SentTracks;

export class Uplink {
  readonly #clock: Clock;
  readonly #lines: Readonly<Record<Kind, UplinkLine>>;
  /** What the service has said that it has. */
  readonly #arrived = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  #wanted = NO_TRACKS;
  #hushed = false;
  #working: Promise<void> | undefined;
  #isClosed = false;

  constructor(trtc: Trtc, clock: Clock) {
    this.#clock = clock;
    this.#lines = {
      video: new UplinkLine({
        start: (videoTrack, mute) =>
          trtc.startLocalVideo({ view: null, ...mute, option: { videoTrack, profile: QUALITY, small: false } }),
        replace: (videoTrack) => trtc.updateLocalVideo({ option: { videoTrack } }),
        unmute: () => trtc.updateLocalVideo({ mute: false }),
        stop: () => trtc.stopLocalVideo(),
      }),
      audio: new UplinkLine({
        start: (audioTrack, mute) => trtc.startLocalAudio({ ...mute, option: { audioTrack } }),
        replace: (audioTrack) => trtc.updateLocalAudio({ option: { audioTrack } }),
        unmute: () => trtc.updateLocalAudio({ mute: false }),
        stop: () => trtc.stopLocalAudio(),
      }),
    };
    trtc.on('publish-state-changed', ({ mediaType, state }) => {
      if (state === 'started') this.#arrived.add(mediaType);
      else this.#arrived.delete(mediaType);
      this.#hear();
    });
  }

  /**
   * Resolves when the service has what is wanted, or has not said so for long; a wish made meanwhile takes its place.
   * Rejects with the SDK's error.
   */
  async send(tracks: SentTracks): Promise<void> {
    await this.#want(tracks, false);
    await within(this.#clock, WORD_LIMIT, this.#arrival(), () => new Error('No word.')).catch(() => undefined);
  }

  /** Opens the way for the same tracks to be sent: until then nobody sees or hears anything of them. */
  async hush(tracks: SentTracks): Promise<void> {
    await this.#want(tracks, true);
  }

  /** Frees what was made to be sent. The instance of the SDK is not ours to end. */
  close(): void {
    this.#isClosed = true;
    this.#hear();
    this.#lines.video.close();
    this.#lines.audio.close();
  }

  #want(tracks: SentTracks, hushed: boolean): Promise<void> {
    this.#wanted = tracks;
    this.#hushed = hushed;
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
    return this.#working;
  }

  async #work(): Promise<void> {
    for (let step = this.#step(); step; step = this.#step()) await step;
  }

  /** Both kinds at once, and each to its end; undefined when everything is as wanted. */
  #step(): Promise<void> | undefined {
    const { video, audio } = this.#lines;
    const steps = [video.step(this.#wanted.video, this.#hushed), audio.step(this.#wanted.audio, this.#hushed)];
    const taken = steps.filter((step) => step !== undefined);
    return taken.length > 0 ? allDone(taken) : undefined;
  }

  async #arrival(): Promise<void> {
    const kinds: Kind[] = ['video', 'audio'];
    const isOnItsWay = (kind: Kind) => this.#wanted[kind] && !this.#arrived.has(kind);
    while (!this.#isClosed && kinds.some(isOnItsWay)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #hear(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** Rejects with the first failure, but only when nothing is under way any more: the next step would overtake it. */
async function allDone(steps: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(steps);
  const failure = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (failure) throw failure.reason;
}
