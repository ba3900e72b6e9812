// Stands before the emulator in the vendor's place and alters what it says over sockets: a service that is not quite like the emulator.
import { createServer, request as ask } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import { selfSignedCertificate } from '../../../emulator/support/certificate.js';
import type { VendorHosts } from '../../support/vendor-hosts.js';

/** Gets each frame that goes to a page; what it returns goes there instead. */
export type Alter = (text: string) => string;

export interface AlteringFront {
  /** For `launchBrowser`: the vendor's hosts lead here. */
  readonly flags: readonly string[];
  close(): Promise<void>;
}

export async function startAlteringFront({ emulator, flags }: VendorHosts, alter: Alter): Promise<AlteringFront> {
  const behind = { host: '127.0.0.1', port: emulator.port, rejectUnauthorized: false };
  const server = createServer(await selfSignedCertificate(), (incoming, response) => {
    const { method, url: path, headers } = incoming;
    const onward = ask({ ...behind, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (page, { url = '/' }) => {
    const service = new WebSocket(`wss://127.0.0.1:${emulator.port}${url}`, { rejectUnauthorized: false });
    const waiting: (() => void)[] = [];
    page.on('message', (data, binary) => {
      const send = () => service.send(data, { binary });
      if (service.readyState === service.OPEN) send();
      else waiting.push(send);
    });
    service.on('open', () => waiting.forEach((send) => send()));
    service.on('message', (data, binary) => page.send(Buffer.from(alter(textOf(data))), { binary }));
    for (const [one, other] of [
      [page, service],
      [service, page],
    ] as const) {
      one.on('close', () => other.terminate());
      one.on('error', () => other.terminate());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    flags: flags.map((flag) => flag.replaceAll(`127.0.0.1:${emulator.port}`, `127.0.0.1:${port}`)),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function textOf(data: RawData): string {
  return (data as Buffer).toString('utf8');
}
