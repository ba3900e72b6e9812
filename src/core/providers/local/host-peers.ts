// The anchor's side of a stage: one connection to each viewer, made as soon as both are there and empty until something is sent.
import { NO_TRACKS, type Sending, type SentTracks } from '../../media/sending.js';
import { Peer } from './peer.js';
import { StageLine, type LineSetup } from './stage-line.js';
import type { StageMessage, WordOf } from './stage-message.js';

interface Viewer {
  readonly connection: number;
  readonly peer: Peer;
  readonly video: RTCRtpSender;
  readonly audio: RTCRtpSender;
}

export class HostPeers {
  readonly #host: string;
  readonly #line: StageLine;
  readonly #viewers = new Map<string, Viewer>();
  #tracks: SentTracks = NO_TRACKS;

  constructor(host: string, setup: Omit<LineSetup, 'hear'>) {
    this.#host = host;
    this.#line = new StageLine({ ...setup, hear: (message) => this.#hear(message) });
  }

  async open(): Promise<void> {
    await this.#line.open();
    // Viewers who came first cannot know that somebody is here now.
    this.#line.say({ kind: 'anchor', host: this.#host });
  }

  /** Replaces what everybody gets. Nothing is negotiated anew, so the next frame is already on its way. */
  async send(tracks: SentTracks): Promise<void> {
    this.#tracks = tracks;
    this.#line.say({ kind: 'sending', ...this.#sending });
    const viewers = [...this.#viewers.values()];
    await Promise.all(
      viewers.flatMap(({ video, audio }) => [replace(video, tracks.video), replace(audio, tracks.audio)]),
    );
  }

  async close(): Promise<void> {
    for (const id of [...this.#viewers.keys()]) this.#drop(id);
    await this.#line.close();
  }

  get #sending(): Sending {
    return { video: this.#tracks.video !== null, audio: this.#tracks.audio !== null };
  }

  #hear(message: StageMessage): void {
    if (message.kind === 'audience' && message.host === this.#host) return this.#add(message.from, message.connection);
    if (message.kind === 'bye') return this.#drop(message.from);
    const viewer = this.#viewers.get(message.from);
    if (!viewer || !('connection' in message) || message.connection !== viewer.connection) return;
    if (message.kind === 'answer') void this.#accept(message.from, viewer, message);
    if (message.kind === 'candidate') viewer.peer.add(message.candidate);
  }

  #add(id: string, connection: number): void {
    // Said twice when both sides announce themselves at the same moment.
    if (this.#viewers.get(id)?.connection === connection) return;
    this.#drop(id);
    const viewer = this.#connect(id, connection);
    this.#viewers.set(id, viewer);
    void this.#line.watch(id, () => this.#dropThis(id, viewer));
    void this.#offer(id, viewer);
  }

  #connect(id: string, connection: number): Viewer {
    const peer: Peer = new Peer({
      candidate: (candidate) => this.#line.say({ kind: 'candidate', connection, candidate }, id),
      failed: () => this.#dropThis(id, viewer),
    });
    // One stream for both: without it the browser does not keep lips and voice together.
    const init: RTCRtpTransceiverInit = { direction: 'sendonly', streams: [new MediaStream()] };
    const { video, audio } = this.#tracks;
    const add = (track: MediaStreamTrack | string) => peer.connection.addTransceiver(track, init).sender;
    const viewer: Viewer = { connection, peer, video: add(video ?? 'video'), audio: add(audio ?? 'audio') };
    return viewer;
  }

  async #offer(id: string, viewer: Viewer): Promise<void> {
    const sdp = await viewer.peer.describe().catch(() => this.#dropThis(id, viewer));
    if (!sdp || viewer.peer.closed) return;
    const { connection } = viewer;
    this.#line.say({ kind: 'offer', host: this.#host, connection, sdp, ...this.#sending }, id);
  }

  async #accept(id: string, viewer: Viewer, { sdp }: WordOf<'answer'>): Promise<void> {
    await viewer.peer.accept('answer', sdp).catch(() => this.#dropThis(id, viewer));
  }

  #drop(id: string): void {
    this.#viewers.get(id)?.peer.close();
    this.#viewers.delete(id);
  }

  /** Drops this connection, unless a newer one has taken its place. */
  #dropThis(id: string, viewer: Viewer): void {
    if (this.#viewers.get(id) === viewer) this.#drop(id);
  }
}

/** Always asked, even for the same track: one that is still on its way out is not seen to be gone yet. */
async function replace(sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> {
  // A connection that closes meanwhile refuses; its viewer is gone or will ask again.
  await sender.replaceTrack(track).catch(() => undefined);
}
