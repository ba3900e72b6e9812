// The media of somebody in a room: his one connection, what he publishes over it, and what he receives.
import type { Ability } from './ability.js';
import { flagsOf } from './flags.js';
import { Subscription, type Source } from './forward.js';
import { MediaLine, type LineLinks } from './media-line.js';
import { allowedToReceive, allowedToSend } from './rights.js';
import type { Feedback } from './rtcp.js';
import type { MediaPacket } from './uplink.js';
import { fieldsOf, MEDIA_KINDS, mediaSetOf, NO_MEDIA, VIDEO_KINDS, type Fields, type MediaSet } from './wire.js';

/** What the room does with what comes from somebody. */
export interface MediaListener {
  media(packet: MediaPacket): void;
  report(report: Extract<Feedback, { type: 'sender-report' }>): void;
}

export interface MediaLinks extends LineLinks {
  readonly listener: MediaListener;
}

export class PeerMedia {
  readonly #user: string;
  readonly #links: MediaLinks;
  /** By user: what goes out to this one. */
  readonly #subscriptions = new Map<string, Subscription>();
  #line: MediaLine | undefined;
  #published = NO_MEDIA;
  #muted = NO_MEDIA;
  #closed = false;
  /** Bits of RIGHT. */
  rights: number;

  constructor(user: string, rights: number, links: MediaLinks) {
    this.#user = user;
    this.rights = rights;
    this.#links = links;
  }

  /** Opens a connection in place of an earlier one; returns what the browser must know of it. */
  async open(ability: Ability): Promise<Fields> {
    const line = await MediaLine.open(this.#user, ability, this.#links, {
      connected: () => this.#subscriptions.forEach((subscription) => subscription.start()),
      media: (packet) => {
        if (this.#published[packet.kind]) this.#links.listener.media(packet);
      },
      feedback: (feedback) => this.#hear(feedback),
    });
    if (this.#closed) {
      line.close();
      return {};
    }
    this.#line?.close();
    this.#line = line;
    return line.answer;
  }

  /** What others can subscribe to; undefined without a connection. */
  get source(): Source | undefined {
    const { uplink, ability } = this.#line ?? {};
    return uplink && ability && { uplink, ability, published: this.#published };
  }

  get flags(): number {
    return flagsOf(this.#published, this.#muted);
  }

  get isPublishing(): boolean {
    return MEDIA_KINDS.some((kind) => this.#published[kind]);
  }

  /** Takes over what a publish request says, as far as rights go. */
  publish(data: Fields): void {
    this.#line?.uplink.announce(data);
    if ('state' in data) this.#published = allowedToSend(this.rights, mediaSetOf(data['state'], this.#published));
    if ('muteState' in data) this.mute(data['muteState']);
    this.report();
  }

  mute(muted: unknown): void {
    this.#muted = mediaSetOf(muted, this.#muted);
  }

  unpublish(): void {
    this.#published = this.#muted = NO_MEDIA;
  }

  /** Somebody is about to subscribe: the key frame that he will need can be on its way before he says so. */
  expectSubscriber(): void {
    for (const kind of VIDEO_KINDS) if (this.#published[kind]) this.#line?.uplink.requestKeyFrame(kind);
  }

  subscribe(user: string, to: PeerMedia, { ssrc, wants }: { readonly ssrc: unknown; readonly wants: MediaSet }): void {
    if (!this.#line) return;
    const ends = { source: () => to.source, sink: this.#line };
    const allowed = allowedToReceive(this.rights, wants);
    const subscription = new Subscription(fieldsOf(ssrc), allowed, ends, this.#links.context);
    this.#subscriptions.set(user, subscription);
    subscription.start();
  }

  resubscribe(user: string, wants: MediaSet): void {
    const subscription = this.#subscriptions.get(user);
    if (!subscription) return;
    subscription.wants = allowedToReceive(this.rights, wants);
    subscription.start();
  }

  /** Without a user: from everybody. */
  unsubscribe(user?: string): void {
    if (user === undefined) this.#subscriptions.clear();
    else this.#subscriptions.delete(user);
  }

  subscriptionTo(user: string): Subscription | undefined {
    return this.#subscriptions.get(user);
  }

  /** Tells the publisher what has arrived and what he may send. */
  report(): void {
    this.#line?.uplink.report(this.#links.options.bitsPerSecond);
  }

  /** Packets since the last time, for the quality push. */
  quality(): Fields {
    return this.#line?.uplink.quality() ?? {};
  }

  close(): void {
    this.#closed = true;
    this.#subscriptions.clear();
    this.#line?.close();
    this.#line = undefined;
  }

  #hear(feedback: Feedback): void {
    if (feedback.type === 'sender-report') return this.#links.listener.report(feedback);
    const about = [...this.#subscriptions.values()].find((subscription) => subscription.has(feedback.ssrc));
    if (feedback.type === 'key-frame') about?.requestKeyFrame(feedback.ssrc);
    else about?.resend(feedback.ssrc, feedback.lost);
  }
}
