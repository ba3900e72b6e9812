// The two services on this machine and the credentials for them, as a benchmark's pages need them.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const EMULATOR = fileURLToPath(new URL('../../emulator/index.ts', import.meta.url));

/** @param {string} origin Of the pages that ask for credentials. */
export async function startServices(origin) {
  const { module } = await runnerImport(EMULATOR, { configFile: false, logLevel: 'error' });
  const emulator = await module.startEmulator();
  const { sdkAppId, secretKey, chatUrl, stageUrl } = emulator;
  const server = createServer(module.createEmulatorCredentials({ sdkAppId, secretKey, allowedOrigins: [origin] }));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** Attributes of an element that uses them. */
    attributes: {
      provider: 'tencent',
      credentials: `http://127.0.0.1:${server.address().port}/`,
      'im-proxy': chatUrl,
      'av-proxy': stageUrl,
    },
    async close() {
      server.close();
      await emulator.close();
    },
  };
}
