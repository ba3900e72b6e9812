// Somebody in a room: his rights, his signalling, his media. Outlives sockets and connections.
import type { RtcpPacket, RtpHeader } from 'werift';
import type { Cancel } from '../../src/core/support/clock.js';
import type { PartContext } from '../support/part.js';
import { answerAbility, type Ability } from './ability.js';
import type { Connection } from './connection.js';
import { flagsOf } from './flags.js';
import { Subscription, type Sink, type Source } from './forward.js';
import type { Impairments } from './impairments.js';
import type { StageOptions } from './options.js';
import { push, type PushName } from './pushes.js';
import { allowedToReceive, allowedToSend } from './rights.js';
import { readFeedback, type Feedback } from './rtcp.js';
import { Transport } from './transport.js';
import { Uplink, type MediaPacket } from './uplink.js';
import { MEDIA_KINDS, NO_MEDIA, ROLE, mediaSetOf, type Fields, type MediaSet, type Role } from './wire.js';

export interface PeerFacts {
  readonly user: string;
  readonly tinyId: string;
  readonly role: Role;
  readonly rights: number;
}

/** What the room does with what comes from a peer. */
export interface PeerListener {
  media(peer: Peer, packet: MediaPacket): void;
  report(peer: Peer, report: Extract<Feedback, { type: 'sender-report' }>): void;
  gone(peer: Peer): void;
}

interface Media extends Omit<Source, 'published'>, Sink {
  readonly transport: Transport;
}

export class Peer {
  readonly user: string;
  readonly tinyId: string;
  role: Role;
  rights: number;
  connection: Connection | undefined;
  readonly subscriptions = new Map<string, Subscription>();
  readonly #context: PartContext;
  readonly #options: StageOptions;
  readonly #impairments: Impairments;
  readonly #listener: PeerListener;
  #media: Media | undefined;
  #published = NO_MEDIA;
  #muted = NO_MEDIA;
  #farewell: Cancel = () => undefined;
  #left = false;

  constructor(
    facts: PeerFacts,
    context: PartContext,
    options: StageOptions,
    links: { readonly impairments: Impairments; readonly listener: PeerListener },
  ) {
    ({ user: this.user, tinyId: this.tinyId, role: this.role, rights: this.rights } = facts);
    this.#context = context;
    this.#options = options;
    this.#impairments = links.impairments;
    this.#listener = links.listener;
  }

  // ---- signalling

  attach(connection: Connection): void {
    this.connection = connection;
    this.heard();
  }

  /** The socket is gone; whoever comes back in time has missed nothing. */
  detach(connection: Connection): void {
    if (this.connection !== connection || this.#left) return;
    this.connection = undefined;
    this.#expectBy(this.#options.removeAfterMs);
  }

  /** He is alive. */
  heard(): void {
    if (!this.#left) this.#expectBy(this.#options.silenceMs);
  }

  push(name: PushName, data: Fields): void {
    push(this.#context, this.connection, name, data);
  }

  // ---- media

  /** Opens a connection for media in place of an earlier one; returns what the browser must know of it. */
  async openMedia(ability: Ability): Promise<Fields> {
    const { clock } = this.#context;
    const transport: Transport = await Transport.open(ability, this.#options.mediaHost, {
      connected: () => this.subscriptions.forEach((subscription) => subscription.start()),
      media: (packet) =>
        this.#impairments.pass(this.user, 'up', packet.payload.length, () => {
          const media = this.#media?.uplink.receive(packet);
          if (media && this.#published[media.kind]) this.#listener.media(this, media);
        }),
      control: (packet) => this.#impairments.pass(this.user, 'up', 0, () => this.#hear(packet)),
    });
    if (this.#left) {
      transport.close();
      return {};
    }
    this.#closeMedia();
    const control = (packets: RtcpPacket[]) =>
      this.#impairments.pass(this.user, 'down', 0, () => transport.control(packets));
    const send = (payload: Buffer, header: RtpHeader) =>
      this.#impairments.pass(this.user, 'down', payload.length, () => transport.send(payload, header));
    const uplink = new Uplink(ability, clock, control);
    this.#media = {
      ability,
      transport,
      uplink,
      control,
      send,
      get connected() {
        return transport.connected;
      },
    };
    return answerAbility(ability, transport.endpoint, this.#options.codec);
  }

  /** What others can subscribe to; undefined without a connection. */
  get source(): Source | undefined {
    return this.#media && { ...this.#media, published: this.#published };
  }

  get published(): MediaSet {
    return this.#published;
  }

  get flags(): number {
    return flagsOf(this.#published, this.#muted);
  }

  get isPublishing(): boolean {
    return MEDIA_KINDS.some((kind) => this.#published[kind]);
  }

  /** Takes over what a publish request says, as far as rights go. */
  publish(data: Fields): void {
    this.#media?.uplink.announce(data);
    if ('state' in data) this.#published = allowedToSend(this.rights, mediaSetOf(data['state'], this.#published));
    if ('muteState' in data) this.mute(data['muteState']);
    this.#media?.uplink.report(this.#options.bitsPerSecond);
  }

  mute(muted: unknown): void {
    this.#muted = mediaSetOf(muted, this.#muted);
  }

  unpublish(): void {
    this.#published = this.#muted = NO_MEDIA;
  }

  become(role: Role): void {
    this.role = role;
    if (role === ROLE.audience) this.unpublish();
  }

  subscribe(to: Peer, ssrc: unknown, wants: MediaSet): void {
    if (!this.#media) return;
    const ends = { source: () => to.source, sink: this.#media };
    const fields = typeof ssrc === 'object' && ssrc !== null ? (ssrc as Fields) : {};
    const subscription = new Subscription(fields, allowedToReceive(this.rights, wants), ends, this.#context);
    this.subscriptions.set(to.user, subscription);
    subscription.start();
  }

  resubscribe(to: Peer, wants: MediaSet): void {
    const subscription = this.subscriptions.get(to.user);
    if (!subscription) return;
    subscription.wants = allowedToReceive(this.rights, wants);
    subscription.start();
  }

  tick(): void {
    this.#media?.uplink.report(this.#options.bitsPerSecond);
    // No round trip is measured here: the numbers are those of a good line.
    this.push('uplink_quality', { rtt: 5, wsRtt: 3, ...this.#media?.uplink.quality() });
  }

  close(): void {
    this.#left = true;
    this.#farewell();
    this.subscriptions.clear();
    this.#closeMedia();
  }

  #hear(packet: RtcpPacket): void {
    const feedback = readFeedback(packet);
    if (!feedback) return;
    if (feedback.type === 'sender-report') return this.#listener.report(this, feedback);
    const about = [...this.subscriptions.values()].find((subscription) => subscription.has(feedback.ssrc));
    if (feedback.type === 'key-frame') about?.requestKeyFrame(feedback.ssrc);
    else about?.resend(feedback.ssrc, feedback.lost);
  }

  #expectBy(ms: number): void {
    this.#farewell();
    this.#farewell = this.#context.clock.after(ms, () => this.#listener.gone(this));
  }

  #closeMedia(): void {
    this.#media?.uplink.close();
    this.#media?.transport.close();
    this.#media = undefined;
  }
}
