// The cameras and microphones of this machine.
import type { Device } from '../ports/av-port.js';

const KINDS: Readonly<Partial<Record<MediaDeviceKind, Device['kind']>>> = {
  videoinput: 'camera',
  audioinput: 'microphone',
};

/** How to get at them; undefined outside a browser and on an insecure page. */
export function mediaDevices(): MediaDevices | undefined {
  return globalThis.navigator?.mediaDevices;
}

/** All of them; empty where the browser tells of none. */
export async function listDevices(): Promise<readonly Device[]> {
  try {
    const found = (await mediaDevices()?.enumerateDevices()) ?? [];
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
  const devices = mediaDevices();
  devices?.addEventListener('devicechange', changed);
  return () => devices?.removeEventListener('devicechange', changed);
}

/** Whether the browser refuses it; false where a browser does not tell. */
export async function isDenied(kind: Device['kind']): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: kind });
    return state === 'denied';
  } catch {
    return false;
  }
}
