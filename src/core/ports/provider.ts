// A provider is one chat service and one audio/video service under a name, loaded only when a room asks for it.
import type { Clock, Ids, Random } from '../support/clock.js';
import type { AvPort } from './av-port.js';
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

export interface ProviderContext {
  /** The chat room's id: what the ports will be asked to open or join. */
  readonly room: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
}

/** Makes a fresh pair of ports for one room. */
export type Provider = (context: ProviderContext) => Ports;

/** Loads a provider's code. Called again after it failed. */
export type ProviderLoader = () => Promise<Provider>;
