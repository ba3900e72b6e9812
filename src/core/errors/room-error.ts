// Everything that can go wrong, in our words. Vendor codes are translated before they get here; sentences for people live in the languages.

/** Why something failed. Each code has one sentence for people in every language. */
export const ROOM_ERROR_CODES = [
  // What the page asked for cannot be.
  'invalid-room',
  'invalid-user',
  'invalid-stage',
  'invalid-starts-at',
  'invalid-sdk-app-id',
  'invalid-proxy',
  'invalid-enter-action',
  'invalid-credentials',
  'unknown-provider',
  // Getting and staying in.
  'network',
  'timeout',
  'sign-in-required',
  'credentials-unavailable',
  'credentials-rejected',
  'app-id-rejected',
  'user-mismatch',
  'service-disabled',
  'kicked',
  'in-another-room',
  'banned',
  'busy',
  'storage-unavailable',
  'unsupported-browser',
  // The room and who may do what.
  'room-not-found',
  'room-taken',
  'not-owner',
  'not-joined',
  'wrong-phase',
  'cancelled',
  // Messages.
  'message-empty',
  'message-too-long',
  'message-refused',
  'muted',
  'room-muted',
  // The stage and what is shown on it.
  'stage-unavailable',
  'stage-lost',
  'media-missing',
  'camera-denied',
  'camera-missing',
  'camera-in-use',
  'microphone-denied',
  'microphone-missing',
  'microphone-in-use',
  'internal',
] as const;

export type RoomErrorCode = (typeof ROOM_ERROR_CODES)[number];

/** The only error the kit throws, rejects with, or leaves in `state.error`. */
export class RoomError extends Error {
  override readonly name = 'RoomError';
  /** Why, as one of {@link ROOM_ERROR_CODES}. */
  readonly code: RoomErrorCode;

  /**
   * @param code - Why it failed.
   * @param message - For developers: what happened and what to do next.
   * @param cause - What led to it, for example the vendor's error.
   */
  constructor(code: RoomErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** `error` itself when it is ours, else an `internal` one that keeps it as its cause. */
export function asRoomError(error: unknown): RoomError {
  if (error instanceof RoomError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new RoomError('internal', `Something unexpected failed: ${text}`, error);
}

/** Codes that trying again by itself can heal; the others need somebody to change something. */
const PASSING: ReadonlySet<RoomErrorCode> = new Set([
  'network',
  'timeout',
  'busy',
  'credentials-unavailable',
  'stage-unavailable',
  'stage-lost',
  'internal',
]);

/** Whether the same attempt may succeed later without anybody changing anything. */
export function isPassing(error: RoomError): boolean {
  return PASSING.has(error.code);
}
