// Builds a benchmark's page as production code and serves it from this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} folder Holds the pages.
 * @param {string[]} pages
 */
export async function serveBuilt(folder, pages = ['index.html']) {
  const outDir = mkdtempSync(path.join(tmpdir(), 'bigcast-bench-'));
  const common = { root: folder, configFile: path.join(repository, 'vite.config.ts'), logLevel: 'error' };
  const input = pages.map((page) => path.join(folder, page));
  const rolldownOptions = { input };
  await build({
    ...common,
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false, rolldownOptions },
  });
  const server = await preview({ ...common, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address();
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
