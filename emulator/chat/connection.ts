// One socket of a client. Knows nothing of sessions: those outlive sockets.
import type { WebSocket } from 'ws';
import { FrameSocket } from '../support/frame-socket.js';
import { decodeFrame, encodeFrame, type Frame, type Framing } from './frames.js';

export class Connection extends FrameSocket {
  /** Part of the URL before `/binfo`: lets a test tell sockets apart before anybody has logged in on them. */
  readonly line: string;
  /** Who uses it, as soon as that is known. */
  user: string | undefined;
  readonly #framing: Framing;

  constructor(socket: WebSocket, framing: Framing, line: string) {
    super(socket);
    this.line = line;
    this.#framing = framing;
  }

  isOf(user: string): boolean {
    return this.user === user || this.line === user;
  }

  onFrame(listener: (frame: Frame) => void): void {
    this.listen((text) => {
      const frame = decodeFrame(text);
      if (frame) listener(frame);
    });
  }

  send(frame: object): void {
    this.transmit(encodeFrame(frame, this.#framing));
  }
}
