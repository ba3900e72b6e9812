// Serves a page with nothing but an unmodified SDK.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SdkSite {
  readonly url: string;
  close(): Promise<void>;
}

/** On a free port of `host`. */
export async function serveOn(host: string, answer: RequestListener): Promise<SdkSite> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
