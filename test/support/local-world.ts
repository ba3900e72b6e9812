// Worlds of the local provider for the contract suites: this browser itself, with rooms nobody has used.
import { vi } from 'vitest';
import { systemClock } from '../../src/core/support/clock.js';
import type { Credentials } from '../../src/core/ports/credentials.js';
import type { Ports, ProviderContext } from '../../src/core/ports/provider.js';
import { localProvider } from '../../src/core/providers/local/index.js';
import { nameOf } from '../../src/core/providers/local/names.js';
import type { AvWorld } from '../contracts/av-port.contract.js';
import type { ImWorld } from '../contracts/im-port.contract.js';
import { openOtherPage, type OtherPage } from './other-page.js';
import { PATIENCE } from './recorder.js';

const ids = () => crypto.randomUUID();
const newRoom = () => `room-${ids()}`;
const MODULE = {
  module: new URL('../../src/core/providers/local/index.ts', import.meta.url).href,
  name: 'localProvider',
};

/** Ports of the local provider as a page would get them. */
export function localPorts(room: string, context: Partial<ProviderContext> = {}): Ports {
  const credentials = () => Promise.resolve({ userId: 'nobody' });
  return localProvider({ room, settings: {}, credentials, clock: systemClock, random: Math.random, ids, ...context });
}

/** A page of its own on which the local provider makes ports. */
export function openLocalPage(): Promise<OtherPage> {
  return openOtherPage(MODULE);
}

/** Names of the locks that pages of this browser hold or wait for because of a room. */
export async function lockNames(room: string): Promise<readonly string[]> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].flatMap(({ name }) => (name?.includes(room) ? [name] : []));
}

/** Takes a room out of storage, as if it had never been. */
export function forgetRoom(room: string): void {
  for (const kind of ['room', 'seq']) localStorage.removeItem(nameOf(kind, room));
}

/** Counts what RTCPeerConnections are made from now on. */
export function trackConnections(): { readonly all: readonly RTCPeerConnection[]; stop(): void } {
  const all: RTCPeerConnection[] = [];
  const Real = window.RTCPeerConnection;
  class Tracked extends Real {
    constructor(...args: ConstructorParameters<typeof Real>) {
      super(...args);
      all.push(this);
    }
  }
  window.RTCPeerConnection = Tracked;
  return { all, stop: () => void (window.RTCPeerConnection = Real) };
}

/** Joins a room from a page of its own. */
export async function joinFromLocalPage(room: string, person: Credentials): Promise<OtherPage> {
  const page = await openLocalPage();
  const { im } = page.ports(room);
  await im.connect(person);
  await im.joinRoom(room);
  return page;
}

export async function createLocalImWorld(): Promise<ImWorld> {
  const room = newRoom();
  const otherRoom = newRoom();
  const made: Ports[] = [];
  return {
    room,
    otherRoom,
    async port(person) {
      const ports = localPorts(room);
      made.push(ports);
      await ports.im.connect(person);
      return ports.im;
    },
    leftovers: () => lockNames(room),
    async close() {
      await Promise.all(made.map(({ im }) => im.close()));
      for (const each of [room, otherRoom]) forgetRoom(each);
    },
  };
}

export async function createLocalAvWorld(): Promise<AvWorld> {
  const room = newRoom();
  const made: Ports[] = [];
  const pages: OtherPage[] = [];
  const connections = trackConnections();
  const open = () => connections.all.filter(({ signalingState }) => signalingState !== 'closed');
  return {
    stage: room,
    async port() {
      const ports = localPorts(room);
      made.push(ports);
      return ports.av;
    },
    async portElsewhere() {
      const page = await openLocalPage();
      pages.push(page);
      return { port: page.ports(room).av, crash: page.crash };
    },
    async settled() {
      await vi.waitFor(() => {
        const waiting = open().filter(({ connectionState }) => connectionState !== 'connected');
        if (waiting.length > 0) throw new Error(`${waiting.length} connections are not made yet.`);
      }, PATIENCE);
    },
    async leftovers() {
      return [...(await lockNames(room)), ...open().map(({ connectionState }) => `connection ${connectionState}`)];
    },
    async close() {
      await Promise.all(made.map(({ av }) => av.close()));
      for (const page of pages) page.crash();
      connections.stop();
    },
  };
}
