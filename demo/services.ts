// Which services the pages use: those that `npm start` brings along, unless the address says `?provider=local`.
import type { RoomOptions } from '../src/core/index.js';

/** What names a room's services, to an element as to `createRoom`. */
export type Services = Pick<RoomOptions, 'provider' | 'credentials' | 'imProxy' | 'avProxy'>;

declare global {
  interface ImportMetaEnv {
    /** Where the development server runs the two services; absent when the pages are served by something else. */
    readonly SERVICES?: { readonly imProxy: string; readonly avProxy: string };
  }
}

/** @param wanted - The provider that the address names, if any. */
export function servicesFor(wanted: string | null): Services {
  const emulated = import.meta.env.SERVICES;
  if (wanted === 'local' || !emulated) return { provider: 'local' };
  const { imProxy, avProxy } = emulated;
  return { provider: 'tencent', credentials: '/api/credentials', imProxy: here(imProxy), avProxy: here(avProxy) };
}

/** The address at which this device reaches the machine that serves the pages: on a phone, 127.0.0.1 is the phone. */
function here(address: string): string {
  const url = new URL(address);
  url.hostname = location.hostname;
  return url.href.replace(/\/$/, '');
}
