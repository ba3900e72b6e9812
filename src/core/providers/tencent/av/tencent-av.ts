// AvPort on Tencent's stage service (TRTC): capture and preview are ours, the way there and back is the SDK's, loaded when it is needed.
import { RoomError } from '../../../errors/room-error.js';
import { HostView } from '../../../media/host-view.js';
import { NO_TRACKS } from '../../../media/sending.js';
import { Studio } from '../../../media/studio.js';
import type {
  AvPort,
  AvSignal,
  Capture as CaptureResult,
  Device,
  MediaChoice,
  StageRole,
} from '../../../ports/av-port.js';
import type { ProviderContext } from '../../../ports/provider.js';
import type { StageId } from '../../../protocol/commands.js';
import { Signals } from '../../../support/signals.js';
import { stageError } from './errors.js';
import { SdkLoader } from './loader.js';
import { QUALITY, type Uplink } from './uplink.js';
import { Visit } from './visit.js';

const PICTURE: MediaTrackConstraints = {
  width: { ideal: QUALITY.width },
  height: { ideal: QUALITY.height },
  frameRate: { ideal: QUALITY.frameRate },
};

export class TencentAv implements AvPort {
  readonly #context: ProviderContext;
  readonly #loader: SdkLoader;
  readonly #signals = new Signals<AvSignal>();
  /** The sound is played by the SDK. */
  readonly #view = new HostView((signal) => this.#emit(signal), { silent: true });
  readonly #studio: Studio;
  #visit: Visit | undefined;
  /** Done when the last stage was left: the service throws out the first of two of the same name. */
  #gone: Promise<unknown> = Promise.resolve();
  #sending: 'nothing' | 'hushed' | 'aloud' = 'nothing';
  #volume = 1;
  #closed = false;

  constructor(context: ProviderContext, loader = new SdkLoader()) {
    this.#context = context;
    this.#loader = loader;
    this.#studio = new Studio({
      picture: PICTURE,
      emit: (signal) => this.#emit(signal),
      changed: (tracks) => {
        const uplink = this.#visit?.uplink;
        if (this.#sending === 'aloud') void uplink?.send(tracks).catch(() => this.#lose());
        if (this.#sending === 'hushed') void uplink?.hush(tracks).catch(() => undefined);
      },
    });
  }

  preload(): Promise<void> {
    return this.#loader.preload();
  }

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
    const gone = this.#step();
    const visit: Visit = new Visit({
      context: this.#context,
      loader: this.#loader,
      stage,
      role,
      host,
      volume: this.#volume,
      view: this.#view,
      lost: (code) => (this.#visit === visit ? this.#emit({ type: 'lost', code }) : undefined),
      blocked: (resume) => this.#emit({ type: 'autoplay-blocked', resume }),
    });
    this.#visit = visit;
    await gone;
    try {
      await visit.open();
    } catch (error) {
      if (this.#visit === visit) await this.#step();
      throw error;
    }
  }

  async prepare(): Promise<void> {
    const uplink = this.#visit?.uplink;
    if (!uplink || this.#sending !== 'nothing') return;
    this.#sending = 'hushed';
    // What is in the way is in the way of publishing, too, and told then.
    await uplink.hush(this.#studio.tracks).catch(() => undefined);
  }

  async publish(): Promise<void> {
    const uplink = this.#visit?.uplink;
    if (!uplink)
      throw new RoomError('stage-unavailable', 'Only its anchor can publish on a stage: enter as one first.');
    this.#sending = 'aloud';
    await this.#send(uplink, true);
  }

  async unpublish(): Promise<void> {
    this.#sending = 'nothing';
    const uplink = this.#visit?.uplink;
    if (uplink) await this.#send(uplink, false);
  }

  attach(element: HTMLElement): () => void {
    return this.#view.attach(element);
  }

  setVolume(volume: number): void {
    this.#volume = Math.min(1, Math.max(0, volume));
    this.#visit?.setVolume(this.#volume);
  }

  async leave(): Promise<void> {
    await this.#step();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#studio.close();
    await this.#step();
    this.#loader.close();
    this.#view.close();
  }

  listen(listener: (signal: AvSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  /** Leaves the stage at once; resolves when everything about it is freed. */
  async #step(): Promise<void> {
    const visit = this.#visit;
    this.#visit = undefined;
    this.#sending = 'nothing';
    this.#view.clear();
    this.#gone = Promise.all([this.#gone, visit?.close()]);
    await this.#gone;
  }

  async #send(uplink: Uplink, all: boolean): Promise<void> {
    try {
      await uplink.send(all ? this.#studio.tracks : NO_TRACKS);
    } catch (error) {
      throw stageError(error, 'anchor', all ? 'publish' : 'stop publishing');
    }
  }

  #lose(): void {
    this.#emit({ type: 'lost', code: 'stage-lost' });
  }

  #emit(signal: AvSignal): void {
    if (!this.#closed) this.#signals.emit(signal);
  }
}

function closedError(): RoomError {
  return new RoomError('stage-unavailable', 'The port is closed: make a new one.');
}
