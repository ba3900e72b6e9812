// Reads one slice of the room's state and renders its element again only when that slice changes.
import type { ReactiveController } from 'lit';
import type { RoomState } from '../../core/index.js';
import type { RoomElement } from './room-element.js';

export class RoomSelector<T> implements ReactiveController {
  readonly #host: RoomElement;
  readonly #select: (state: RoomState) => T;
  #value: T;
  #release: (() => void)[] = [];
  #unsubscribe: (() => void) | undefined;

  /** @param select - The slice: a primitive, something that keeps its identity, or a flat object of such. */
  constructor(host: RoomElement, select: (state: RoomState) => T) {
    this.#host = host;
    this.#select = select;
    this.#value = select(host.state);
    host.addController(this);
  }

  get value(): T {
    return this.#value;
  }

  hostConnected(): void {
    this.#release.push(this.#host.onRoomChange(() => this.#follow()));
    this.#follow();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#release.splice(0).forEach((release) => release());
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#host.roomController?.subscribe(() => this.#read());
    this.#read();
  }

  #read(): void {
    const next = this.#select(this.#host.state);
    if (isSame(this.#value, next)) return;
    this.#value = next;
    this.#host.requestUpdate();
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
