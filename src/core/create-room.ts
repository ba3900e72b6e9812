// The composition root: checked options + a provider's ports → a running RoomController.
import { RoomError } from './errors/room-error.js';
import type { StageId } from './protocol/commands.js';
import { parseStage } from './protocol/codec.js';
import type { Provider } from './ports/provider.js';
import { PROVIDERS, type ProviderName } from './providers/index.js';
import { RoomController } from './room/room-controller.js';
import type { Milestone } from './room/scope.js';
import { systemClock, type Clock, type Ids, type Random } from './support/clock.js';
import { byteLength } from './support/text.js';

export interface RoomOptions {
  /** The chat room's id: 1–48 bytes of printable ASCII, not beginning with `@TGS#`. */
  readonly room: string;
  /** The stage the host opens: an integer (1–4294967294) or a string; the room's id unless given. */
  readonly stage?: StageId;
  /** User id, 1–32 bytes of printable ASCII; a guest's unless given. */
  readonly user?: string;
  /** What others see; the user id unless given. */
  readonly name?: string;
  readonly avatar?: string;
  /** A provider's name, or a provider of your own. Default `local`. */
  readonly provider?: ProviderName | Provider | (string & {});
  /** Planned start: ISO 8601 text, or milliseconds since 1970. */
  readonly startsAt?: string | number;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly ids?: Ids;
  /** Told at moments worth measuring on a viewer's page. */
  readonly mark?: (milestone: Milestone) => void;
}

const MAX_ROOM_BYTES = 48;
const MAX_USER_BYTES = 32;
const PRINTABLE = /^[\x20-\x7e]+$/;

/**
 * Makes a room and starts coming into it.
 * @throws RoomError `invalid-room`, `invalid-user`, `invalid-stage`, `invalid-starts-at`, `unknown-provider`.
 */
export function createRoom(options: RoomOptions): RoomController {
  const { clock = systemClock, random = Math.random, ids = randomId, mark } = options;
  const room = checkRoom(options.room);
  const id = options.user === undefined ? `guest-${ids().slice(0, 8)}` : checkUser(options.user);
  const stage = options.stage === undefined ? undefined : checkStage(options.stage);
  const startsAt = options.startsAt === undefined ? undefined : parseStartsAt(options.startsAt);
  const load = providerLoader(options.provider ?? 'local');
  return new RoomController({
    room,
    stage,
    startsAt,
    person: { id, name: options.name?.trim() || id, ...(options.avatar && { avatar: options.avatar }) },
    connectPorts: async () => (await load())({ room, clock, random, ids }),
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

function checkRoom(room: string): string {
  const isValid = PRINTABLE.test(room) && byteLength(room) <= MAX_ROOM_BYTES && !room.startsWith('@TGS#');
  if (isValid) return room;
  throw invalid('room', room, `1 to ${MAX_ROOM_BYTES} characters of printable ASCII, not beginning with "@TGS#"`);
}

function checkUser(user: string): string {
  if (PRINTABLE.test(user) && byteLength(user) <= MAX_USER_BYTES) return user;
  throw invalid('user', user, `1 to ${MAX_USER_BYTES} characters of printable ASCII; name="…" is what people see`);
}

function checkStage(stage: StageId): StageId {
  const valid = parseStage(stage);
  if (valid !== undefined) return valid;
  throw invalid('stage', stage, 'an integer from 1 to 4294967294, or up to 64 characters of printable ASCII');
}

function parseStartsAt(value: string | number): number {
  const time = typeof value === 'number' ? value : Date.parse(value);
  if (Number.isFinite(time) && time >= 0) return time;
  throw invalid('starts-at', value, 'a time like 2030-12-31T20:00:00+08:00');
}

function invalid(option: 'room' | 'user' | 'stage' | 'starts-at', value: unknown, wanted: string): RoomError {
  return new RoomError(`invalid-${option}`, `${option}="${excerpt(String(value))}" is not valid: give ${wanted}.`);
}

function providerLoader(provider: NonNullable<RoomOptions['provider']>): () => Promise<Provider> {
  if (typeof provider === 'function') return () => Promise.resolve(provider);
  if (Object.hasOwn(PROVIDERS, provider)) return PROVIDERS[provider as ProviderName];
  const names = Object.keys(PROVIDERS).join(', ');
  throw new RoomError('unknown-provider', `provider="${excerpt(provider)}" is not known: use one of ${names}.`);
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
