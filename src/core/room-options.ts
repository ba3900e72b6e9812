// What a room is made with, and the checks of it: bad input is told at once, by a typed error that says what to do.
import type { CredentialsOption } from './credentials/index.js';
import { RoomError } from './errors/room-error.js';
import type { Provider, ProviderSettings } from './ports/provider.js';
import { parseStage } from './protocol/fields.js';
import type { StageId } from './protocol/commands.js';
import type { ProviderName } from './providers/index.js';
import type { Milestone } from './room/scope.js';
import type { Clock, Ids, Random } from './support/clock.js';
import { byteLength } from './support/text.js';

export interface RoomOptions {
  /** The chat room's id: 1–48 bytes of printable ASCII, not beginning with `@TGS#`. */
  readonly room: string;
  /** The stage the host opens: an integer (1–4294967294) or a string; the room's id unless given. */
  readonly stage?: StageId;
  /** User id, 1–32 bytes of printable ASCII; a guest's unless given. With `credentials`: a wish, their answer decides. */
  readonly user?: string;
  /** What others see; the user id unless given. */
  readonly name?: string;
  readonly avatar?: string;
  /** What this page is for, as a credentials server is told. Default `viewer`. */
  readonly role?: 'host' | 'viewer';
  /** Where this person's credentials come from: a URL, or a function; without it nobody is asked. */
  readonly credentials?: CredentialsOption;
  /** The application at the service: a positive integer. The credentials' own unless given. */
  readonly sdkAppId?: number;
  /** Address (ws: or wss:) to reach the chat service through, instead of the service's own. */
  readonly imProxy?: string;
  /** Address (ws: or wss:) to reach the audio/video service through, instead of the service's own. */
  readonly avProxy?: string;
  /** The number of ENTER on the wire, the same for everybody in the room: 2048–2304. Default 2100. */
  readonly enterAction?: number;
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

/** The options as the room may rely on them. */
export interface CheckedOptions {
  readonly room: string;
  readonly stage?: StageId;
  readonly user?: string;
  readonly name?: string;
  readonly startsAt?: number;
  readonly credentials?: CredentialsOption;
  readonly settings: ProviderSettings;
}

const MAX_ROOM_BYTES = 48;
const MAX_USER_BYTES = 32;
const PRINTABLE = /^[\x20-\x7e]+$/;

/**
 * @throws RoomError `invalid-room`, `invalid-user`, `invalid-stage`, `invalid-starts-at`, `invalid-credentials`, `invalid-sdk-app-id`,
 *   `invalid-proxy`, `invalid-enter-action`.
 */
export function checkOptions(options: RoomOptions): CheckedOptions {
  const { user, stage, startsAt, credentials } = options;
  return {
    room: checkRoom(options.room),
    user: user === undefined ? undefined : checkUser(user),
    stage: stage === undefined ? undefined : checkStage(stage),
    startsAt: startsAt === undefined ? undefined : parseStartsAt(startsAt),
    credentials: credentials === undefined ? undefined : checkCredentials(credentials),
    name: options.name?.trim() || undefined,
    settings: checkSettings(options),
  };
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

function checkCredentials(option: CredentialsOption): CredentialsOption {
  const isUsable =
    typeof option === 'function' || (option !== '' && URL.canParse(option, globalThis.document?.baseURI));
  if (isUsable) return option;
  throw invalid('credentials', option, 'the URL of a credentials server like /api/credentials, or a function');
}

function checkSettings({ sdkAppId, imProxy, avProxy, enterAction }: RoomOptions): ProviderSettings {
  if (sdkAppId !== undefined && !(Number.isSafeInteger(sdkAppId) && sdkAppId > 0))
    throw invalid('sdk-app-id', sdkAppId, 'the SDKAppID of the console, a positive integer');
  if (enterAction !== undefined && !(Number.isInteger(enterAction) && enterAction >= 2048 && enterAction <= 2304))
    throw invalid('enter-action', enterAction, 'an integer from 2048 to 2304');
  for (const [name, address] of [
    ['im-proxy', imProxy],
    ['av-proxy', avProxy],
  ] as const) {
    if (address === undefined || (URL.canParse(address) && /^wss?:/i.test(address))) continue;
    throw new RoomError('invalid-proxy', explain(name, address, 'an address that begins with wss:// (or ws://)'));
  }
  return { sdkAppId, imProxy, avProxy, enterAction };
}

type Checked = 'room' | 'user' | 'stage' | 'starts-at' | 'credentials' | 'sdk-app-id' | 'enter-action';

function invalid(option: Checked, value: unknown, wanted: string): RoomError {
  return new RoomError(`invalid-${option}`, explain(option, value, wanted));
}

/** What is wrong with an option, and what it must be. */
function explain(option: string, value: unknown, wanted: string): string {
  return `${option}="${excerpt(String(value))}" is not valid: give ${wanted}.`;
}

/** As much of `text` as a sentence bears. */
export function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
