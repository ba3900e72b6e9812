// One theatre for both providers: the same act on the embedded default and on the real SDKs, in one browser.
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { EmulatorOptions } from '../../../emulator/index.js';
import { Theatre, type Play } from './play.js';
import { LOCAL, startEmulated, type EmulatedServices, type Services } from './services.js';

/** For `it.each` and `describe.each`. */
export const PROVIDERS = ['local', 'tencent'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

export interface BothTheatre {
  readonly emulated: EmulatedServices;
  /** As `Theatre.play`, on one of the two. */
  play(provider: ProviderName, act: (play: Play) => Promise<void>, expectedErrors?: RegExp): Promise<void>;
}

/** Call at the top of a test file. Faults of the emulator are over after each test. */
export function openBoth(
  emulator: EmulatorOptions = {},
  browser: Parameters<typeof Theatre.openOn>[1] = {},
): BothTheatre {
  let theatre: Theatre<EmulatedServices>;
  beforeAll(async () => {
    theatre = await Theatre.openOn((origin) => startEmulated(origin, { emulator }), browser);
  });
  afterEach(() => {
    const { faults } = theatre.services.emulator;
    faults.clear();
    faults.perform({ action: 'mend' });
    faults.perform({ action: 'repair' });
  });
  afterAll(() => theatre.close());
  return {
    get emulated() {
      return theatre.services;
    },
    play(provider, act, expectedErrors) {
      const services: Services = provider === 'local' ? LOCAL : theatre.services;
      return theatre.play(act, expectedErrors, services);
    },
  };
}
