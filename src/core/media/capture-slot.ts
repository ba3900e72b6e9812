// One captured track, picture or sound: turned on, off, or over to another device.
import { RoomError } from '../errors/room-error.js';
import { deviceError, mediaMissing, trackMissing, type DeviceKind } from './device-errors.js';
import { mediaDevices } from './devices.js';

export interface SlotHooks {
  readonly changed: () => void;
  readonly lost: () => void;
}

/** Where a track comes from: the page's stream, or a device ('' = the browser's default). */
type Origin = MediaStream | string;

export class CaptureSlot {
  readonly #kind: DeviceKind;
  readonly #wish: MediaTrackConstraints;
  readonly #hooks: SlotHooks;
  #captured: { readonly track: MediaStreamTrack; readonly origin: Origin } | undefined;
  #error: RoomError | undefined;
  /** Grows with each choice: a device granted to an earlier one is not wanted any more. */
  #turn = 0;

  /** @param wish - What is asked of every device; one that can not is taken all the same. */
  constructor(kind: DeviceKind, wish: MediaTrackConstraints, hooks: SlotHooks) {
    this.#kind = kind;
    this.#wish = wish;
    this.#hooks = hooks;
  }

  get track(): MediaStreamTrack | undefined {
    return this.#captured?.track;
  }

  /** Why the last choice could not be had. A device that was already captured stays when another is refused. */
  get error(): RoomError | undefined {
    return this.#error;
  }

  get isDevice(): boolean {
    return typeof this.#captured?.origin === 'string';
  }

  /** Never rejects: what went wrong is the slot's {@link error}. */
  async choose(wanted: boolean, deviceId: string | undefined, source: MediaStream | undefined): Promise<void> {
    const turn = ++this.#turn;
    this.#error = undefined;
    const origin = source ?? deviceId ?? '';
    if (!wanted) return this.#set(undefined);
    if (source) return this.#take(source);
    if (this.#captured?.origin === origin) return;
    try {
      const track = await grant(this.#kind, this.#wish, deviceId);
      if (turn === this.#turn) this.#set({ track, origin });
      else track.stop();
    } catch (cause) {
      if (turn === this.#turn) this.#refused(cause);
    }
  }

  close(): void {
    this.#turn++;
    this.#set(undefined, false);
  }

  #take(source: MediaStream): void {
    const tracks = this.#kind === 'camera' ? source.getVideoTracks() : source.getAudioTracks();
    const track = tracks.find(({ readyState }) => readyState === 'live');
    if (!track) this.#error = trackMissing(this.#kind);
    this.#set(track && { track, origin: source });
  }

  #refused(cause: unknown): void {
    this.#error = cause instanceof RoomError ? cause : deviceError(this.#kind, cause);
    // A device stays on air when its successor is refused; the page's own media was replaced on purpose.
    if (!this.isDevice) this.#set(undefined);
  }

  #set(next: { track: MediaStreamTrack; origin: Origin } | undefined, tell = true): void {
    const before = this.#captured;
    if (before?.track === next?.track) return;
    before?.track.removeEventListener('ended', this.#ended);
    // The page's own tracks are the page's to stop.
    if (typeof before?.origin === 'string') before.track.stop();
    this.#captured = next;
    next?.track.addEventListener('ended', this.#ended);
    if (tell) this.#hooks.changed();
  }

  readonly #ended = () => {
    this.#set(undefined);
    this.#hooks.lost();
  };
}

async function grant(
  kind: DeviceKind,
  wish: MediaTrackConstraints,
  deviceId: string | undefined,
): Promise<MediaStreamTrack> {
  const devices = mediaDevices();
  if (!devices) throw mediaMissing();
  const device = { ...wish, ...(deviceId && { deviceId: { exact: deviceId } }) };
  const constraints = kind === 'camera' ? { video: device } : { audio: device };
  const [track] = (await devices.getUserMedia(constraints)).getTracks();
  if (!track) throw new DOMException('The device gave no track.', 'NotFoundError');
  return track;
}
