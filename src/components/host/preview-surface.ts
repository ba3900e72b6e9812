// The element in which the preview stands: given to the room while it is on the page, taken back when it is not.
import type { ReactiveController } from 'lit';
import type { RoomController } from '../../core/index.js';
import type { RoomElement } from '../shared/room-element.js';

export class PreviewSurface implements ReactiveController {
  readonly #host: RoomElement;
  #shown: { readonly room: RoomController; readonly surface: HTMLElement; readonly release: () => void } | undefined;

  constructor(host: RoomElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { roomController: room, isConnected } = this.#host;
    const surface = this.#host.renderRoot.querySelector<HTMLElement>('.surface');
    if (this.#shown?.room === room && this.#shown?.surface === surface) return;
    this.#release();
    if (room && surface && isConnected) this.#shown = { room, surface, release: room.attachPreview(surface) };
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    this.#shown?.release();
    this.#shown = undefined;
  }
}
