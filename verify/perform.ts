// Takes the story once, on whatever services the browser's flags lead to, and dismisses what it has made.
import { randomBytes } from 'node:crypto';
import { chromium, type Browser } from 'playwright';
import { findHeadless, HELP } from '../scripts/find-chromium.mjs';
import { CHROMIUM_FLAGS, QUIET } from '../test/support/chromium-flags.js';
import { Actor } from './actor.js';
import { carryOut, hearsDismissal, type BareOrder } from './bare-sdk.js';
import { PEOPLE, startCredentials, type App, type CredentialsServer, type Person } from './credentials.js';
import type { Frame } from './frames.js';
import { takePoints, within, type Outcome } from './points.js';
import { Recording } from './record.js';
import { createRedactor, type Redact } from './redact.js';
import { STORY, type Cast } from './story.js';

export interface PerformOptions {
  readonly app: App;
  /** Where the built pages are. */
  readonly site: string;
  /** More flags for Chromium. */
  readonly flags: readonly string[];
  /** How long something may take to show, in milliseconds. */
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly done: (outcome: Outcome) => void;
  /** Told the room's name before it is made. */
  readonly begin: (room: string) => void;
}

export interface Performance {
  readonly room: string;
  readonly outcomes: readonly Outcome[];
  readonly frames: readonly Frame[];
  readonly hosts: readonly string[];
}

const TIDY_UP = 'nothing is left of the room';

export async function perform(options: PerformOptions): Promise<Performance> {
  const room = `verify-${Date.now().toString(36)}-${randomBytes(3).toString('hex')}`;
  options.begin(room);
  const { app, site, signal, patience, done } = options;
  const browser = await launch(options.flags);
  try {
    const credentials = await startCredentials(app, room, site);
    try {
      const redact = redactorFor(app, credentials);
      const recording = new Recording();
      const troupe = new Troupe(browser, recording, { room, site, credentials: credentials.url, patience });
      const limits = { cast: troupe, limit: 2 * patience, redact, done };
      const outcomes = await takePoints(STORY, { ...limits, signal });
      // Also when the story was stopped.
      const tidyUp = { name: TIDY_UP, act: (cast: Troupe) => cast.tidyUp() };
      const tidied = await takePoints([tidyUp], { ...limits, signal: new AbortController().signal });
      await recording.settled();
      return {
        room,
        outcomes: [...outcomes, ...tidied],
        frames: recording.frames,
        hosts: [...recording.hosts].map(redact).sort(),
      };
    } finally {
      await credentials.close();
    }
  } finally {
    await browser.close();
  }
}

/** Ctrl+C is ours: the room is dismissed before the browser goes. */
async function launch(flags: readonly string[]): Promise<Browser> {
  const executablePath = findHeadless();
  if (!executablePath) throw new Error(HELP);
  const handle = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags], ...handle });
}

export function redactorFor({ sdkAppId, secretKey }: App, issued?: Pick<CredentialsServer, 'signatures'>): Redact {
  return createRedactor(() => [
    [secretKey, '(secret)'],
    [String(sdkAppId), '<SDKAppID>'],
    ...(issued?.signatures ?? []).map((signature) => [signature, '(signature)'] as const),
  ]);
}

interface Place {
  readonly room: string;
  readonly site: string;
  readonly credentials: string;
  readonly patience: number;
}

class Troupe implements Cast {
  readonly #browser: Browser;
  readonly #recording: Recording;
  readonly #place: Place;
  readonly #actors = new Map<Person, Actor>();
  #forger: Actor | undefined;

  constructor(browser: Browser, recording: Recording, place: Place) {
    this.#browser = browser;
    this.#recording = recording;
    this.#place = place;
  }

  async enter(person: Exclude<Person, 'forger'>): Promise<Actor> {
    const { room, credentials } = this.#place;
    const actor = await this.#open({
      element: person === 'host' ? 'host' : 'viewer',
      provider: 'tencent',
      user: PEOPLE[person],
      // Another one each time: a name that the service knows already is not written again.
      name: `${person} of ${room}`,
      room,
      credentials,
    });
    this.#actors.set(person, actor);
    return actor;
  }

  of(person: Person): Actor {
    const actor = this.#actors.get(person);
    if (!actor) throw new Error(`the page of the ${person} did not open`);
    return actor;
  }

  async forge(say: NonNullable<BareOrder['say']>): Promise<void> {
    this.#forger = await this.#withBareSdk({ user: PEOPLE.forger, role: 'viewer', say, stay: true });
  }

  async forgerHearsTheEnd(): Promise<void> {
    if (!this.#forger) throw new Error('the forger is not there');
    await hearsDismissal(this.#forger.page);
  }

  /** Ends the show, if it is still on, by the kit; then makes sure by the bare SDK. */
  async tidyUp(): Promise<void> {
    const { patience } = this.#place;
    const host = this.#actors.get('host');
    if (host) {
      const ending = host.state().then(({ phase }) => (phase === 'ended' ? undefined : host.does('end')));
      await within(patience / 2, new AbortController().signal, ending).catch(() => undefined);
    }
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
    await this.#withBareSdk({ user: PEOPLE.host, role: 'host', dismiss: true });
  }

  async #withBareSdk(order: Omit<BareOrder, 'room' | 'credentials'>): Promise<Actor> {
    const { room, credentials } = this.#place;
    const somebody = await this.#open({});
    await carryOut(somebody.page, { ...order, room, credentials });
    return somebody;
  }

  async #open(query: Readonly<Record<string, string>>): Promise<Actor> {
    const { site, patience } = this.#place;
    const context = await this.#browser.newContext({ permissions: ['camera', 'microphone'], ...QUIET });
    this.#recording.listenTo(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const actor = new Actor(page, patience);
    await page.goto(`${site}/actor.html?${new URLSearchParams(query)}`);
    await page.waitForFunction(() => 'actor' in window);
    return actor;
  }
}
