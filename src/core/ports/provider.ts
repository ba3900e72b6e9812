// A provider is one chat service and one audio/video service under a name, loaded only when a room asks for it.
import type { Clock, Ids, Random } from '../support/clock.js';
import type { AvPort } from './av-port.js';
import type { Credentials } from './credentials.js';
import type { ImPort } from './im-port.js';

/** What a provider cannot do is said here, never asked by its name. */
export interface Capabilities {
  /** Most people who can watch at once; Infinity where the service sets no bound. */
  readonly audience: number;
}

export interface Ports {
  readonly im: ImPort;
  readonly av: AvPort;
  readonly capabilities: Capabilities;
}

/** What a page says of the services. A provider takes what concerns it. */
export interface ProviderSettings {
  /** The application at the service: a positive integer; the credentials' own unless given. */
  readonly sdkAppId?: number;
  /** Address (ws: or wss:) to reach the chat service through, instead of the service's own. */
  readonly imProxy?: string;
  /** Address (ws: or wss:) to reach the audio/video service through, instead of the service's own. */
  readonly avProxy?: string;
  /** The number of ENTER on the wire, the same for everybody in the room: 2048–2304. */
  readonly enterAction?: number;
}

export interface ProviderContext {
  /** The chat room's id: what the ports will be asked to open or join. */
  readonly room: string;
  readonly settings: ProviderSettings;
  /** Who this page is, good enough to log in with now. Rejects with a RoomError. */
  readonly credentials: () => Promise<Credentials>;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
}

/** Makes a fresh pair of ports for one room. */
export type Provider = (context: ProviderContext) => Ports;

/** Loads a provider's code. Called again after it failed. */
export type ProviderLoader = () => Promise<Provider>;
