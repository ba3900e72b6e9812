// Turns what the chat SDK rejects with into a RoomError.
import { RoomError, type RoomErrorCode } from '../../../errors/room-error.js';
import { CHAT_DONE, CHAT_ERRORS, CHAT_ERRORS_IN, type ChatOperation } from './error-table.js';

/** The number in an SDK's error; undefined for one about bad parameters, which has none. */
export function vendorCode(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** Whether an error says that everything is already as `operation` wanted it. */
export function isDone(error: unknown, operation: ChatOperation): boolean {
  const code = vendorCode(error);
  return code !== undefined && (CHAT_DONE[operation]?.includes(code) ?? false);
}

/** A RoomError for what the SDK rejected with; a RoomError stays as it is. */
export function chatError(error: unknown, operation: ChatOperation): RoomError {
  if (error instanceof RoomError) return error;
  const code = vendorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  return new RoomError(
    meaningOf(code, operation),
    `The chat service refused to ${operation}${code === undefined ? '' : ` (${code})`}: ${text}`,
    error,
  );
}

function meaningOf(code: number | undefined, operation: ChatOperation): RoomErrorCode {
  if (code === undefined) return 'internal';
  return CHAT_ERRORS_IN[operation]?.[code] ?? CHAT_ERRORS[code] ?? 'internal';
}
