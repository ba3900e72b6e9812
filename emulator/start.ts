// Starts the emulator: both halves behind one port, with one clock, one list of faults and one secret key.
import { systemClock, type Clock, type Random } from '../src/core/support/clock.js';
import { startChat, type Chat } from './chat/index.js';
import type { ChatOptions } from './chat/options.js';
import { STAGE_PATH, startStage, type Stage } from './stage/index.js';
import { TELEMETRY } from './stage/http.js';
import type { StageOptions } from './stage/options.js';
import { ANY_ADDRESS } from './support/addresses.js';
import { selfSignedCertificate } from './support/certificate.js';
import { Faults } from './support/faults.js';
import { Journal, type JournalOptions } from './support/journal.js';
import type { Part, PartContext } from './support/part.js';
import { serve, type ServerOptions } from './support/server.js';

/** Stand-ins for what the service's console hands out. No secret: they open nothing but an emulator. */
export const EMULATOR_APP = { sdkAppId: 1_400_000_001, secretKey: 'emulator-secret-key-of-no-value' } as const;

export interface EmulatorOptions extends JournalOptions {
  readonly sdkAppId?: number;
  readonly secretKey?: string;
  /**
   * For tests: so many SDKAppIDs after `sdkAppId` lead into the same world, with the same secret key; default 0.
   * The chat SDK gives a page one instance per SDKAppID, so with them several people fit on one page.
   */
  readonly aliases?: number;
  /** Default 127.0.0.1: nobody but this machine. */
  readonly host?: string;
  /** Default 0: any free one. */
  readonly port?: number;
  /**
   * TLS, for SDKs that are not told of a proxy: PEM texts, or true for a certificate made here, which browsers must be
   * told not to check. Default: none.
   */
  readonly tls?: ServerOptions['tls'] | true;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly chat?: Partial<ChatOptions>;
  readonly stage?: Partial<StageOptions>;
}

export interface EmulatorUrls {
  /** What `proxyServer` of the chat SDK is set to. */
  readonly chatUrl: string;
  /** What `proxy.websocketProxy` of the stage SDK is set to. */
  readonly stageUrl: string;
  /** What `proxy.loggerProxy` of the stage SDK is set to, so that its telemetry stays here. */
  readonly loggerUrl: string;
}

export interface Emulator extends EmulatorUrls {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly port: number;
  readonly faults: Faults;
  readonly chat: Chat;
  readonly stage: Stage;
  /** Each as `<half>: <command>`, or `http: <method> <path>`; empty as long as the SDKs do only what the emulator knows. */
  readonly unknownCommands: readonly string[];
  close(): Promise<void>;
}

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', port = 0 } = options;
  const tls = options.tls === true ? await selfSignedCertificate() : options.tls;
  const journal = new Journal(options);
  const faults = new Faults();
  const sdkAppId = options.sdkAppId ?? EMULATOR_APP.sdkAppId;
  const lastAlias = sdkAppId + (options.aliases ?? 0);
  const context: PartContext = {
    sdkAppId,
    isApp: (id) => id >= sdkAppId && id <= lastAlias,
    secretKey: options.secretKey ?? EMULATOR_APP.secretKey,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    faults,
    journal,
  };
  const chat = startChat(context, options.chat);
  const stage = startStage(context, { mediaHost: host, ...options.stage });
  const parts: readonly Part[] = [chat, stage];
  const server = await serve({ host, port, ...(tls && { tls }) }, parts, { faults, journal });
  return {
    sdkAppId: context.sdkAppId,
    secretKey: context.secretKey,
    port: server.port,
    ...urlsAt(reachable(host), server.port, tls !== undefined),
    faults,
    chat,
    stage,
    get unknownCommands() {
      return journal.unknownCommands;
    },
    close: () => server.close(),
  };
}

/** What the SDKs are told of an emulator that is reached at this address. */
export function urlsAt(address: string, port: number, secure = false): EmulatorUrls {
  const [s, authority] = [secure ? 's' : '', `${address}:${port}`];
  return {
    chatUrl: `ws${s}://${authority}`,
    stageUrl: `ws${s}://${authority}${STAGE_PATH}`,
    loggerUrl: `http${s}://${authority}${TELEMETRY}`,
  };
}

/** How this machine reaches what listens on `host`; "all addresses" is not one. */
function reachable(host: string): string {
  if (host === ANY_ADDRESS || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
