// What the audience receives: the host's main picture, and whether picture and sound come. Nobody else's.
import type { HostView } from '../../../media/host-view.js';
import { NOTHING, type Sending } from '../../../media/sending.js';
import { backoff } from '../../../support/backoff.js';
import { pause, type Clock, type Random } from '../../../support/clock.js';
import { stageError, vendorCodes } from './errors.js';
import type { RemoteStream, Trtc } from './sdk.js';
import { Stall, type Flow } from './stall.js';
import type { RoomError } from '../../../errors/room-error.js';

const RETRY = { first: 500, longest: 4_000 };
/** The SDK has tried each of them several times by itself. */
const ATTEMPTS = 4;

export interface DownlinkSetup {
  readonly host: string;
  readonly view: HostView;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborts when the stage is left. */
  readonly end: AbortSignal;
  readonly lost: (error: RoomError) => void;
}

export class Downlink {
  readonly #trtc: Trtc;
  readonly #setup: DownlinkSetup;
  readonly #stream: RemoteStream;
  readonly #stall: Stall;
  /** What the service says that the host sends. */
  #sending = NOTHING;
  /** What of it still comes. */
  #flow: Flow = { video: true, audio: true };
  #track: MediaStreamTrack | undefined;
  /** Grows each time the picture comes: an older try to get it is not wanted any more. */
  #turn = 0;

  constructor(trtc: Trtc, setup: DownlinkSetup) {
    this.#trtc = trtc;
    this.#setup = setup;
    const { host } = setup;
    this.#stream = { userId: host, streamType: 'main' };
    this.#stall = new Stall(host);
    const isHost = ({ userId }: { readonly userId: string }) => userId === host;
    const isPicture = (of: RemoteStream) => isHost(of) && of.streamType === 'main';
    trtc.on('remote-video-available', (of) => (isPicture(of) ? this.#pictureComes() : undefined));
    trtc.on('remote-video-unavailable', (of) => (isPicture(of) ? this.#tell({ video: false }) : undefined));
    trtc.on('remote-audio-available', (of) => (isHost(of) ? this.#tell({ audio: true }) : undefined));
    trtc.on('remote-audio-unavailable', (of) => (isHost(of) ? this.#tell({ audio: false }) : undefined));
    trtc.on('remote-user-exit', (of) => (isHost(of) ? this.#tell(NOTHING) : undefined));
    trtc.on('statistics', (report) => this.#flows(this.#stall.read(report)));
    // A connection that was built anew brings another track for the same picture.
    trtc.on('track', (of) => (isPicture(of) && of.track.kind === 'video' ? this.#show(of.track) : undefined));
  }

  #pictureComes(): void {
    this.#stall.reset();
    this.#flow = { video: true, audio: true };
    this.#tell({ video: true });
    void this.#subscribe(++this.#turn);
  }

  #tell(change: Partial<Sending>): void {
    if (this.#setup.end.aborted) return;
    this.#sending = { ...this.#sending, ...change };
    this.#setup.view.expect({
      video: this.#sending.video && this.#flow.video,
      audio: this.#sending.audio && this.#flow.audio,
    });
  }

  #flows(flow: Flow): void {
    if (flow.video === this.#flow.video && flow.audio === this.#flow.audio) return;
    this.#flow = flow;
    this.#tell({});
  }

  async #subscribe(turn: number): Promise<void> {
    const { clock, random, end, lost } = this.#setup;
    const wanted = () => turn === this.#turn && this.#sending.video && !end.aborted;
    for (let attempt = 1; wanted(); attempt++) {
      try {
        await this.#trtc.startRemoteVideo({ ...this.#stream, view: null });
        if (wanted()) this.#show(this.#trtc.getVideoTrack(this.#stream));
        return;
      } catch (error) {
        // Overtaken: the picture stopped, or somebody leaves.
        if (!wanted() || vendorCodes(error).includes(5998)) return;
        const problem = stageError(error, 'audience', 'send the host’s picture');
        if (attempt >= ATTEMPTS || problem.code === 'unsupported-browser') return lost(problem);
        await pause(clock, backoff(RETRY, attempt, random), end);
      }
    }
  }

  #show(track: MediaStreamTrack | null): void {
    if (!track || track === this.#track || this.#setup.end.aborted) return;
    this.#track = track;
    this.#setup.view.play(new MediaStream([track]));
  }
}
