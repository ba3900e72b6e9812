// Serves the repository's pages (demo/, test/e2e/) from a free port, in the test's own process.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, createServer, preview } from 'vite';

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

/** Serves the pages of a folder built, as a site would be published: a page is there in a moment even on a busy machine. */
export async function servePages(folder = 'test/e2e/pages'): Promise<Site> {
  const root = path.resolve(folder);
  // A folder of its own: two runs at once must not build over each other.
  const outDir = await mkdtemp(path.join(tmpdir(), 'bigcast-pages-'));
  const common = { configFile: 'vite.config.ts', root, logLevel: 'error' } as const;
  const pages = (await readdir(root)).filter((name) => name.endsWith('.html'));
  const input = pages.map((name) => path.join(root, name));
  const environment = process.env['NODE_ENV'];
  // A test runner's own says that nothing is for production, and lit comes in with all its warnings.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      ...common,
      build: { outDir, emptyOutDir: true, target: 'es2022', minify: false, rolldownOptions: { input } },
    });
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
  const server = await preview({ ...common, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The preview server has no address.');
  return {
    url: url.replace(/\/$/, ''),
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
