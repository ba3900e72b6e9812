// Somebody in a room: who he is, and his signalling. Outlives sockets. His media are in peer-media.
import type { Cancel } from '../../src/core/support/clock.js';
import type { Connection } from './connection.js';
import { PeerMedia, type MediaLinks } from './peer-media.js';
import { push, type PushName } from './pushes.js';
import { ROLE, type Fields, type Role } from './wire.js';

export interface PeerFacts {
  readonly user: string;
  readonly tinyId: string;
  readonly role: Role;
  readonly rights: number;
}

export interface PeerLinks extends MediaLinks {
  /** He was not heard of for too long. */
  readonly gone: () => void;
}

export class Peer {
  readonly user: string;
  readonly tinyId: string;
  readonly media: PeerMedia;
  role: Role;
  connection: Connection | undefined;
  readonly #links: PeerLinks;
  #farewell: Cancel = () => undefined;
  #left = false;

  constructor({ user, tinyId, role, rights }: PeerFacts, links: PeerLinks) {
    this.user = user;
    this.tinyId = tinyId;
    this.role = role;
    this.media = new PeerMedia(user, rights, links);
    this.#links = links;
  }

  attach(connection: Connection): void {
    this.connection = connection;
    this.heard();
  }

  /** The socket is gone; whoever comes back in time has missed nothing. */
  detach(connection: Connection): void {
    if (this.connection !== connection || this.#left) return;
    this.connection = undefined;
    this.#expectBy(this.#links.options.removeAfterMs);
  }

  /** He is alive. */
  heard(): void {
    if (!this.#left) this.#expectBy(this.#links.options.silenceMs);
  }

  push(name: PushName, data: Fields): void {
    push(this.#links.context, this.connection, name, data);
  }

  become(role: Role): void {
    this.role = role;
    if (role === ROLE.audience) this.media.unpublish();
  }

  tick(): void {
    this.media.report();
    // No round trip is measured here: the numbers are those of a good line.
    this.push('uplink_quality', { rtt: 5, wsRtt: 3, ...this.media.quality() });
  }

  close(): void {
    this.#left = true;
    this.#farewell();
    this.media.close();
  }

  #expectBy(ms: number): void {
    this.#farewell();
    this.#farewell = this.#links.context.clock.after(ms, this.#links.gone);
  }
}
