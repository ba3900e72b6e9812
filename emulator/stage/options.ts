// What a developer or a test may set about the emulated stage service.

export interface StageOptions {
  /** What cameras are asked to send. The service wants H.264; VP8 is there for browsers that cannot encode it. */
  readonly codec: 'vp8' | 'h264';
  /** Whether entering needs a privateMapKey; a switch of the service's console, off by default. */
  readonly privateMapKey: boolean;
  /** How long somebody whose signalling socket is gone is kept, in ms. The service: 90 s. */
  readonly removeAfterMs: number;
  /** How long an open socket may be silent, in ms; the SDK speaks every two seconds. */
  readonly silenceMs: number;
  /** Between two lists of who publishes, in ms; the SDK gives a socket up after 12 s without a word. */
  readonly tickMs: number;
  /** What a publisher is told that the network can carry, in bits per second. */
  readonly bitsPerSecond: number;
  /**
   * Where the scheduling answer sends a socket, main and backup, for pages without a proxy; default: to the host that
   * was asked. With two the SDK opens a socket to each and keeps the one that is open first.
   */
  readonly signalHosts: readonly string[];
  /** The address at which media is received; 0.0.0.0 = every one of this machine. Default: where the port listens. */
  readonly mediaHost: string;
}

export const STAGE_DEFAULTS: StageOptions = {
  codec: 'vp8',
  privateMapKey: false,
  removeAfterMs: 90_000,
  silenceMs: 90_000,
  tickMs: 2000,
  bitsPerSecond: 4_000_000,
  signalHosts: [],
  mediaHost: '127.0.0.1',
};
