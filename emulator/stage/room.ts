// One room: who is in it, who hears of what, and whose packets go to whom.
import type { Cancel } from '../../src/core/support/clock.js';
import type { PartContext } from '../support/part.js';
import type { Impairments } from './impairments.js';
import type { StageOptions } from './options.js';
import { Peer, type PeerFacts, type PeerListener } from './peer.js';
import type { RoomName } from './rights.js';
import { LEFT, ROLE, type Fields, type LeftReason, type RemovedReason } from './wire.js';

export class Room {
  readonly name: RoomName;
  readonly #context: PartContext;
  readonly #options: StageOptions;
  readonly #impairments: Impairments;
  readonly #emptied: () => void;
  readonly #peers = new Map<string, Peer>();
  #stopTicking: Cancel = () => undefined;

  constructor(
    name: RoomName,
    context: PartContext,
    options: StageOptions,
    links: { readonly impairments: Impairments; readonly emptied: () => void },
  ) {
    this.name = name;
    this.#context = context;
    this.#options = options;
    this.#impairments = links.impairments;
    this.#emptied = links.emptied;
    this.#tickLater();
  }

  get peers(): readonly Peer[] {
    return [...this.#peers.values()];
  }

  peer(user: string): Peer | undefined {
    return this.#peers.get(user);
  }

  peerByTinyId(tinyId: string): Peer | undefined {
    return this.peers.find((peer) => peer.tinyId === tinyId);
  }

  /** Who publishes, as everybody is told. */
  get publishedList(): readonly Fields[] {
    return this.peers
      .filter(({ isPublishing }) => isPublishing)
      .map(({ user, tinyId, flags }) => ({ userId: user, srcTinyId: tinyId, flag: flags }));
  }

  /** Anchors; who merely watches knows only of himself and them. */
  userListFor(asking: Peer): readonly Fields[] {
    return this.peers
      .filter((peer) => peer.role === ROLE.anchor || peer === asking)
      .map(({ user, tinyId, role }) => ({ userId: user, srcTinyId: tinyId, role }));
  }

  /** A newcomer, not yet known to the others. */
  invite(facts: PeerFacts): Peer {
    const listener: PeerListener = {
      media: (from, packet) => {
        for (const peer of this.#peers.values()) peer.subscriptions.get(from.user)?.forward(packet);
      },
      report: (from, { ssrc, info }) => {
        const kind = from.source?.uplink.reported(ssrc, info);
        if (!kind) return;
        for (const peer of this.#peers.values()) peer.subscriptions.get(from.user)?.report(kind, ssrc, info);
      },
      gone: (peer) => this.remove(peer, LEFT.timeout),
    };
    return new Peer(facts, this.#context, this.#options, { impairments: this.#impairments, listener });
  }

  admit(peer: Peer): void {
    const earlier = this.#peers.get(peer.user);
    if (earlier) this.remove(earlier, earlier.connection ? LEFT.kicked : LEFT.timeout, 'kick');
    this.#peers.set(peer.user, peer);
    if (peer.role === ROLE.anchor) this.announce(peer);
  }

  announce({ user, tinyId, role }: Peer): void {
    for (const other of this.#others(user)) other.push('peer_join', { userId: user, srcTinyId: tinyId, role });
  }

  /** @param why - What he himself is told; nothing when he knows. */
  remove(peer: Peer, reason: LeftReason, why?: RemovedReason): void {
    if (this.#peers.get(peer.user) !== peer) return;
    if (why) peer.push('removed', { reason: why });
    this.#peers.delete(peer.user);
    peer.close();
    for (const other of this.#peers.values()) other.subscriptions.delete(peer.user);
    if (peer.role === ROLE.anchor) this.takeBack(peer, reason);
    if (peer.isPublishing) this.tellPublished();
    if (this.#peers.size === 0) this.close();
  }

  /** To the others he is gone: as he is, or as an anchor. */
  takeBack({ user, tinyId }: Peer, reason: LeftReason): void {
    for (const other of this.#others(user)) other.push('peer_leave', { userId: user, srcTinyId: tinyId, reason });
  }

  tellPublished(): void {
    const userList = this.publishedList;
    for (const peer of this.#peers.values()) peer.push('published', { userList });
  }

  relay(from: Peer, data: Fields): void {
    for (const other of this.#others(from.user)) other.push('custom_message', { ...data, srcTinyId: from.tinyId });
  }

  disband(): void {
    for (const peer of this.peers) this.remove(peer, LEFT.kicked, 'room_disband');
  }

  close(): void {
    this.#stopTicking();
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
    this.#emptied();
  }

  #others(user: string): readonly Peer[] {
    return this.peers.filter((peer) => peer.user !== user);
  }

  #tickLater(): void {
    this.#stopTicking = this.#context.clock.after(this.#options.tickMs, () => {
      this.tellPublished();
      for (const peer of this.#peers.values()) peer.tick();
      this.#tickLater();
    });
  }
}
