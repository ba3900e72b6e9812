// The files that a CDN serves, as they are published (e2e/support/built.ts builds them), from a server that a test can make fail or tamper.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Cdn {
  /** A page with a host and a viewer of `room`; `pinned`: an import map has the hashes of all that is loaded later. */
  pageUrl(room: string, pinned?: boolean): string;
  /** Every file that was asked for, with its query, oldest first. */
  readonly asked: string[];
  /** Answers a request in place of the server, when it wants to: returns whether it did. */
  answer: (file: string, response: ServerResponse) => boolean;
  close(): Promise<void>;
}

export async function serveCdn(): Promise<Cdn> {
  const folder = 'dist/cdn';
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
  const files = new Map<string, Buffer>(
    await Promise.all(names.map(async (name) => [`/${name}`, await readFile(path.join(folder, name))] as const)),
  );
  const hashes = [...files].map(
    ([name, text]) => [name, `sha384-${createHash('sha384').update(text).digest('base64')}`] as const,
  );
  const integrity = JSON.stringify({ integrity: Object.fromEntries(hashes) });

  const cdn = { asked: [] as string[], answer: (() => false) as Cdn['answer'] };
  const server = createServer((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      const map = searchParams.has('pinned') ? `<script type="importmap">${integrity}</script>` : '';
      const elements = ['host', 'viewer'].map(
        (name) => `<bigcast-${name} room="${searchParams.get('room')}" user="${name}"></bigcast-${name}>`,
      );
      return void response
        .setHeader('content-type', 'text/html')
        .end(
          `<!doctype html><link rel="icon" href="data:,">${map}<script type="module" src="/bigcast.js"></script>${elements.join('')}`,
        );
    }
    cdn.asked.push(pathname + search);
    if (cdn.answer(pathname, response)) return;
    const file = files.get(pathname);
    response
      .setHeader('content-type', 'text/javascript')
      .writeHead(file ? 200 : 404)
      .end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(cdn, {
    pageUrl: (room: string, pinned = false) => `${origin}/?room=${room}${pinned ? '&pinned' : ''}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
