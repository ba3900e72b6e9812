// `npm start`: serves the demo from this machine and prints its address. HOST and PORT choose another.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const repository = fileURLToPath(new URL('..', import.meta.url));
const inRepository = (/** @type {string} */ name) => path.join(repository, name);

const { HOST = '127.0.0.1', PORT = '5173' } = process.env;
const port = Number(PORT);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${PORT}": give a number from 0 to 65535.`);
  process.exit(1);
}

try {
  const server = await createServer({
    configFile: inRepository('vite.config.ts'),
    root: inRepository('demo'),
    cacheDir: inRepository('node_modules/.vite-demo'),
    logLevel: 'error',
    server: { host: HOST, port, fs: { allow: [repository] } },
    optimizeDeps: {
      entries: ['*.html', '../src/components/index.ts', '../src/core/providers/*/*.ts'],
      // All of lit that is used anywhere: one that is found late would reload a page in the middle of its show.
      include: ['lit', 'lit/decorators.js', 'lit/directives/keyed.js', '@lit/context'],
    },
  });
  await server.listen();
  // The first page must not have to wait for the dependencies either.
  await server.warmupRequest('/main.ts');
  console.log(`bigcast demo: ${server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
