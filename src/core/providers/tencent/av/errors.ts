// Turns what the stage SDK rejects with into a RoomError.
import { RoomError, type RoomErrorCode } from '../../../errors/room-error.js';
import type { StageRole } from '../../../ports/av-port.js';
import { STAGE_ERRORS, STAGE_ERRORS_AS } from './stage-errors.js';

/** The numbers in an SDK's error, the most telling first: the service's, the SDK's reason, the SDK's kind. */
export function vendorCodes(error: unknown): readonly number[] {
  const { code, extraCode, originError } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown;
    extraCode?: unknown;
    originError?: unknown;
  };
  // A refused signature is only told by the error that led to this one; its `code` is the SDK's inner business.
  const inner = (originError as { extraCode?: unknown } | undefined)?.extraCode;
  return [extraCode, inner, code].filter((each): each is number => typeof each === 'number' && each !== 0);
}

/** A RoomError for what the SDK rejected with; a RoomError stays as it is. */
export function stageError(error: unknown, role: StageRole, doing = 'enter'): RoomError {
  if (error instanceof RoomError) return error;
  const codes = vendorCodes(error);
  const text = error instanceof Error ? error.message : String(error);
  const told = codes.length > 0 ? ` (${codes.join(', ')})` : '';
  return new RoomError(meaningOf(codes, role), `The stage service refused to ${doing}${told}: ${text}`, error);
}

/** The meaning of the most telling code that is known. */
function meaningOf(codes: readonly number[], role: StageRole): RoomErrorCode {
  const meanings = codes.map((code) => STAGE_ERRORS_AS[role]?.[code] ?? STAGE_ERRORS[code]);
  return meanings.find((meaning) => meaning !== undefined) ?? 'internal';
}
