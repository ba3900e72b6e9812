// The development server of the demo: its pages, an emulator of both services, and the credentials for it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, runnerImport } from 'vite';

const repository = fileURLToPath(new URL('..', import.meta.url));
const inRepository = (/** @type {string} */ name) => path.join(repository, name);
/** Enough that each person on a page can have an SDKAppID of their own. */
const ALIASES = 10_000;

/**
 * @param {{ host: string, port: number, cacheDir?: string, watch?: boolean }} options - `port` 0: any free one.
 * @returns {Promise<{ url: string, networkUrls: readonly string[], close(): Promise<void> }>} `networkUrls`: for other devices.
 */
export async function serveDemo({ host, port, cacheDir = 'node_modules/.vite-demo', watch = true }) {
  const { startEmulator, createEmulatorCredentials } = await load('emulator/index.ts');
  const warn = (/** @type {string} */ line) => console.warn(line);
  // On the same network as the pages: a phone that may see them must reach the services, too.
  const emulator = await startEmulator({ host, aliases: ALIASES, warn });
  const { sdkAppId, secretKey, chatUrl, stageUrl } = emulator;
  const credentials = createEmulatorCredentials({ sdkAppId, secretKey, aliases: ALIASES });
  try {
    const server = await createServer({
      configFile: inRepository('vite.config.ts'),
      root: inRepository('demo'),
      cacheDir: inRepository(cacheDir),
      logLevel: 'error',
      define: { 'import.meta.env.SERVICES': JSON.stringify({ imProxy: chatUrl, avProxy: stageUrl }) },
      server: { host, port, fs: { allow: [repository] }, ...(!watch && { hmr: false, watch: null }) },
      optimizeDeps: {
        entries: ['*.html', '../src/components/index.ts', '../src/core/providers/*/**/*.ts'],
        // All that is used anywhere: one that is found late would reload a page in the middle of its show.
        include: ['lit', 'lit/decorators.js', 'lit/directives/keyed.js', '@tencentcloud/chat', 'trtc-sdk-v5'],
      },
      plugins: [
        {
          name: 'bigcast-credentials',
          configureServer: ({ middlewares }) => void middlewares.use('/api/credentials', credentials),
        },
      ],
    });
    await server.listen();
    // The first page must not have to wait for the dependencies either.
    await server.warmupRequest('/main.ts');
    const { local = [], network = [] } = server.resolvedUrls ?? {};
    const url = local[0] ?? network[0];
    if (!url) throw new Error('The development server has no address.');
    return {
      url,
      networkUrls: network,
      async close() {
        await Promise.all([server.close(), emulator.close()]);
      },
    };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

/** Node 20 reads no TypeScript, Vite does. */
async function load(/** @type {string} */ file) {
  const { module } = await runnerImport(inRepository(file), { configFile: false, logLevel: 'error' });
  return module;
}
