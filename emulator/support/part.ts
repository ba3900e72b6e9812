// What the two halves get from the common start-up, and what it needs from them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Clock, Random } from '../../src/core/support/clock.js';
import type { Faults } from './faults.js';
import type { Journal } from './journal.js';

/** What both halves share. */
export interface PartContext {
  readonly sdkAppId: number;
  /** Whether this SDKAppID is `sdkAppId` or one of its aliases. */
  readonly isApp: (sdkAppId: number) => boolean;
  readonly secretKey: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: Faults;
  readonly journal: Journal;
}

/** One half, ready to take sockets from the common port. */
export interface Part {
  /** Whether a socket on this URL is for this half; `refused` is answered with 503, as a server that is down. */
  accepts(url: URL): 'yes' | 'no' | 'refused';
  connect(socket: WebSocket, url: URL): void;
  /** Answers a plain HTTP request, or returns false when it is not for this half. */
  answer?(request: IncomingMessage, response: ServerResponse, url: URL): boolean;
  /** Cancels timers; the sockets are closed by the start-up. */
  close(): void;
}
