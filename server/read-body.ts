// Reads a request's body, up to a limit.
import type { IncomingMessage } from 'node:http';

/** The body as text; `undefined` when it is longer than `maxBytes`, or breaks off. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    if (request.readableEnded) return resolve(''); // a framework has read it
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) return void chunks.push(chunk);
      request.pause(); // not destroyed: that would take the answer with it
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}
