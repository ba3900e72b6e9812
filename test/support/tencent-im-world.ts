// Worlds of the Tencent provider's chat half for the contract suites: the real SDK in this page, an emulator in Node.
import { expect, vi } from 'vitest';
import type { Credentials } from '../../src/core/ports/credentials.js';
import type { ImPort } from '../../src/core/ports/im-port.js';
import type { ProviderContext, ProviderSettings } from '../../src/core/ports/provider.js';
import { createTencentIms } from '../../src/core/providers/tencent/im/index.js';
import { systemClock, type Clock } from '../../src/core/support/clock.js';
import type { ImWorld } from '../contracts/im-port.contract.js';
import type { PlainOptions } from './emulator-host.js';
import { startEmulatorWorld, type EmulatorWorld, type SignOptions } from './emulator-world.js';
import { PATIENCE } from './recorder.js';

const ids = () => crypto.randomUUID();

export interface TencentPerson {
  readonly port: ImPort;
  /** The SDKAppID: a login of its own unless one was given. */
  readonly app: number;
  /** Connects again, with a fresh signature. */
  connect(sign?: SignOptions): Promise<void>;
}

export interface TencentImWorld extends ImWorld {
  readonly emulator: EmulatorWorld;
  /** A new port, not yet connected, on a login of its own unless `app` says otherwise. Its sockets can be cut off by the user's name. */
  person(person: Credentials, settings?: ProviderSettings, clock?: Clock): TencentPerson;
  /** How many workers were started: the SDK starts one for each socket that it tries to open. */
  readonly workersStarted: () => number;
}

export async function createTencentImWorld(options: PlainOptions = {}): Promise<TencentImWorld> {
  const chat = { pollingIntervalMs: 50, ...options.chat };
  const emulator = await startEmulatorWorld({ ...options, chat });
  const makePort = createTencentIms();
  const room = `room-${ids().slice(0, 8)}`;
  const workers = trackWorkers();
  const listenAgain = overhearSdk();
  const made: ImPort[] = [];
  const person: TencentImWorld['person'] = (who, settings = {}, clock = systemClock) => {
    const app = settings.sdkAppId ?? emulator.newApp();
    const context: ProviderContext = {
      room,
      settings: { imProxy: `${emulator.chatUrl}/${who.userId}`, ...settings, sdkAppId: app },
      credentials: () => Promise.reject(new Error('The chat half is given its credentials.')),
      clock,
      random: Math.random,
      ids,
    };
    const port = makePort(context);
    made.push(port);
    const connect = async (sign: SignOptions = {}) =>
      port.connect({ ...who, userSig: await emulator.sign(who.userId, { app, ...sign }) });
    return { port, app, connect };
  };
  return {
    room,
    otherRoom: `${room}-other`,
    emulator,
    person,
    workersStarted: () => workers.started,
    async port(who) {
      const { port, connect } = person(who);
      await connect();
      return port;
    },
    async leftovers() {
      // A goodbye may take longer than closing waits for it; what stays is left behind.
      const left = async () => {
        const { chat } = await emulator.connections();
        return [...names('socket', chat), ...names('worker', workers.running)];
      };
      await vi.waitFor(async () => expect(await left()).toEqual([]), PATIENCE).catch(() => undefined);
      return left();
    },
    async close() {
      await Promise.all(made.map((port) => port.close()));
      workers.stop();
      listenAgain();
      await emulator.close();
    },
  };
}

const names = (name: string, length: number) => Array.from({ length }, () => name);

/** The SDK drops the rejections of what it asks by itself when a login ends; no port could catch them. Nothing else is overheard. */
function overhearSdk(): () => void {
  const listener = (event: PromiseRejectionEvent) => {
    const { code, stack = '' } = event.reason as { code?: unknown; stack?: string };
    if (typeof code !== 'number' || !stack.includes('tencentcloud')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('unhandledrejection', listener, true);
  return () => window.removeEventListener('unhandledrejection', listener, true);
}

/** Counts the workers that are started from now on and not ended: the SDK keeps its sockets and timers in them. */
function trackWorkers(): { readonly running: number; readonly started: number; stop(): void } {
  const running = new Set<Worker>();
  let started = 0;
  const Real = window.Worker;
  class Tracked extends Real {
    constructor(...args: ConstructorParameters<typeof Real>) {
      super(...args);
      running.add(this);
      started += 1;
    }
    override terminate(): void {
      running.delete(this);
      super.terminate();
    }
  }
  window.Worker = Tracked;
  return {
    get running() {
      return running.size;
    },
    get started() {
      return started;
    },
    stop: () => void (window.Worker = Real),
  };
}
