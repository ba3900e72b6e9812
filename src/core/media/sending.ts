// What goes over a stage: said as a fact, and as the tracks themselves.

/** Whether a host's picture and sound are on their way. */
export interface Sending {
  readonly video: boolean;
  readonly audio: boolean;
}

/** What a host sends; null for nothing. */
export interface SentTracks {
  readonly video: MediaStreamTrack | null;
  readonly audio: MediaStreamTrack | null;
}

export const NOTHING: Sending = { video: false, audio: false };
export const NO_TRACKS: SentTracks = { video: null, audio: null };
