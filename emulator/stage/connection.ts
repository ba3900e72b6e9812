// One signalling socket. Who sits behind it is said in its address and never changes.
import type { WebSocket } from 'ws';
import { readRequest, type RequestFrame } from './wire.js';

export class Connection {
  readonly user: string;
  readonly #socket: WebSocket;
  /** While frozen, what would have happened meanwhile, in order. */
  #held: (() => void)[] | undefined;

  constructor(socket: WebSocket, user: string) {
    this.user = user;
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onRequest(listener: (frame: RequestFrame) => void): void {
    this.#socket.on('message', (data: Buffer) => {
      const frame = readRequest(data.toString('utf8'));
      if (frame) this.#pass(() => listener(frame));
    });
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  send(frame: object): void {
    this.#pass(() => {
      if (this.open) this.#socket.send(JSON.stringify(frame));
    });
  }

  /** Without a closing handshake, as when a network goes away. */
  kill(): void {
    this.#held = undefined;
    this.#socket.terminate();
  }

  freeze(): void {
    this.#held ??= [];
  }

  thaw(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const run of held) run();
  }

  #pass(run: () => void): void {
    if (this.#held) this.#held.push(run);
    else run();
  }
}
