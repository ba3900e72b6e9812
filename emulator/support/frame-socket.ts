// What the sockets of both halves have in common: what faults can do to them.
import type { WebSocket } from 'ws';

export abstract class FrameSocket {
  readonly #socket: WebSocket;
  /** While frozen, what would have happened meanwhile, in order. */
  #held: (() => void)[] | undefined;
  /** What goes out after the next frame. */
  #overtaken: (() => void)[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
  }

  /** Whether a fault on `user` is one on this socket. */
  abstract isOf(user: string): boolean;

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  /** Lets `send` run after the next frame has gone out; when there is none, never. */
  afterNext(send: () => void): void {
    this.#overtaken.push(send);
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

  protected listen(listener: (text: string) => void): void {
    this.#socket.on('message', (data: Buffer) => this.#pass(() => listener(data.toString('utf8'))));
  }

  protected transmit(data: string | Buffer): void {
    this.#pass(() => {
      if (this.open) this.#socket.send(data);
      const overtaken = this.#overtaken;
      this.#overtaken = [];
      for (const send of overtaken) send();
    });
  }

  #pass(run: () => void): void {
    if (this.#held) this.#held.push(run);
    else run();
  }
}
