// A world of the Tencent provider's stage half for the contract suite: the real SDK in this page, against an emulator of its own.
import { vi } from 'vitest';
import type { AvPort } from '../../src/core/ports/av-port.js';
import type { Credentials } from '../../src/core/ports/credentials.js';
import type { ProviderContext } from '../../src/core/ports/provider.js';
import { createTencentAv } from '../../src/core/providers/tencent/av/index.js';
import { systemClock } from '../../src/core/support/clock.js';
import type { AvWorld } from '../contracts/av-port.contract.js';
import type { PlainOptions } from './emulator-host.js';
import { startEmulatorWorld, type EmulatorWorld } from './emulator-world.js';
import { trackConnections } from './local-world.js';
import { openOtherPage } from './other-page.js';
import { PATIENCE } from './recorder.js';

const STAGE = 'premiere';
/** The service keeps somebody whose page died for 90 s. */
const REMOVE_AFTER = 500;
const MODULE = {
  module: new URL('../../src/core/providers/tencent/index.ts', import.meta.url).href,
  name: 'tencentProvider',
};

/** What a page would give the provider for this person. */
export function stageContext(
  emulator: EmulatorWorld,
  userId: string,
  credentials: Partial<Credentials> = {},
): ProviderContext {
  return {
    room: STAGE,
    settings: { avProxy: emulator.stageUrl, imProxy: emulator.chatUrl },
    credentials: async () => ({
      userId,
      sdkAppId: emulator.sdkAppId,
      userSig: await emulator.sign(userId),
      ...credentials,
    }),
    clock: systemClock,
    random: Math.random,
    ids: () => crypto.randomUUID(),
  };
}

export interface StagePage {
  readonly port: AvPort;
  /** Ends the page as a killed tab ends. */
  crash(): void;
}

/** A port on a page of its own: the SDK does not let one page enter a stage twice as the same person. */
export async function openStagePage(emulator: EmulatorWorld, userId: string): Promise<StagePage> {
  const page = await openOtherPage(MODULE);
  // The tests' media are this page's, and the SDK asks whether they are of its own page's making.
  Object.assign(page.window, { MediaStreamTrack });
  return { port: page.ports(STAGE, stageContext(emulator, userId)).av, crash: page.crash };
}

export async function createTencentAvWorld(stage: PlainOptions['stage'] = {}): Promise<AvWorld> {
  const emulator = await startEmulatorWorld({ stage: { removeAfterMs: REMOVE_AFTER, ...stage } });
  const connections = trackConnections();
  const made: AvPort[] = [];
  const pages: StagePage[] = [];
  const open = () => connections.all.filter(({ signalingState }) => signalingState !== 'closed');
  /** How many sockets stay open: the service hears of a closed one a moment later. */
  const sockets = async () => {
    const count = async () => (await emulator.connections()).stage;
    await vi.waitFor(async () => expectNone(await count()), PATIENCE).catch(() => undefined);
    return count();
  };
  /** How many were left at the end. */
  let left: number | undefined;
  return {
    stage: STAGE,
    async port(userId) {
      const port = createTencentAv(stageContext(emulator, userId));
      made.push(port);
      return port;
    },
    async portElsewhere(userId) {
      const page = await openStagePage(emulator, userId);
      pages.push(page);
      return page;
    },
    async settled() {
      await vi.waitFor(() => {
        const waiting = open().filter(({ connectionState }) => connectionState !== 'connected');
        if (waiting.length > 0) throw new Error(`${waiting.length} connections are not made yet.`);
      }, PATIENCE);
    },
    async leftovers() {
      const count = left ?? (await sockets());
      return [
        ...open().map(({ connectionState }) => `connection ${connectionState}`),
        ...(count === 0 ? [] : [`${count} sockets`]),
      ];
    },
    async close() {
      await Promise.all(made.map((port) => port.close()));
      for (const page of pages) page.crash();
      connections.stop();
      if (left !== undefined) return;
      left = await sockets();
      await emulator.close();
    },
  };
}

function expectNone(count: number): void {
  if (count > 0) throw new Error(`${count} sockets are still open.`);
}
