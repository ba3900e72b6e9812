// The addresses of this machine, and what counts as it.
import { networkInterfaces } from 'node:os';

/** Listens on every address. */
export const ANY_ADDRESS = '0.0.0.0';

/** IPv4, this machine's own loopback included. */
export function ownAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
}

/** Those at which others on its networks reach this machine. */
export function networkAddresses(): readonly string[] {
  return ownAddresses().filter((address) => !isLoopbackAddress(address));
}

export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:::ffff:)?127(?:\.\d+){3}$|^::1$/.test(address);
}

export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);
}
