// AvPort within one browser: capture and preview, a stage of direct connections, and the screen that shows the host.
import { RoomError } from '../../errors/room-error.js';
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
import { Capture } from './capture.js';
import { listDevices, watchDevices } from './devices.js';
import { HostPeers } from './host-peers.js';
import { Previews } from './preview.js';
import { Screen } from './screen.js';
import type { Sending } from './stage-message.js';
import { ViewerPeer } from './viewer-peer.js';

const NOTHING: Sending = { video: false, audio: false };

export class LocalAv implements AvPort {
  readonly #context: ProviderContext;
  readonly #signals = new Signals<AvSignal>();
  readonly #previews = new Previews();
  readonly #capture: Capture;
  readonly #screen: Screen;
  readonly #unwatchDevices: () => void;
  #stage: HostPeers | ViewerPeer | undefined;
  #publishing = false;
  /** What the host was last known to send. */
  #sending = NOTHING;
  #closed = false;

  constructor(context: ProviderContext) {
    this.#context = context;
    this.#capture = new Capture({
      changed: () => this.#captureChanged(),
      lost: (kind) => this.#emit({ type: 'capture-lost', kind }),
    });
    this.#screen = new Screen({
      firstFrame: () => this.#emit({ type: 'first-frame' }),
      blocked: () => this.#emit({ type: 'autoplay-blocked', resume: () => this.#screen.unblock() }),
    });
    this.#unwatchDevices = watchDevices(() => this.#emit({ type: 'devices-changed' }));
  }

  /** Nothing to load: browsers bring it. */
  async preload(): Promise<void> {}

  devices(): Promise<readonly Device[]> {
    return listDevices();
  }

  async capture(choice: MediaChoice): Promise<CaptureResult> {
    if (this.#closed) throw closedError();
    return this.#capture.choose(choice);
  }

  preview(element: HTMLElement): () => void {
    return this.#previews.add(element);
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

  async publish(): Promise<void> {
    if (!(this.#stage instanceof HostPeers))
      throw unavailable('can only be published on by its anchor: enter as one first');
    this.#publishing = true;
    await this.#stage.send(this.#capture.tracks);
  }

  async unpublish(): Promise<void> {
    this.#publishing = false;
    if (this.#stage instanceof HostPeers) await this.#stage.send({ video: null, audio: null });
  }

  attach(element: HTMLElement): () => void {
    return this.#screen.attach(element);
  }

  setVolume(volume: number): void {
    this.#screen.setVolume(Math.min(1, Math.max(0, volume)));
  }

  async leave(): Promise<void> {
    await this.#step();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#unwatchDevices();
    this.#capture.close();
    this.#previews.close();
    // Nothing can be done about a browser that fails while a page goes, and nobody could act on it.
    await this.#step().catch(() => undefined);
    this.#screen.close();
  }

  listen(listener: (signal: AvSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  /** Leaves the stage at once; resolves when everything about it is freed. */
  async #step(): Promise<void> {
    const stage = this.#stage;
    this.#stage = undefined;
    this.#publishing = false;
    this.#sending = NOTHING;
    this.#screen.expect(NOTHING);
    this.#screen.play(null);
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
      stream: (stream) => this.#screen.play(stream),
      sending: (sending) => this.#hostSends(sending),
      lost: (code) => this.#emit({ type: 'lost', code }),
    });
  }

  #lineSetup(stage: StageId) {
    const thawed = () => this.#emit({ type: 'lost', code: 'stage-lost' });
    return { room: this.#context.room, stage, id: this.#context.ids(), thawed };
  }

  #hostSends(sending: Sending): void {
    const before = this.#sending;
    this.#sending = sending;
    this.#screen.expect(sending);
    if (sending.video !== before.video) this.#emit({ type: 'host-video', on: sending.video });
    if (sending.audio !== before.audio) this.#emit({ type: 'host-audio', on: sending.audio });
  }

  #captureChanged(): void {
    const { tracks, mirrored } = this.#capture;
    this.#previews.show(tracks.video ?? undefined, mirrored);
    if (this.#publishing && this.#stage instanceof HostPeers) void this.#stage.send(tracks);
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
