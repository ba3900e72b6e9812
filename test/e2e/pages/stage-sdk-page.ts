// A page with nothing but the unmodified stage SDK, and a person who uses it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Emulator } from '../../../emulator/index.js';
import { signer } from '../../emulator/support/sign.js';
import { installStagePerson, type Outcome, type Seen, type StageHeard } from './stage-sdk-script.js';

export interface SdkSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Where a page finds the packages; nothing else of this folder is served. */
const PACKAGES = /^\/(trtc-sdk-v5|webrtc-adapter|sdp)\/[\w./-]+$/;
const PAGE = `<!doctype html><link rel="icon" href="data:,"><body>
<script type="importmap">
  {"imports": {"webrtc-adapter": "/webrtc-adapter/src/js/adapter_core.js", "sdp": "/sdp/sdp.js"}}
</script>
<script type="module">import TRTC from '/trtc-sdk-v5/trtc.esm.js'; window.TRTC = TRTC;</script>`;

/**
 * The files that are served are the packages' own, byte by byte. It is the module build, as in production: the other
 * one, trtc.js, puts a URL of its own without URL.parse in the place of the browser's, on which Playwright depends.
 */
export async function serveStageSdk(): Promise<SdkSite> {
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(PAGE);
    const file = path.endsWith('.js') ? path : `${path}.js`;
    if (!PACKAGES.test(path) || path.includes('..')) return void response.writeHead(404).end();
    readFile(`${modules}${file}`).then(
      (text) => response.setHeader('content-type', 'text/javascript').end(text),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

export interface Entry {
  readonly room?: number | string;
  readonly role?: 'anchor' | 'audience';
  readonly privateMapKey?: string;
  readonly userSig?: string;
}

const DAY = 86_400;
/** The SDK answers some things only after its own five seconds, and the machine is busy. */
const PATIENCE = { timeout: 30_000, interval: 20 };

export function eventually<T>(read: () => Promise<T>, timeout = PATIENCE.timeout) {
  return expect.poll(read, { ...PATIENCE, timeout });
}

export class StagePerson {
  readonly user: string;
  readonly page: Page;
  /** Where its sockets lead. */
  readonly hosts: string[] = [];
  readonly #emulator: Emulator;

  private constructor(user: string, page: Page, emulator: Emulator) {
    this.user = user;
    this.page = page;
    this.#emulator = emulator;
    page.on('websocket', (socket) => this.hosts.push(new URL(socket.url()).host));
  }

  static async open(context: BrowserContext, site: SdkSite, emulator: Emulator, user: string): Promise<StagePerson> {
    const page = await context.newPage();
    await page.addInitScript(installStagePerson);
    await page.goto(site.url);
    const person = new StagePerson(user, page, emulator);
    await page.evaluate(() => window.stagePerson.start());
    return person;
  }

  sign(seconds = DAY, secretKey = this.#emulator.secretKey): string {
    return signer({ sdkAppId: this.#emulator.sdkAppId, secretKey }).genSig(this.user, seconds);
  }

  enter({ room = 'stage', role = 'audience', privateMapKey, userSig = this.sign() }: Entry = {}): Promise<Outcome> {
    const { sdkAppId, stageUrl, loggerUrl } = this.#emulator;
    return this.call('enterRoom', {
      ...(typeof room === 'number' ? { roomId: room } : { strRoomId: room }),
      ...(privateMapKey !== undefined && { privateMapKey }),
      sdkAppId,
      userId: this.user,
      userSig,
      scene: 'live',
      role,
      proxy: { websocketProxy: stageUrl, loggerProxy: loggerUrl },
    });
  }

  async publish(options: object = {}): Promise<void> {
    expect(await this.call('startLocalVideo', { option: { profile: '240p', ...options } })).toEqual({ ok: true });
  }

  call(method: string, ...args: unknown[]): Promise<Outcome> {
    return this.page.evaluate(([name, params]) => window.stagePerson.call(name, params), [method, args] as const);
  }

  heard(event?: string): Promise<readonly StageHeard[]> {
    return this.page.evaluate(
      (wanted) => window.stagePerson.heard.filter((one) => !wanted || one.event === wanted),
      event,
    );
  }

  /** What was reported under this name, oldest first. */
  async told(event: string): Promise<readonly unknown[]> {
    return (await this.heard(event)).map(({ data }) => data);
  }

  /** Waits until this was reported. */
  learns(event: string, data: object): Promise<void> {
    return eventually(() => this.told(event)).toContainEqual(expect.objectContaining(data));
  }

  /** Looks at the next decoded frames of somebody's video. */
  watch(user: string, streamType: 'main' | 'sub' = 'main', frames = 8): Promise<Seen> {
    return this.page.evaluate(([who, type, count]) => window.stagePerson.watch(who, type, count), [
      user,
      streamType,
      frames,
    ] as const);
  }

  /** Checks that a moving picture that is not black is shown. */
  async seesMoving(user: string, streamType: 'main' | 'sub' = 'main'): Promise<Seen> {
    const seen = await this.watch(user, streamType);
    expect(seen.changes).toBeGreaterThan(2);
    expect(seen.brightness).toBeGreaterThan(20);
    return seen;
  }

  /** Closes the page without letting it say goodbye. */
  async crash(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), this.page.waitForEvent('crash')]);
    await this.page.close();
  }
}
