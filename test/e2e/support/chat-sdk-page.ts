// A page with nothing but the unmodified chat SDK, and a person who uses it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Emulator } from '../../../emulator/index.js';
import { signer } from '../../emulator/support/sign.js';
import { serveOn, type SdkSite } from './serve-sdk.js';

export type { SdkSite };

/** The file that is served is the package's own, byte by byte. */
export async function serveSdk(host = '127.0.0.1'): Promise<SdkSite> {
  const sdk = await readFile(createRequire(import.meta.url).resolve('@tencentcloud/chat/index.js'));
  return serveOn(host, (request, response) => {
    if (request.url === '/chat.js') return response.setHeader('content-type', 'text/javascript').end(sdk);
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><link rel="icon" href="data:,"><script src="/chat.js"></script>');
  });
}

/** What the SDK reported; messages as they were, without what only the SDK itself needs. */
export interface Heard {
  readonly event: string;
  readonly data: unknown;
}

export type Outcome = { readonly data: unknown } | { readonly code: number | undefined };

type Method = (...args: unknown[]) => unknown;
type ChatInstance = Record<string, Method>;

declare global {
  interface Window {
    TencentCloudChat: {
      create(options: object): ChatInstance;
      readonly EVENT: Readonly<Record<string, string>>;
    };
    person: {
      readonly heard: Heard[];
      start(options: object): void;
      call(method: string, args: readonly unknown[]): Promise<Outcome>;
      send(kind: 'createTextMessage' | 'createCustomMessage', options: object): Promise<Outcome>;
    };
  }
}

export interface Said {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly priority: string;
  readonly payload: unknown;
  readonly cloudCustomData: string;
}

const DAY = 86_400;
/** One call of the SDK; its own limit is 15 s. */
const PATIENCE = { timeout: 20_000, interval: 20 };

/** Polls with patience: a busy machine is slow, and a page that comes back takes its time. */
export function eventually<T>(read: () => Promise<T>, timeout = PATIENCE.timeout) {
  return expect.poll(read, { ...PATIENCE, timeout });
}

export class Person {
  readonly user: string;
  readonly page: Page;
  /** Where its sockets lead. (The guard of the tabs does not see them: they are opened in a worker.) */
  readonly hosts: string[] = [];
  readonly #emulator: Emulator;

  private constructor(user: string, page: Page, emulator: Emulator) {
    this.user = user;
    this.page = page;
    this.#emulator = emulator;
    page.on('websocket', (socket) => this.hosts.push(new URL(socket.url()).host));
  }

  /** Opens a page and creates the SDK; each page's sockets can be told apart. */
  static open(context: BrowserContext, site: SdkSite, emulator: Emulator, user: string): Promise<Person> {
    return Person.openWith(context, site, emulator, user, { proxyServer: `${emulator.chatUrl}/${user}` });
  }

  /** The same with other options, for instance without a proxy. */
  static async openWith(
    context: BrowserContext,
    site: SdkSite,
    emulator: Emulator,
    user: string,
    options: object,
  ): Promise<Person> {
    const page = await context.newPage();
    await page.addInitScript(installPerson);
    const person = new Person(user, page, emulator);
    await page.goto(site.url);
    await page.evaluate((given) => window.person.start(given), { SDKAppID: emulator.sdkAppId, ...options });
    return person;
  }

  /** Logs in with a signature that is good for so many seconds. */
  signIn(seconds = DAY, secretKey = this.#emulator.secretKey): Promise<Outcome> {
    const userSig = signer({ sdkAppId: this.#emulator.sdkAppId, secretKey }).genSig(this.user, seconds);
    return this.call('login', { userID: this.user, userSig });
  }

  /** Logs in and waits until the SDK says that it is ready. */
  async login(seconds = DAY): Promise<void> {
    const before = await this.count('SDK_READY');
    expect(await this.signIn(seconds)).toHaveProperty('data');
    await eventually(() => this.count('SDK_READY')).toBe(before + 1);
  }

  /** Calls a method of the SDK: its data, or the code of its error. */
  call(method: string, ...args: unknown[]): Promise<Outcome> {
    return this.page.evaluate(([name, given]) => window.person.call(name, given), [method, args] as const);
  }

  says(groupID: string, text: string, priority = 'Normal'): Promise<Outcome> {
    return this.sends('createTextMessage', { to: groupID, payload: { text }, priority });
  }

  sends(kind: 'createTextMessage' | 'createCustomMessage', options: object): Promise<Outcome> {
    return this.page.evaluate(([one, given]) => window.person.send(one, given), [kind, options] as const);
  }

  /** What was heard under an event's name, oldest first. */
  async heard(event: string): Promise<unknown[]> {
    const all = await this.page.evaluate(() => window.person.heard);
    return all.filter((one) => one.event === event).map(({ data }) => data);
  }

  async count(event: string): Promise<number> {
    return (await this.heard(event)).length;
  }

  /** All messages of some types that were received, oldest first. */
  async received(...types: string[]): Promise<Said[]> {
    const messages = (await this.heard('MESSAGE_RECEIVED')).flat() as Said[];
    return messages.filter(({ type }) => types.includes(type));
  }

  async texts(): Promise<string[]> {
    const messages = await this.received('TIMTextElem');
    return messages.map(({ from, payload }) => `${from}: ${(payload as { text: string }).text}`);
  }

  /** Waits until exactly these texts have come. */
  async hears(...texts: string[]): Promise<void> {
    await eventually(() => this.texts()).toEqual(texts);
  }

  /** Waits until an event has come with exactly this as its last data. */
  async learns(event: string, data: unknown): Promise<void> {
    await eventually(async () => (await this.heard(event)).at(-1)).toEqual(data);
  }
}

/** Runs in the page, before the SDK. */
function installPerson(): void {
  const KEPT = ['type', 'from', 'to', 'priority', 'payload', 'cloudCustomData'];
  const EVENTS = [
    'SDK_READY',
    'SDK_NOT_READY',
    'MESSAGE_RECEIVED',
    'KICKED_OUT',
    'NET_STATE_CHANGE',
    'GROUP_ATTRIBUTES_UPDATED',
    'GROUP_COUNTER_UPDATED',
  ];
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;
  const heard: Heard[] = [];
  let chat: ChatInstance;

  const keep = (event: string, data: unknown) => {
    const list = event === 'MESSAGE_RECEIVED' ? (data as Record<string, unknown>[]) : undefined;
    const kept = list?.map((message) => Object.fromEntries(KEPT.map((name) => [name, message[name]])));
    heard.push({ event, data: plain(kept ?? data) });
  };
  const outcomeOf = async (work: () => unknown): Promise<Outcome> => {
    try {
      const { data } = (await work()) as { data: unknown };
      return { data: plain(data) };
    } catch (error) {
      return { code: (error as { code?: number }).code };
    }
  };
  window.person = {
    heard,
    start(options) {
      chat = window.TencentCloudChat.create(options);
      chat['setLogLevel']!(4);
      for (const event of EVENTS) {
        chat['on']!(window.TencentCloudChat.EVENT[event], ({ data }: { data: unknown }) => keep(event, data));
      }
    },
    call: (method, args) => outcomeOf(() => chat[method]!(...args)),
    send: (kind, options) =>
      outcomeOf(() => chat['sendMessage']!(chat[kind]!({ conversationType: 'GROUP', ...options }))),
  };
}
