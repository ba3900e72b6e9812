// What the host sends: which camera and microphone, on or off, or the page's own stream. Asks the room for it, again when
// the room comes back; what came of it stands in `state.media`.
import type { ReactiveController } from 'lit';
import { isHost, type Device, type MediaChoice, type RoomController, type RoomState } from '../../core/index.js';
import type { RoomElement } from '../shared/room-element.js';

export type Kind = Device['kind'];

/** Asks the room; false when the page vetoed it. */
type Ask = (media: MediaChoice) => boolean;

export class MediaChooser implements ReactiveController {
  readonly #host: RoomElement;
  readonly #ask: Ask;
  #room: RoomController | undefined;
  #release: (() => void)[] = [];
  #unsubscribe: (() => void) | undefined;
  #wanted: Record<Kind, boolean> = { camera: true, microphone: true };
  #chosen: Partial<Record<Kind, string>> = {};
  #devices: readonly Device[] = [];
  #source: MediaStream | undefined;
  /** Whether devices may be asked for: somebody wanted it, or had allowed it before. */
  #started = false;

  constructor(host: RoomElement, ask: Ask) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** The page's own media; devices when undefined. */
  get source(): MediaStream | undefined {
    return this.#source;
  }

  set source(source: MediaStream | undefined) {
    if (source === this.#source) return;
    this.#source = source;
    // Taking the page's own media away is asking for devices.
    this.start();
  }

  get isStarted(): boolean {
    return this.#started || this.#host.state.media !== undefined;
  }

  hostConnected(): void {
    const devices = globalThis.navigator?.mediaDevices;
    const refresh = () => void this.#listDevices();
    devices?.addEventListener('devicechange', refresh);
    this.#release.push(
      () => devices?.removeEventListener('devicechange', refresh),
      this.#host.onRoomChange(() => this.#follow()),
    );
    this.#follow();
  }

  hostDisconnected(): void {
    this.#release.splice(0).forEach((release) => release());
    this.#unsubscribe?.();
    this.#room = this.#unsubscribe = undefined;
  }

  /** Captures from now on what is wanted: also "try again". */
  start(): void {
    this.#started = true;
    this.#choose();
  }

  toggle(kind: Kind): void {
    this.#wanted = { ...this.#wanted, [kind]: !this.#host.state.media?.[kind] };
    this.start();
  }

  use(kind: Kind, id: string): void {
    this.#chosen = { ...this.#chosen, [kind]: id };
    this.start();
  }

  devices(kind: Kind): readonly Device[] {
    return this.#devices.filter((device) => device.kind === kind);
  }

  /** The chosen device, if it is still there. */
  chosen(kind: Kind): string | undefined {
    return this.devices(kind).find(({ id }) => id === this.#chosen[kind])?.id;
  }

  /** Whether there is anything of this kind to switch. */
  offers(kind: Kind): boolean {
    return this.#source ? liveTracks(this.#source, kind) > 0 : true;
  }

  #follow(): void {
    const room = this.#host.roomController;
    if (room === this.#room) return;
    this.#unsubscribe?.();
    this.#room = room;
    this.#unsubscribe = room?.subscribe((state, before) => this.#changed(state, before));
    if (room) this.#entered(room.state);
  }

  #changed(state: RoomState, before: RoomState): void {
    if (state.media !== before.media) void this.#listDevices();
    if (state.link !== before.link || isHost(state) !== isHost(before)) this.#entered(state, before);
  }

  /** Coming in again brings new ports, which have captured nothing yet. */
  #entered(state: RoomState, before?: RoomState): void {
    if (state.link !== 'online') return;
    if (this.isStarted && before?.link !== 'online') this.#choose();
    else if (isHost(state) && !this.isStarted) void this.#startIfAllowed();
  }

  #choose(): void {
    if (this.#room?.state.link !== 'online') return;
    const source = this.#source;
    const [camera, microphone] = (['camera', 'microphone'] as const).map(
      (kind) => this.#wanted[kind] && this.offers(kind),
    );
    const cameraId = source ? undefined : this.chosen('camera');
    const microphoneId = source ? undefined : this.chosen('microphone');
    this.#ask({
      camera: camera ?? false,
      microphone: microphone ?? false,
      ...(cameraId && { cameraId }),
      ...(microphoneId && { microphoneId }),
      ...(source && { source }),
    });
  }

  /** The owner who comes back sees the preview at once where the browser need not ask; nobody is ever asked out of the blue. */
  async #startIfAllowed(): Promise<void> {
    const room = this.#room;
    const isAllowed = await devicesAllowed();
    if (isAllowed && room === this.#room && !this.isStarted) this.start();
  }

  async #listDevices(): Promise<void> {
    const room = this.#room;
    const devices = (await room?.devices()) ?? [];
    if (room !== this.#room) return;
    this.#devices = devices;
    this.#host.requestUpdate();
  }
}

function liveTracks(source: MediaStream, kind: Kind): number {
  const tracks = kind === 'camera' ? source.getVideoTracks() : source.getAudioTracks();
  return tracks.filter(({ readyState }) => readyState === 'live').length;
}

async function devicesAllowed(): Promise<boolean> {
  try {
    // Not every browser knows these names; one that does not is asked by a click.
    const names = ['camera', 'microphone'] as const;
    const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name: name })));
    return answers.every(({ state }) => state === 'granted');
  } catch {
    return false;
  }
}
