// A page that may not store. Tencent’s SDKs read localStorage while they load, and break for good when that throws.
import { RoomError } from './room-error.js';

/** Throws storage-unavailable where the browser refuses the page its storage. */
export function requireStorage(): void {
  try {
    void globalThis.localStorage;
  } catch (cause) {
    const message =
      'The browser refuses this page its storage, which Tencent’s SDKs need: allow site data, then reload.';
    throw new RoomError('storage-unavailable', message, cause);
  }
}
