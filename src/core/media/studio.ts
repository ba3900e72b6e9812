// A host's own media: the devices there are, what is captured of them, and previews of it. Sending it is the provider's business.
import type { AvSignal, Capture as CaptureResult, Device, MediaChoice } from '../ports/av-port.js';
import { Capture } from './capture.js';
import type { DeviceKind } from './device-errors.js';
import { isDenied, listDevices, watchDevices } from './devices.js';
import { Previews } from './preview.js';
import type { SentTracks } from './sending.js';

export interface StudioHooks {
  /** What is asked of a camera; it gives what comes closest. */
  readonly picture: MediaTrackConstraints;
  readonly emit: (signal: AvSignal) => void;
  /** Other tracks are captured than before. */
  readonly changed: (tracks: SentTracks) => void;
}

export class Studio {
  readonly #previews = new Previews();
  readonly #capture: Capture;
  readonly #unwatchDevices: () => void;
  #isClosed = false;

  constructor({ picture, emit, changed }: StudioHooks) {
    this.#capture = new Capture({
      picture,
      changed: () => {
        const { tracks, mirrored } = this.#capture;
        this.#previews.show(tracks.video ?? undefined, mirrored);
        changed(tracks);
      },
      lost: (kind) => void this.#tellLost(kind, emit),
    });
    this.#unwatchDevices = watchDevices(() => emit({ type: 'devices-changed' }));
  }

  get tracks(): SentTracks {
    return this.#capture.tracks;
  }

  devices(): Promise<readonly Device[]> {
    return listDevices();
  }

  capture(choice: MediaChoice): Promise<CaptureResult> {
    return this.#capture.choose(choice);
  }

  preview(element: HTMLElement): () => void {
    return this.#previews.add(element);
  }

  async #tellLost(kind: DeviceKind, emit: StudioHooks['emit']): Promise<void> {
    const reason = (await isDenied(kind)) ? 'denied' : 'missing';
    // Chosen again, or closed, while the browser was asked.
    const { video, audio } = this.#capture.tracks;
    if (!this.#isClosed && !(kind === 'camera' ? video : audio)) emit({ type: 'capture-lost', kind, reason });
  }

  close(): void {
    this.#isClosed = true;
    this.#unwatchDevices();
    this.#capture.close();
    this.#previews.close();
  }
}
