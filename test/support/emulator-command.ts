// Vitest's browser command `emulator`: how a test in a page starts and steers an emulator in Node (see emulator-world.ts).
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { createEmulatorHost, EmulatorOrders } from './emulator-host.js';

const HOST = fileURLToPath(new URL('./emulator-host.ts', import.meta.url));

type Orders = Record<string, (...args: unknown[]) => unknown>;

/** The command for vitest.config.ts. The emulator's code is loaded by the first test that wants one. */
export function createEmulatorCommand() {
  let host: Promise<EmulatorOrders> | undefined;
  const load = async () => {
    const { module } = await runnerImport<{ createEmulatorHost: typeof createEmulatorHost }>(HOST, {
      configFile: false,
      logLevel: 'error',
    });
    return module.createEmulatorHost();
  };
  return async (_context: unknown, order: string, ...args: unknown[]): Promise<unknown> => {
    const orders = (await (host ??= load())) as unknown as Orders;
    const run = orders[order];
    if (!run) throw new Error(`The emulator takes no order "${order}".`);
    return run(...args);
  };
}
