// The composition root: checked options + a provider's ports → a running RoomController.
import type { CredentialsOption, CredentialsRequest } from './credentials/index.js';
import { RoomError } from './errors/room-error.js';
import type { Credentials, CredentialsKeeper } from './ports/credentials.js';
import type { Provider } from './ports/provider.js';
import { PROVIDERS, type ProviderName } from './providers/index.js';
import { checkOptions, excerpt, type RoomOptions } from './room-options.js';
import { RoomController } from './room/room-controller.js';
import { type Clock, systemClock } from './support/clock.js';

/**
 * Makes a room and starts coming into it.
 * @throws RoomError `unknown-provider`, and an `invalid-…` code for an option that is none.
 */
export function createRoom(options: RoomOptions): RoomController {
  const { clock = systemClock, random = Math.random, ids = randomId, mark, avatar } = options;
  const { room, stage, startsAt, settings, user, name, credentials } = checkOptions(options);
  const load = providerLoader(options.provider ?? 'local');
  const id = user ?? `guest-${ids().slice(0, 8)}`;
  const self = { id, name: name ?? id, ...(avatar && { avatar }) };
  const { role = 'viewer' } = options;
  const keeper = credentials
    ? once(() =>
        keeperOf(credentials, { room, stage, role, user }, { sdkAppId: settings.sdkAppId, name, avatar, clock }),
      )
    : () => Promise.resolve(keeperOfOne({ userId: id, name: self.name, ...(avatar && { avatar }) }));
  return new RoomController({
    room,
    stage,
    startsAt,
    ...(!credentials && { self }),
    credentials: keeper,
    connectPorts: async () =>
      (await load())({ room, settings, credentials: async () => (await keeper()).current(), clock, random, ids }),
    clock,
    random,
    ids,
    mark,
  });
}

/** A new id from the platform's randomness; works outside secure contexts, too. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface KeeperOptions {
  readonly sdkAppId?: number;
  readonly name?: string;
  readonly avatar?: string;
  readonly clock: Clock;
}

async function keeperOf(
  option: CredentialsOption,
  request: CredentialsRequest,
  options: KeeperOptions,
): Promise<CredentialsKeeper> {
  const { keepCredentials } = await import('./credentials/index.js').catch((cause: unknown) => {
    throw new RoomError('network', 'A part of the kit could not be loaded: try again.', cause);
  });
  return keepCredentials(option, request, options);
}

/** Nobody is asked: this person is who the page says. */
function keeperOfOne(credentials: Credentials): CredentialsKeeper {
  return { current: () => Promise.resolve(credentials) };
}

/** The same outcome for all callers, unless it failed: then it is tried again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let outcome: Promise<T> | undefined;
  return () =>
    (outcome ??= work().catch((error: unknown) => {
      outcome = undefined;
      throw error;
    }));
}

function providerLoader(provider: NonNullable<RoomOptions['provider']>): () => Promise<Provider> {
  if (typeof provider === 'function') return () => Promise.resolve(provider);
  if (Object.hasOwn(PROVIDERS, provider)) return PROVIDERS[provider as ProviderName];
  const names = Object.keys(PROVIDERS).join(', ');
  throw new RoomError('unknown-provider', `provider="${excerpt(provider)}" is not known: use one of ${names}.`);
}
