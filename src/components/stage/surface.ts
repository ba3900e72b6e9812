// The element in which the room's video stands: given to the room while this page watches, taken back when it does not.
import type { ReactiveController } from 'lit';
import { isHost, type RoomController } from '../../core/index.js';
import type { RoomElement } from '../shared/room-element.js';

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
