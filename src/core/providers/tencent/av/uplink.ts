// What the anchor sends: makes the SDK publish the wanted tracks, one step after another, however fast the wishes change.
import { NO_TRACKS, type SentTracks } from '../../../media/sending.js';
import type { Trtc, VideoProfile } from './sdk.js';

/** What viewers get at most. The browser gives less where the network or the machine has less. */
export const QUALITY: VideoProfile = { width: 1280, height: 720, frameRate: 30, bitrate: 1800 };

type Track = MediaStreamTrack | null;

export class Uplink {
  readonly #trtc: Trtc;
  #wanted = NO_TRACKS;
  #sent = NO_TRACKS;
  #working: Promise<void> | undefined;

  constructor(trtc: Trtc) {
    this.#trtc = trtc;
  }

  /** Resolves when what is wanted is given to the SDK; a wish made meanwhile takes its place. Rejects with the SDK's error. */
  send(tracks: SentTracks): Promise<void> {
    this.#wanted = tracks;
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
    return this.#working;
  }

  async #work(): Promise<void> {
    for (let step = this.#step(); step; step = this.#step()) await step;
  }

  /** Both kinds at once; undefined when everything is as wanted. */
  #step(): Promise<unknown> | undefined {
    const { video, audio } = this.#wanted;
    const steps = [
      ...(video === this.#sent.video ? [] : [this.#sendVideo(this.#sent.video, video)]),
      ...(audio === this.#sent.audio ? [] : [this.#sendAudio(this.#sent.audio, audio)]),
    ];
    return steps.length > 0 ? Promise.all(steps) : undefined;
  }

  async #sendVideo(before: Track, videoTrack: Track): Promise<void> {
    if (!videoTrack) await this.#trtc.stopLocalVideo();
    else if (before) await this.#trtc.updateLocalVideo({ option: { videoTrack } });
    else await this.#trtc.startLocalVideo({ view: null, option: { videoTrack, profile: QUALITY, small: false } });
    this.#sent = { ...this.#sent, video: videoTrack };
  }

  async #sendAudio(before: Track, audioTrack: Track): Promise<void> {
    if (!audioTrack) await this.#trtc.stopLocalAudio();
    else if (before) await this.#trtc.updateLocalAudio({ option: { audioTrack } });
    else await this.#trtc.startLocalAudio({ option: { audioTrack } });
    this.#sent = { ...this.#sent, audio: audioTrack };
  }
}
