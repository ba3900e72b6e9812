// AvPort within one browser: capture and preview, a stage of direct connections, and the screen that shows the host.
import { RoomError } from '../../errors/room-error.js';
import { HostView } from '../../media/host-view.js';
import { NO_TRACKS } from '../../media/sending.js';
import { Studio } from '../../media/studio.js';
import type {
  AvPort,
  AvSignal,
  Capture as CaptureResult,
  Device,
  MediaChoice,
  StageRole,
} from '../../ports/av-port.js';
import type { ProviderContext } from '../../ports/provider.js';
import type { StageId } from '../../protocol/commands.js';
import { Signals } from '../../support/signals.js';
import { HostPeers } from './host-peers.js';
import { ViewerPeer } from './viewer-peer.js';

/** Encoded once per viewer: more than this and four viewers on two cores stutter. */
const PICTURE: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 30 } };

export class LocalAv implements AvPort {
  readonly #context: ProviderContext;
  readonly #signals = new Signals<AvSignal>();
  readonly #view = new HostView((signal) => this.#emit(signal));
  readonly #studio: Studio;
  #stage: HostPeers | ViewerPeer | undefined;
  #publishing = false;
  #closed = false;

  constructor(context: ProviderContext) {
    this.#context = context;
    this.#studio = new Studio({
      picture: PICTURE,
      emit: (signal) => this.#emit(signal),
      changed: (tracks) => {
        if (this.#publishing && this.#stage instanceof HostPeers) void this.#stage.send(tracks);
      },
    });
  }

  /** Nothing to load: browsers bring it. */
  async preload(): Promise<void> {}

  devices(): Promise<readonly Device[]> {
    return this.#studio.devices();
  }

  async capture(choice: MediaChoice): Promise<CaptureResult> {
    if (this.#closed) throw closedError();
    return this.#studio.capture(choice);
  }

  preview(element: HTMLElement): () => void {
    return this.#studio.preview(element);
  }

  async enter(stage: StageId, role: StageRole, host: string): Promise<void> {
    if (this.#closed) throw closedError();
    if (typeof RTCPeerConnection === 'undefined') {
      throw new RoomError('unsupported-browser', 'This browser has no WebRTC (RTCPeerConnection), which video needs.');
    }
    const before = this.#step();
    const place = role === 'anchor' ? this.#asAnchor(stage, host) : this.#asAudience(stage, host);
    this.#stage = place;
    try {
      await before;
      await place.open();
    } catch (cause) {
      if (this.#stage === place) this.#stage = undefined;
      await place.close();
      throw cause instanceof RoomError ? cause : unavailable('could not be entered', cause);
    }
  }

  /** Every viewer's connection is open already. */
  async prepare(): Promise<void> {}

  async publish(): Promise<void> {
    if (!(this.#stage instanceof HostPeers))
      throw unavailable('can only be published on by its anchor: enter as one first');
    this.#publishing = true;
    await this.#stage.send(this.#studio.tracks);
  }

  async unpublish(): Promise<void> {
    this.#publishing = false;
    if (this.#stage instanceof HostPeers) await this.#stage.send(NO_TRACKS);
  }

  attach(element: HTMLElement): () => void {
    return this.#view.attach(element);
  }

  setVolume(volume: number): void {
    this.#view.setVolume(Math.min(1, Math.max(0, volume)));
  }

  async leave(): Promise<void> {
    await this.#step();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#studio.close();
    // Nothing can be done about a browser that fails while a page goes, and nobody could act on it.
    await this.#step().catch(() => undefined);
    this.#view.close();
  }

  listen(listener: (signal: AvSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  /** Leaves the stage at once; resolves when everything about it is freed. */
  async #step(): Promise<void> {
    const stage = this.#stage;
    this.#stage = undefined;
    this.#publishing = false;
    this.#view.clear();
    await stage?.close();
  }

  #asAnchor(stage: StageId, host: string): HostPeers {
    return new HostPeers(host, this.#lineSetup(stage));
  }

  #asAudience(stage: StageId, host: string): ViewerPeer {
    const { clock, random } = this.#context;
    return new ViewerPeer(host, {
      ...this.#lineSetup(stage),
      clock,
      random,
      stream: (stream) => this.#view.play(stream),
      sending: (sending) => this.#view.expect(sending),
      lost: (code) => this.#emit({ type: 'lost', code }),
    });
  }

  #lineSetup(stage: StageId) {
    const thawed = () => this.#emit({ type: 'lost', code: 'stage-lost' });
    return { room: this.#context.room, stage, id: this.#context.ids(), thawed };
  }

  #emit(signal: AvSignal): void {
    if (!this.#closed) this.#signals.emit(signal);
  }
}

function unavailable(what: string, cause?: unknown): RoomError {
  return new RoomError('stage-unavailable', `The stage ${what}.`, cause);
}

function closedError(): RoomError {
  return new RoomError('stage-unavailable', 'The port is closed: make a new one.');
}
