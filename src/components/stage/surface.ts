// The element in which the room's video stands: given to the room while this page watches, taken back when it does not.
import type { ReactiveController } from 'lit';
import { isHost, type RoomController } from '../../core/index.js';
import type { RoomElement } from '../shared/room-element.js';

/** Wide enough for a picture that is shown blurred. */
const STILL_WIDTH = 480;

export class StageSurface implements ReactiveController {
  readonly #host: RoomElement;
  #stopWatching: (() => void) | undefined;
  #shownBy: RoomController | undefined;
  #release: (() => void) | undefined;

  constructor(host: RoomElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopWatching = this.#host.onRoomChange(() => this.#settle());
    // At once: an element that only moves in the page must not be missed in between.
    this.#settle();
  }

  hostUpdated(): void {
    this.#settle();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
    this.#show(undefined);
  }

  /** Draws the picture that is shown now, or was shown last, into `canvas`. False when there is none. */
  still(canvas: HTMLCanvasElement): boolean {
    const picture = this.#element?.querySelector<HTMLVideoElement | HTMLCanvasElement>('video, canvas');
    const [width, height] =
      picture instanceof HTMLVideoElement
        ? [picture.videoWidth, picture.videoHeight]
        : [picture?.width, picture?.height];
    if (!picture || !width || !height) return false;
    canvas.width = Math.min(width, STILL_WIDTH);
    canvas.height = Math.round((canvas.width * height) / width);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return true;
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>('.video') ?? null;
  }

  #settle(): void {
    const { roomController: room, isConnected } = this.#host;
    const canWatch = room && isConnected && this.#element && !isHost(room.state);
    this.#show(canWatch ? room : undefined);
  }

  #show(room: RoomController | undefined): void {
    if (room === this.#shownBy) return;
    this.#release?.();
    this.#shownBy = room;
    this.#release = this.#element ? room?.attachStage(this.#element) : undefined;
  }
}
