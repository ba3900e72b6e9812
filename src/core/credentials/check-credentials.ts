// An answer of a credentials server, or of a page's own function, is a stranger's word: checked before anything is built on it.
import { RoomError } from '../errors/room-error.js';
import type { Credentials } from '../ports/credentials.js';

export interface CredentialsExpectation {
  /** The application the page names; an answer for another one is refused. */
  readonly sdkAppId?: number;
  /** What the page says of the person, where the answer says nothing. */
  readonly name?: string;
  readonly avatar?: string;
}

const USER_ID = /^[\x20-\x7e]{1,32}$/;

/**
 * The credentials in `answer`: the known fields alone, completed by what the page knows.
 * @throws RoomError `invalid-credentials`, naming the field.
 */
export function checkCredentials(answer: unknown, expected: CredentialsExpectation): Credentials {
  if (typeof answer !== 'object' || answer === null) throw invalid('is not an object');
  const { userId, name, avatar, userSig, privateMapKey, sdkAppId, expiresAt } = answer as Record<string, unknown>;
  if (typeof userId !== 'string' || !USER_ID.test(userId)) throw invalid('has no userId of 1 to 32 printable ASCII');
  const appId = optional(sdkAppId, isAppId, 'sdkAppId must be a positive integer') ?? expected.sdkAppId;
  if (expected.sdkAppId !== undefined && appId !== expected.sdkAppId)
    throw invalid(`is for SDKAppID ${appId}, the page says sdk-app-id="${expected.sdkAppId}"`);
  const credentials = {
    userId,
    name: optional(name, isText, 'name must be text') || expected.name || userId,
    avatar: optional(avatar, isText, 'avatar must be text') ?? expected.avatar,
    sdkAppId: appId,
    userSig: optional(userSig, isText, 'userSig must be text'),
    privateMapKey: optional(privateMapKey, isText, 'privateMapKey must be text'),
    expiresAt: optional(expiresAt, isTime, 'expiresAt must be milliseconds since 1970'),
  };
  return Object.freeze(credentials);
}

function optional<T>(value: unknown, isValid: (value: unknown) => value is T, wrong: string): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (isValid(value)) return value;
  throw invalid(`is not valid: ${wrong}`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isAppId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Seconds instead of milliseconds would mean the year 1970, and asking again at every turn. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && value > 1e12;
}

function invalid(what: string): RoomError {
  return new RoomError(
    'invalid-credentials',
    `The answer of the credentials server ${what}: give { sdkAppId, userId, userSig, privateMapKey?, expiresAt }.`,
  );
}
