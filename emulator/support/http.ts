// Answers over plain HTTP, to pages of any origin, as the services give them.
import type { IncomingMessage, ServerResponse } from 'node:http';

const LIMIT_BYTES = 65_536;

/** A text that is no JSON has a `string` body. */
export function answerAnybody(request: IncomingMessage, response: ServerResponse, body: object | string): void {
  request.resume();
  response.writeHead(200, {
    'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-credentials': 'true',
    // To a browser this machine is a private place, which a public page may not ask without this.
    'access-control-allow-private-network': 'true',
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The whole body as text; throws when it is longer than 64 KB. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new Error('Too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
