// Expects a port to say no, in the one way ports may.
import { expect } from 'vitest';
import type { RoomErrorCode } from '../../src/core/errors/room-error.js';

/** The code `work` was refused with; fails when it succeeds or rejects with anything but a RoomError. */
export async function refusalOf(work: Promise<unknown>): Promise<RoomErrorCode> {
  const outcome: unknown = await work.then(
    () => 'it was not refused',
    (error: unknown) => error,
  );
  expect(outcome).toMatchObject({ name: 'RoomError', code: expect.any(String) as string });
  return (outcome as { code: RoomErrorCode }).code;
}
