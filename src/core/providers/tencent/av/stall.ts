// Whether the host's media still comes. Who crashes says no goodbye, and the service takes 90 s to notice; that nothing comes is seen at once.
import type { Statistics } from './sdk.js';

/** Reports without a bit of video after which the picture counts as stopped. One may be a hiccup; the SDK reports every two seconds. */
export const SILENT_REPORTS = 2;

export interface Flow {
  readonly video: boolean;
  readonly audio: boolean;
}

export class Stall {
  readonly #host: string;
  #silent = 0;

  constructor(host: string) {
    this.#host = host;
  }

  /** Begins anew, as a picture comes. */
  reset(): void {
    this.#silent = 0;
  }

  /** What of the host still comes, by the latest report. */
  read({ remoteStatistics }: Statistics): Flow {
    const host = remoteStatistics.find(({ userId }) => userId === this.#host);
    const flows = (host?.video ?? []).some(({ videoType, bitrate }) => videoType === 'big' && bitrate > 0);
    this.#silent = flows ? 0 : this.#silent + 1;
    const video = this.#silent < SILENT_REPORTS;
    // Silence alone means nothing: people stop talking. Together with a stopped picture it does.
    return { video, audio: video || (host?.audio?.bitrate ?? 0) > 0 };
  }
}
