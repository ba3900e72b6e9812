// A page with nothing but the unmodified stage SDK, and a person who uses it.
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Emulator } from '../../../emulator/index.js';
import { signer } from '../../emulator/support/sign.js';
import { serveOn, type SdkSite } from '../support/serve-sdk.js';
import { installStagePerson, type Outcome, type Reception, type Seen, type StageHeard } from './stage-sdk-script.js';

export type { SdkSite };

const FILES: Readonly<Record<string, string>> = {
  '/trtc.js': 'trtc-sdk-v5/trtc.esm.js',
  // The SDK's one import; its own modules are for bundlers only.
  '/adapter.js': 'webrtc-adapter/out/adapter.js',
};
const PAGE = `<!doctype html><link rel="icon" href="data:,"><body>
<script type="importmap">{ "imports": { "webrtc-adapter": "data:text/javascript,export default adapter" } }</script>
<script src="/adapter.js"></script>
<script type="module">import TRTC from '/trtc.js'; window.TRTC = TRTC;</script>`;

/**
 * The files that are served are the packages' own, byte by byte. It is the module build, as in production: the other
 * one, trtc.js, puts a URL of its own without URL.parse in the place of the browser's, on which Playwright depends.
 */
export async function serveStageSdk(host = '127.0.0.1'): Promise<SdkSite> {
  const texts = new Map<string, Buffer>();
  for (const [path, file] of Object.entries(FILES)) {
    texts.set(path, await readFile(new URL(`../../../node_modules/${file}`, import.meta.url)));
  }
  return serveOn(host, (request, response) => {
    const script = texts.get(request.url ?? '');
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html').end(script ?? PAGE);
  });
}

export interface Entry {
  readonly room?: number | string;
  readonly role?: 'anchor' | 'audience';
  readonly privateMapKey?: string;
  readonly userSig?: string;
  /** Default: the emulator's; null: none, as in production. */
  readonly proxy?: object | null;
}

interface MapKeySigner {
  genPrivateMapKey(userId: string, seconds: number, room: number, rights: number): string;
  genPrivateMapKeyWithStringRoomID(userId: string, seconds: number, room: string, rights: number): string;
}

const DAY = 86_400;
const NOTHING: Reception = { framesDecoded: 0, packetsLost: 0, nackCount: 0, pliCount: 0, codec: '', energy: 0 };
/** The SDK answers some things only after its own five seconds, and the machine is busy. */
const PATIENCE = { timeout: 30_000, interval: 20 };

export function eventually<T>(read: () => Promise<T>, timeout = PATIENCE.timeout) {
  return expect.poll(read, { ...PATIENCE, timeout });
}

/** A page with the SDK and nobody who uses it. */
export async function openStagePage(context: BrowserContext, site: SdkSite): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(installStagePerson);
  await page.goto(site.url);
  return page;
}

export class StagePerson {
  readonly user: string;
  readonly page: Page;
  readonly #emulator: Emulator;

  private constructor(user: string, page: Page, emulator: Emulator) {
    this.user = user;
    this.page = page;
    this.#emulator = emulator;
  }

  static async open(context: BrowserContext, site: SdkSite, emulator: Emulator, user: string): Promise<StagePerson> {
    return StagePerson.on(await openStagePage(context, site), emulator, user);
  }

  /** On a page that has been opened, and maybe used by somebody else before. */
  static async on(page: Page, emulator: Emulator, user: string): Promise<StagePerson> {
    await page.bringToFront();
    await page.evaluate(() => window.stagePerson.start());
    return new StagePerson(user, page, emulator);
  }

  /** Leaves the page as it was; rejects when that does not work. */
  async retire(): Promise<void> {
    await this.page.evaluate(() => window.stagePerson.stop());
  }

  sign(seconds = DAY, secretKey = this.#emulator.secretKey): string {
    return signer({ sdkAppId: this.#emulator.sdkAppId, secretKey }).genSig(this.user, seconds);
  }

  /** A privateMapKey for a room of a number or of a name. */
  mapKey(room: number | string, rights: number): string {
    const api = signer(this.#emulator) as unknown as MapKeySigner;
    return typeof room === 'number'
      ? api.genPrivateMapKey(this.user, DAY, room, rights)
      : api.genPrivateMapKeyWithStringRoomID(this.user, DAY, room, rights);
  }

  enter({ room = 'stage', role = 'audience', privateMapKey, userSig, proxy }: Entry = {}): Promise<Outcome> {
    const { sdkAppId, stageUrl, loggerUrl } = this.#emulator;
    const ours = { websocketProxy: stageUrl, loggerProxy: loggerUrl };
    return this.call('enterRoom', {
      ...(typeof room === 'number' ? { roomId: room } : { strRoomId: room }),
      ...(privateMapKey !== undefined && { privateMapKey }),
      sdkAppId,
      userId: this.user,
      userSig: userSig ?? this.sign(),
      scene: 'live',
      role,
      ...(proxy !== null && { proxy: proxy ?? ours }),
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
  async watch(user: string, streamType: 'main' | 'sub' = 'main', frames = 8): Promise<Seen> {
    // A page behind another one draws about one frame a second.
    await this.page.bringToFront();
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

  /** Waits until the page has drawn so many times: sixty times a second at most. */
  drawsFrames(count: number): Promise<void> {
    return this.page.evaluate(async (times) => {
      for (let i = 0; i < times; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, count);
  }

  /** When this was first reported, in ms since 1970. */
  async at(event: string): Promise<number> {
    const [first] = await this.heard(event);
    return first!.at + (await this.page.evaluate(() => performance.timeOrigin));
  }

  async settled(method: string): Promise<boolean> {
    return (await this.heard(`done ${method}`)).length > 0;
  }

  /** Where the service said that media can be sent to. */
  offeredAddresses(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.stagePerson.offeredAddresses());
  }

  /** What the browser says about the video that it receives. */
  async reception(): Promise<Reception> {
    const found = await this.page.evaluate(() => window.stagePerson.inbound('video'));
    return found.reduce((most, one) => (one.framesDecoded > most.framesDecoded ? one : most), NOTHING);
  }

  async decoded(): Promise<number> {
    return (await this.reception()).framesDecoded;
  }

  async codec(): Promise<string> {
    return (await this.reception()).codec;
  }

  async audioEnergy(): Promise<number> {
    const found = await this.page.evaluate(() => window.stagePerson.inbound('audio'));
    return Math.max(0, ...found.map(({ energy }) => energy));
  }

  async width(user: string): Promise<number> {
    return (await this.watch(user, 'main', 1)).width;
  }

  /** Publishes a moving canvas as what would be a screen: headless browsers have none. */
  async shareCanvas(): Promise<void> {
    expect(await this.page.evaluate(() => window.stagePerson.shareCanvas())).toEqual({ ok: true });
  }

  async startRemote(user: string): Promise<void> {
    expect(await this.page.evaluate((who) => window.stagePerson.startRemote(who, 'main'), user)).toEqual({ ok: true });
  }

  /** Lets the SDK believe that its connection for media has failed. */
  failConnection(): Promise<void> {
    return this.page.evaluate(() => window.stagePerson.failConnection());
  }

  /** Closes the page without letting it say goodbye. */
  async crash(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), this.page.waitForEvent('crash')]);
    await this.page.close();
  }
}
