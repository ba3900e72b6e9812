// Starts the emulator: both halves behind one port, with one clock, one list of faults and one secret key.
import { systemClock, type Clock, type Random } from '../src/core/support/clock.js';
import { startChat, type Chat } from './chat/index.js';
import type { ChatOptions } from './chat/options.js';
import { STAGE_PATH, startStage, type Stage } from './stage/index.js';
import { TELEMETRY } from './stage/http.js';
import type { StageOptions } from './stage/options.js';
import { Faults } from './support/faults.js';
import { Journal, type JournalOptions } from './support/journal.js';
import type { Part, PartContext } from './support/part.js';
import { serve, type ServerOptions } from './support/server.js';

/** Stand-ins for what the service's console hands out. No secret: they open nothing but an emulator. */
export const EMULATOR_APP = { sdkAppId: 1_400_000_001, secretKey: 'emulator-secret-key-of-no-value' } as const;

export interface EmulatorOptions extends JournalOptions {
  readonly sdkAppId?: number;
  readonly secretKey?: string;
  /** Default 127.0.0.1: nobody but this machine. */
  readonly host?: string;
  /** Default 0: any free one. */
  readonly port?: number;
  readonly tls?: ServerOptions['tls'];
  readonly clock?: Clock;
  readonly random?: Random;
  readonly chat?: Partial<ChatOptions>;
  readonly stage?: Partial<StageOptions>;
}

export interface Emulator {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly port: number;
  /** What `proxyServer` of the chat SDK is set to. */
  readonly chatUrl: string;
  /** What `proxy.websocketProxy` of the stage SDK is set to. */
  readonly stageUrl: string;
  /** What `proxy.loggerProxy` of the stage SDK is set to, so that its telemetry stays here. */
  readonly loggerUrl: string;
  readonly faults: Faults;
  readonly chat: Chat;
  readonly stage: Stage;
  /** Each as `<half>: <command>`; empty as long as the SDKs do only what the emulator knows. */
  readonly unknownCommands: readonly string[];
  close(): Promise<void>;
}

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', port = 0, tls } = options;
  const journal = new Journal(options);
  const faults = new Faults();
  const context: PartContext = {
    sdkAppId: options.sdkAppId ?? EMULATOR_APP.sdkAppId,
    secretKey: options.secretKey ?? EMULATOR_APP.secretKey,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    faults,
    journal,
  };
  const chat = startChat(context, options.chat);
  const stage = startStage(context, { mediaHost: host, ...options.stage });
  const parts: readonly Part[] = [chat, stage];
  const server = await serve({ host, port, ...(tls && { tls }) }, parts, faults);
  const secure = tls ? 's' : '';
  const address = `${reachable(host)}:${server.port}`;
  return {
    sdkAppId: context.sdkAppId,
    secretKey: context.secretKey,
    port: server.port,
    chatUrl: `ws${secure}://${address}`,
    stageUrl: `ws${secure}://${address}${STAGE_PATH}`,
    loggerUrl: `http${secure}://${address}${TELEMETRY}`,
    faults,
    chat,
    stage,
    get unknownCommands() {
      return journal.unknownCommands;
    },
    close: () => server.close(),
  };
}

/** How this machine reaches what listens on `host`; "all addresses" is not one. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
