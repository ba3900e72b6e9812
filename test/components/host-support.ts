// A host on a scripted room: what the tests of <bigcast-host> start from.
import { fixture, html } from '@open-wc/testing';
import { vi } from 'vitest';
import type { RoomIntent } from '../../src/core/index.js';
import { BigcastHost } from '../../src/components/host/host.js';
import { define } from '../../src/components/shared/define.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from '../../stories/support/with-room.js';

// Without its chat and status: they have tests of their own.
define('bigcast-host', BigcastHost);

export interface HostPage {
  readonly host: BigcastHost;
  readonly room: ScriptedRoom;
  /** Every intent that reached the page, in order. */
  readonly intents: RoomIntent[];
}

export interface HostScript extends RoomScript {
  readonly user?: string;
  readonly media?: MediaStream;
  /** What is done to the script before the host comes. */
  readonly before?: (room: ScriptedRoom) => void;
}

/** Whether the browser would give the camera without asking. */
export function permit(state: PermissionState): void {
  vi.spyOn(navigator.permissions, 'query').mockResolvedValue({ state } as PermissionStatus);
}

/** The host `star` of a room; there is none yet unless the script says so. */
export async function openHost({ user = 'star', media, before, ...script }: HostScript = {}): Promise<HostPage> {
  const room = scriptRoom({ phase: 'none', ...script });
  before?.(room);
  const intents: RoomIntent[] = [];
  const host = await fixture<BigcastHost>(
    html`<bigcast-host
      lang="en"
      room="show"
      user=${user}
      .provider=${room.provider}
      .mediaSource=${media}
      @bigcast-intent=${({ intent }: HTMLElementEventMap['bigcast-intent']) => intents.push(intent)}
    ></bigcast-host>`,
  );
  await until(() => host.state.link === 'online');
  await host.updateComplete;
  return { host, room, intents };
}

export function part(host: BigcastHost, name: string): HTMLElement | null {
  return host.renderRoot.querySelector<HTMLElement>(`[part~='${name}']`);
}

/** The piece, which must be there. */
export function the(host: BigcastHost, name: string): HTMLElement {
  const found = part(host, name);
  if (!found) throw new Error(`There is no part "${name}".`);
  return found;
}

export function words(host: BigcastHost, name: string): string {
  return part(host, name)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Presses the large button once it says `step`. */
export async function press(host: BigcastHost, step: string): Promise<void> {
  await saying(host, step);
  the(host, 'next').click();
}

/** Waits until the large button says `step`, and can be pressed. */
export async function saying(host: BigcastHost, step: string): Promise<void> {
  await until(() => words(host, 'next') === step && the(host, 'next').ariaDisabled === 'false');
}

export async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`Never came true: ${isSo.toString()}`);
    },
    { timeout: 5_000, interval: 5 },
  );
}

/** What was asked of a port under `name`: the arguments of each call. */
export function callsOf(port: { readonly calls: readonly [string, ...unknown[]][] }, name: string): unknown[][] {
  return port.calls.filter(([called]) => called === name).map(([, ...args]) => args);
}
