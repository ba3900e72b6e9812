// One signalling socket. Who sits behind it is said in its address and never changes.
import type { WebSocket } from 'ws';
import { FrameSocket } from '../support/frame-socket.js';
import { readRequest, type RequestFrame } from './wire.js';

export class Connection extends FrameSocket {
  readonly user: string;

  constructor(socket: WebSocket, user: string) {
    super(socket);
    this.user = user;
  }

  isOf(user: string): boolean {
    return this.user === user;
  }

  onRequest(listener: (frame: RequestFrame) => void): void {
    this.listen((text) => {
      const frame = readRequest(text);
      if (frame) listener(frame);
    });
  }

  send(frame: object): void {
    this.transmit(JSON.stringify(frame));
  }
}
