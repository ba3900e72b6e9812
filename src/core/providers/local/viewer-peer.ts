// A viewer's side of a stage: finds the host, follows a host who goes and comes back, and connects anew when a connection breaks.
import type { RoomErrorCode } from '../../errors/room-error.js';
import { NOTHING, type Sending } from '../../media/sending.js';
import { backoff } from '../../support/backoff.js';
import { pause, type Clock, type Random } from '../../support/clock.js';
import { Peer } from './peer.js';
import { StageLine, type LineSetup } from './stage-line.js';
import type { StageMessage, WordOf } from './stage-message.js';

const RETRY = { first: 200, longest: 3_000 };
const ATTEMPTS = 6;

export interface ViewerHooks {
  /** The connection's media, whether or not anything is sent yet; null when the connection is gone. */
  readonly stream: (stream: MediaStream | null) => void;
  readonly sending: (sending: Sending) => void;
  readonly lost: (code: RoomErrorCode) => void;
}

export interface ViewerSetup extends Omit<LineSetup, 'hear'>, ViewerHooks {
  readonly clock: Clock;
  readonly random: Random;
}

export class ViewerPeer {
  readonly #host: string;
  readonly #setup: ViewerSetup;
  readonly #line: StageLine;
  readonly #end = new AbortController();
  /** Counts connections, so that what belongs to an earlier one is not taken for this one's. */
  #connection = 0;
  #attempts = 0;
  #current: { readonly anchor: string; readonly peer: Peer } | undefined;

  constructor(host: string, setup: ViewerSetup) {
    this.#host = host;
    this.#setup = setup;
    this.#line = new StageLine({ ...setup, hear: (message) => this.#hear(message) });
  }

  async open(): Promise<void> {
    await this.#line.open();
    this.#ask();
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#current?.peer.close();
    this.#current = undefined;
    await this.#line.close();
  }

  #ask(): void {
    this.#line.say({ kind: 'audience', host: this.#host, connection: this.#connection });
  }

  #hear(message: StageMessage): void {
    if (message.kind === 'anchor' && message.host === this.#host) return this.#anchorCame(message.from);
    if (message.kind === 'offer' && message.host === this.#host) return this.#take(message.from, message);
    const current = this.#current;
    if (message.from !== current?.anchor) return;
    if (message.kind === 'sending') this.#setup.sending({ video: message.video, audio: message.audio });
    if (message.kind === 'bye') this.#anchorGone(message.from);
    if (message.kind === 'candidate' && message.connection === this.#connection) current.peer.add(message.candidate);
  }

  #anchorCame(anchor: string): void {
    if (this.#current?.anchor === anchor) return;
    if (this.#current) this.#drop();
    this.#ask();
  }

  #anchorGone(anchor: string): void {
    if (this.#current?.anchor !== anchor) return;
    this.#drop();
    // Perhaps the host is back already, and said so while we still believed in the connection.
    this.#ask();
  }

  #take(anchor: string, offer: WordOf<'offer'>): void {
    if (this.#current || offer.connection !== this.#connection) return;
    const { connection } = offer;
    const peer = new Peer({
      candidate: (candidate) => this.#line.say({ kind: 'candidate', connection, candidate }, anchor),
      connected: () => (this.#attempts = 0),
      failed: () => void this.#retry(peer),
    });
    this.#current = { anchor, peer };
    void this.#line.watch(anchor, () => this.#anchorGone(anchor));
    this.#answer(anchor, peer, offer).catch(() => this.#retry(peer));
  }

  async #answer(anchor: string, peer: Peer, { connection, sdp, video, audio }: WordOf<'offer'>): Promise<void> {
    // What the host says from here on is newer than the offer, so this comes before any waiting.
    this.#setup.sending({ video, audio });
    await peer.accept('offer', sdp);
    if (peer.closed) return;
    this.#setup.stream(new MediaStream(peer.connection.getReceivers().map(({ track }) => track)));
    const answer = await peer.describe();
    if (!peer.closed) this.#line.say({ kind: 'answer', connection, sdp: answer }, anchor);
  }

  async #retry(peer: Peer): Promise<void> {
    if (this.#current?.peer !== peer) return;
    this.#drop();
    if (++this.#attempts > ATTEMPTS) return this.#setup.lost('stage-lost');
    const { clock, random } = this.#setup;
    await pause(clock, backoff(RETRY, this.#attempts, random), this.#end.signal);
    if (!this.#current && !this.#end.signal.aborted) this.#ask();
  }

  #drop(): void {
    this.#current?.peer.close();
    this.#current = undefined;
    this.#connection++;
    this.#setup.sending(NOTHING);
    this.#setup.stream(null);
  }
}
