// What is captured: a track of each kind, from a device or from a stream of the page. The port decides what is sent of it.
import type { RoomError } from '../errors/room-error.js';
import type { Capture as CaptureResult, MediaChoice } from '../ports/av-port.js';
import { CaptureSlot } from './capture-slot.js';
import type { DeviceKind } from './device-errors.js';
import type { SentTracks } from './sending.js';

export interface CaptureHooks {
  /** What is asked of a camera; it gives what comes closest. */
  readonly picture: MediaTrackConstraints;
  /** Another track, or none, is captured than before. */
  readonly changed: () => void;
  /** A captured track ended by itself. */
  readonly lost: (kind: DeviceKind) => void;
}

export class Capture {
  readonly #camera: CaptureSlot;
  readonly #microphone: CaptureSlot;
  #latest: Promise<unknown> = Promise.resolve();

  constructor({ picture, changed, lost }: CaptureHooks) {
    this.#camera = new CaptureSlot('camera', picture, { changed, lost: () => lost('camera') });
    this.#microphone = new CaptureSlot('microphone', {}, { changed, lost: () => lost('microphone') });
  }

  get tracks(): SentTracks {
    return { video: this.#camera.track ?? null, audio: this.#microphone.track ?? null };
  }

  /** Whether the picture is a device's, which people expect to see as in a mirror. */
  get mirrored(): boolean {
    return this.#camera.isDevice;
  }

  /** Makes what is captured match the choice; a choice made meanwhile takes its place, and both get its outcome. */
  async choose(choice: MediaChoice): Promise<CaptureResult> {
    // Each kind is asked for by itself: a missing camera must not cost the microphone.
    let turn: Promise<unknown> = Promise.all([
      this.#camera.choose(choice.camera, choice.cameraId, choice.source),
      this.#microphone.choose(choice.microphone, choice.microphoneId, choice.source),
    ]);
    this.#latest = turn;
    await turn;
    while (turn !== this.#latest) await (turn = this.#latest);
    return this.#result();
  }

  /** Stops every device, now and when one is granted later. */
  close(): void {
    this.#camera.close();
    this.#microphone.close();
  }

  #result(): CaptureResult {
    const camera = this.#camera;
    const microphone = this.#microphone;
    return {
      camera: camera.track !== undefined,
      microphone: microphone.track !== undefined,
      ...side('cameraError', camera.error),
      ...side('microphoneError', microphone.error),
    };
  }
}

function side<K extends string>(key: K, error: RoomError | undefined): Partial<Record<K, RoomError>> {
  return (error ? { [key]: error } : {}) as Partial<Record<K, RoomError>>;
}
