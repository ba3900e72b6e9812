// The cameras and microphones of this machine.
import type { Device } from '../../ports/av-port.js';

const KINDS: Readonly<Partial<Record<MediaDeviceKind, Device['kind']>>> = { videoinput: 'camera', audioinput: 'microphone' };

/** All of them; empty where the browser tells of none. */
export async function listDevices(): Promise<readonly Device[]> {
  try {
    const found = await navigator.mediaDevices.enumerateDevices();
    return found.flatMap(({ kind, deviceId: id, label }) => {
      const ours = KINDS[kind];
      return ours ? [{ id, kind: ours, label }] : [];
    });
  } catch {
    return [];
  }
}

/** Calls `changed` when one comes or goes, until the returned function is called. Does nothing outside a browser. */
export function watchDevices(changed: () => void): () => void {
  const devices = globalThis.navigator?.mediaDevices;
  devices?.addEventListener('devicechange', changed);
  return () => devices?.removeEventListener('devicechange', changed);
}
