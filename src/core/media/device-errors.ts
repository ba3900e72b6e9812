// Why a camera or microphone was refused: the browser's names to our codes.
import { RoomError, type RoomErrorCode } from '../errors/room-error.js';
import type { Device } from '../ports/av-port.js';

export type DeviceKind = Device['kind'];

type Reason = 'denied' | 'missing' | 'in-use';

/** Names of `DOMException`s of getUserMedia. Source: Media Capture and Streams, §10.2. */
const REASONS: Readonly<Record<string, Reason>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

const ADVICE: Readonly<Record<Reason, string>> = {
  denied: 'its use was refused: allow it in the browser’s site settings, then try again.',
  missing: 'there is none that fits: connect one, or choose another.',
  'in-use': 'it could not be started: close other programs that use it, then try again.',
};

export function deviceError(kind: DeviceKind, cause: unknown): RoomError {
  // OverconstrainedError is no DOMException in every browser, so only the name counts.
  const name =
    cause instanceof Error || cause instanceof DOMException ? cause.name : String((cause as { name?: unknown })?.name);
  const reason = REASONS[name];
  if (!reason) return new RoomError('internal', `The ${kind} could not be started: ${name}.`, cause);
  const code: RoomErrorCode = `${kind}-${reason}`;
  return new RoomError(code, `The ${kind} could not be started; ${ADVICE[reason]}`, cause);
}

/** The page's own stream has no such track. */
export function trackMissing(kind: DeviceKind): RoomError {
  const what = kind === 'camera' ? 'video' : 'audio';
  return new RoomError(`${kind}-missing`, `The stream given as source has no live ${what} track.`);
}

export function mediaMissing(): RoomError {
  return new RoomError(
    'media-missing',
    'This page may not use cameras or microphones: serve it from https:// or localhost.',
  );
}
