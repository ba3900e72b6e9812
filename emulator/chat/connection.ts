// One socket of a client. Knows nothing of sessions: those outlive sockets.
import type { WebSocket } from 'ws';
import { decodeFrame, encodeFrame, type Frame, type Framing } from './frames.js';

export class Connection {
  /** Part of the URL before `/binfo`: lets a test tell sockets apart before anybody has logged in on them. */
  readonly line: string;
  /** Who uses it, as soon as that is known. */
  user: string | undefined;
  readonly #socket: WebSocket;
  readonly #framing: Framing;
  /** While frozen, what would have happened meanwhile, in order. */
  #held: (() => void)[] | undefined;

  constructor(socket: WebSocket, framing: Framing, line: string) {
    this.line = line;
    this.#socket = socket;
    this.#framing = framing;
    socket.on('error', () => socket.terminate());
  }

  get open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onFrame(listener: (frame: Frame) => void): void {
    this.#socket.on('message', (data: Buffer) => {
      const frame = decodeFrame(data.toString('utf8'));
      if (frame) this.#pass(() => listener(frame));
    });
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  send(frame: object): void {
    this.#pass(() => {
      if (this.open) this.#socket.send(encodeFrame(frame, this.#framing));
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
