// One room: who is in it, who hears of what, and whose packets go to whom.
import type { Cancel } from '../../src/core/support/clock.js';
import type { PartContext } from '../support/part.js';
import type { Impairments } from './impairments.js';
import type { StageOptions } from './options.js';
import type { MediaListener } from './peer-media.js';
import { Peer, type PeerFacts } from './peer.js';
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
      .filter(({ media }) => media.isPublishing)
      .map(({ user, tinyId, media }) => ({ userId: user, srcTinyId: tinyId, flag: media.flags }));
  }

  /** Anchors; who merely watches knows only of himself and them. */
  userListFor(asking: Peer): readonly Fields[] {
    return this.peers
      .filter((peer) => peer.role === ROLE.anchor || peer === asking)
      .map(({ user, tinyId, role }) => ({ userId: user, srcTinyId: tinyId, role }));
  }

  /** A newcomer, not yet known to the others. */
  invite(facts: PeerFacts): Peer {
    const listener: MediaListener = {
      media: (packet) => {
        for (const other of this.#peers.values()) other.media.subscriptionTo(peer.user)?.forward(packet);
      },
      report: ({ ssrc, info }) => {
        const kind = peer.media.source?.uplink.reported(ssrc, info);
        if (!kind) return;
        for (const other of this.#peers.values()) other.media.subscriptionTo(peer.user)?.report(kind, ssrc, info);
      },
    };
    const gone = () => this.remove(peer, LEFT.timeout);
    const links = { context: this.#context, options: this.#options, impairments: this.#impairments, listener, gone };
    const peer = new Peer(facts, links);
    return peer;
  }

  admit(peer: Peer): void {
    const earlier = this.#peers.get(peer.user);
    if (earlier) this.#take(earlier, earlier.connection ? LEFT.kicked : LEFT.timeout, 'kick');
    for (const other of this.#peers.values()) other.media.expectSubscriber();
    this.#peers.set(peer.user, peer);
    if (peer.role === ROLE.anchor) this.announce(peer);
  }

  announce({ user, tinyId, role }: Peer): void {
    for (const other of this.#others(user)) other.push('peer_join', { userId: user, srcTinyId: tinyId, role });
  }

  /** @param why - What he himself is told; nothing when he knows. */
  remove(peer: Peer, reason: LeftReason, why?: RemovedReason): void {
    if (this.#take(peer, reason, why) && this.#peers.size === 0) this.close();
  }

  /** A room whose last person was taken stays: somebody may be about to come in. */
  #take(peer: Peer, reason: LeftReason, why?: RemovedReason): boolean {
    if (this.#peers.get(peer.user) !== peer) return false;
    if (why) peer.push('removed', { reason: why });
    this.#peers.delete(peer.user);
    peer.close();
    for (const other of this.#peers.values()) other.media.unsubscribe(peer.user);
    if (peer.role === ROLE.anchor) this.takeBack(peer, reason);
    if (peer.media.isPublishing) this.tellPublished();
    return true;
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
