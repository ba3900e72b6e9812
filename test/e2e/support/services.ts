// The services a play runs on: the embedded default, or the real SDKs against an emulator.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createEmulatorCredentials,
  startEmulator,
  type Emulator,
  type EmulatorCredentialsOptions,
  type EmulatorOptions,
} from '../../../emulator/index.js';
import { signer } from '../../emulator/support/sign.js';
import type { Actor } from './play.js';

export interface Services {
  readonly name: string;
  /** What an element needs to use them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What its SDKs throw where nobody can catch it, as `<path>: <message>`; everything else that a page throws fails the test. */
  readonly noise: RegExp;
  /** Names of what is still held of the room when all have left it. */
  leftovers(actor: Actor, room: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const LOCAL: Services = {
  name: 'local',
  attributes: {},
  noise: /^$/,
  leftovers: (actor, room) =>
    actor.page.evaluate(async (id) => {
      const { held = [] } = await navigator.locks.query();
      const locks = held.map(({ name = '' }) => name);
      return [...locks, ...Object.keys(localStorage)].filter((name) => name.includes(id));
    }, room),
  close: async () => undefined,
};

export interface EmulatedServices extends Services {
  readonly emulator: Emulator;
  /** The address of the credentials server, and what it was asked, as queries. */
  readonly credentials: { readonly url: string; readonly asked: readonly URLSearchParams[] };
  /** Signs for a user whose page goes past the kit. */
  sign(user: string): string;
}

export interface EmulatedOptions {
  readonly emulator?: EmulatorOptions;
  readonly credentials?: Partial<EmulatorCredentialsOptions>;
  /** Answers in place of the credentials server, when it wants to: returns whether it did. */
  readonly answer?: (...args: Parameters<RequestListener>) => boolean;
}

/** An emulator that pages reach as by a proxy. @param origin - Of the pages that will ask for credentials. */
export async function startEmulated(origin: string, options: EmulatedOptions = {}): Promise<EmulatedServices> {
  const chat = { pollingIntervalMs: 50, ...options.emulator?.chat };
  const emulator = await startEmulator({ ...options.emulator, chat });
  const services = await serveCredentials(origin, emulator, options);
  const proxies = { 'im-proxy': emulator.chatUrl, 'av-proxy': emulator.stageUrl };
  return { ...services, attributes: { ...services.attributes, ...proxies } };
}

/** The credentials for an emulator that runs, and nothing that says where it is. Closes both. */
export async function serveCredentials(
  origin: string,
  emulator: Emulator,
  options: Omit<EmulatedOptions, 'emulator'> = {},
): Promise<EmulatedServices> {
  const { sdkAppId, secretKey } = emulator;
  const issue = createEmulatorCredentials({ sdkAppId, secretKey, allowedOrigins: [origin], ...options.credentials });
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://localhost').searchParams);
    if (!options.answer?.(request, response)) issue(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    name: 'tencent',
    emulator,
    credentials: { url, asked },
    sign: (user) => signer(emulator).genSig(user, 3600),
    attributes: { provider: 'tencent', credentials: url },
    // The chat SDK's own requests in the background, when the login they belong to ends.
    noise: /^\/actor\.html: UserSig expired$/,
    leftovers: async (_actor, room) => [
      ...(emulator.chat.group(room) ? ['the chat room'] : []),
      ...(emulator.chat.connections > 0 ? [`${emulator.chat.connections} connections for chat`] : []),
      ...(emulator.stage.connections > 0 ? [`${emulator.stage.connections} connections for the stage`] : []),
    ],
    async close() {
      server.close();
      await emulator.close();
      if (emulator.unknownCommands.length > 0)
        throw new Error(`The emulator does not know: ${emulator.unknownCommands.join(', ')}`);
    },
  };
}
