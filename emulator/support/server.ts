// One port for everything: sockets go to the half that accepts their path, faults have a path of their own.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { answerFaults, FAULTS_PATH } from './faults-http.js';
import type { Faults } from './faults.js';
import type { Journal, SeenRequest } from './journal.js';
import type { Part } from './part.js';

export interface ServerOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** PEM texts; with them the port speaks TLS, for SDKs that are not told of a proxy. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function serve(
  options: ServerOptions,
  parts: readonly Part[],
  { faults, journal }: { readonly faults: Faults; readonly journal: Journal },
): Promise<RunningServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    const url = urlOf(request);
    if (url.pathname === FAULTS_PATH) return void answerFaults(request, response, faults);
    const known = parts.some((part) => part.answer?.(request, response, url));
    journal.request(seen(request, url, request.method ?? 'GET', known));
    if (!known) response.writeHead(404).end();
  };
  const server: Server = options.tls ? createSecureServer(options.tls, onRequest) : createServer(onRequest);
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    const url = urlOf(request);
    const part = parts.find((candidate) => candidate.accepts(url) === 'yes');
    const isDown = parts.some((candidate) => candidate.accepts(url) === 'refused');
    journal.request(seen(request, url, 'SOCKET', part !== undefined || isDown));
    if (!part) return refuse(raw, isDown ? 503 : 404);
    sockets.handleUpgrade(request, raw, head, (socket) => part.connect(socket, url));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const part of parts) part.close();
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://emulator.localhost');
}

function seen({ headers }: IncomingMessage, { pathname: path }: URL, method: string, known: boolean): SeenRequest {
  return { host: headers.host ?? '', method, path, known };
}

function refuse(raw: Duplex, status: number): void {
  raw.end(`HTTP/1.1 ${status} ${status === 503 ? 'Service Unavailable' : 'Not Found'}\r\nConnection: close\r\n\r\n`);
}
