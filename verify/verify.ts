// The whole check: the story on the emulator, twice; then on the service; then what looked different.
import type { Site } from '../test/support/serve.js';
import { startVendorHosts } from '../test/support/vendor-hosts.js';
import { compare, type Comparison } from './compare.js';
import { PEOPLE, type App } from './credentials.js';
import { perform, type Performance, type PerformOptions } from './perform.js';
import type { Outcome } from './points.js';

export interface VerifyOptions {
  readonly app: App;
  /** Where test/e2e/pages are served, built. */
  readonly site: Pick<Site, 'url'>;
  /** Flags for the Chromium that asks the service; for tests, where it is not the real one. */
  readonly serviceFlags?: readonly string[];
  /** How long something may take to show on a page, in milliseconds; default 30 s. */
  readonly patience?: number;
  readonly signal: AbortSignal;
  /** Told what is done next. */
  readonly begin: (what: string) => void;
  readonly done: (outcome: Outcome) => void;
}

export interface Verification extends Comparison {
  /** The story on the emulator. When it does not go through, the service is not asked. */
  readonly references: readonly Performance[];
  readonly service: Performance | undefined;
  /** Hosts that the service led to and the emulator's stand-in did not. */
  readonly newHosts: readonly string[];
  readonly passed: boolean;
}

const REFERENCE_RUNS = 2;
const PATIENCE = 30_000;

export async function verify(options: VerifyOptions): Promise<Verification> {
  const references = await takeReferences(options);
  if (options.signal.aborted || references.some((reference) => !allPassed(reference)))
    return { references, service: undefined, differences: [], perhaps: [], newHosts: [], passed: false };
  const service = await takeOnService(options);
  return judge(references, service);
}

/** The story on an emulator that stands in the vendor's place, so that the pages do exactly what they do on the service. */
export async function takeReferences(options: VerifyOptions): Promise<readonly Performance[]> {
  const references: Performance[] = [];
  for (let run = 1; run <= REFERENCE_RUNS && !options.signal.aborted; run++) {
    // Of its own each time: what one run leaves behind may not change the next.
    const vendor = await startVendorHosts({ sdkAppId: options.app.sdkAppId, warn: options.begin });
    try {
      const { sdkAppId, secretKey } = vendor.emulator;
      const begin = (room: string) => options.begin(`On the emulator, ${run} of ${REFERENCE_RUNS}, room ${room}:`);
      references.push(await perform(performOptions(options, { sdkAppId, secretKey }, vendor.flags, begin)));
    } finally {
      await vendor.close();
    }
  }
  return references;
}

export function takeOnService(options: VerifyOptions): Promise<Performance> {
  const begin = (room: string) => options.begin(`On the service, room ${room}:`);
  return perform(performOptions(options, options.app, options.serviceFlags ?? [], begin));
}

export function judge(references: readonly Performance[], service: Performance): Verification {
  const names: readonly string[] = Object.values(PEOPLE);
  const rooms = [...references, service].map(({ room }) => room);
  const isName = (key: string) => [...names, ...rooms].some((name) => key.includes(name));
  const frames = references.map((reference) => reference.frames);
  const { differences, perhaps } = compare(frames, service.frames, isName);
  const knownHosts = new Set(references.flatMap(({ hosts }) => hosts));
  return {
    references,
    service,
    differences,
    perhaps,
    newHosts: service.hosts.filter((host) => !knownHosts.has(host)),
    passed: allPassed(service),
  };
}

function performOptions(
  { site, patience = PATIENCE, signal, done }: VerifyOptions,
  app: App,
  flags: readonly string[],
  begin: (room: string) => void,
): PerformOptions {
  return { app, site: site.url, flags, patience, signal, done, begin };
}

function allPassed({ outcomes }: Performance): boolean {
  return outcomes.every(({ result }) => result === 'passed');
}
