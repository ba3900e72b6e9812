// Serves the repository's pages (demo/, test/e2e/) from a free port, in the test's own process.
import { createServer } from 'vite';

export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export async function serveSite(): Promise<Site> {
  const server = await createServer({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    // Apart from `npm start`, which may be running.
    cacheDir: 'node_modules/.vite-e2e',
    // Nobody edits while the tests run, and a reload in mid-call would be a very odd failure.
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The development server has no address.');
  return { url: url.replace(/\/$/, ''), close: () => server.close() };
}
