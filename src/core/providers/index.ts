// The providers by name. Each is loaded by import() when a room first asks for it, so nobody pays for one they do not use.
import type { ProviderLoader } from '../ports/provider.js';

export const PROVIDERS = {
  local: async () => (await import('./local/index.js')).localProvider,
  tencent: async () => (await import('./tencent/index.js')).tencentProvider,
} satisfies Record<string, ProviderLoader>;

/** The provider a room uses. */
export type ProviderName = keyof typeof PROVIDERS;
