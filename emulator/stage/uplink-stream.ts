// One incoming stream: its losses, its last packets, and what it said about its time.
import type { RtcpSenderInfo } from 'werift';
import { Losses } from './losses.js';
import type { Reception } from './rtcp.js';
import { ahead } from './sequence.js';
import type { MediaPacket } from './uplink.js';
import type { MediaKind } from './wire.js';

/** About five seconds of video. */
const REMEMBERED = 1024;

interface Count {
  readonly expected: number;
  readonly received: number;
}

export class UplinkStream {
  readonly kind: MediaKind;
  readonly ssrc: number;
  readonly losses = new Losses();
  readonly #packets = new Map<number, MediaPacket>();
  #key: { readonly sequence: number; readonly time: number; readonly at: number } | undefined;
  #report: { readonly middle: number; readonly at: number } | undefined;
  #counted: Count = { expected: 0, received: 0 };
  #told: Count = { expected: 0, received: 0 };

  constructor(kind: MediaKind, ssrc: number) {
    this.kind = kind;
    this.ssrc = ssrc;
  }

  /** @param isKey - Whether a key frame starts with it. */
  note(packet: MediaPacket, isKey: boolean, now: number): void {
    const { sequenceNumber, timestamp: time } = packet.header;
    this.losses.note(sequenceNumber);
    if (this.kind === 'audio') return;
    if (isKey && this.#isNewStart(sequenceNumber, time)) this.#key = { sequence: sequenceNumber, time, at: now };
    this.#packets.delete(sequenceNumber);
    this.#packets.set(sequenceNumber, packet);
    if (this.#packets.size > REMEMBERED) this.#packets.delete(this.#packets.keys().next().value!);
  }

  /** Everything from the last key frame on, in order, when that is no older than so many milliseconds. */
  sinceKeyFrame(now: number, maxAgeMs: number): readonly MediaPacket[] {
    const key = this.#key;
    if (!key || now - key.at > maxAgeMs) return [];
    return [...this.#packets.values()]
      .filter(({ header }) => ahead(header.sequenceNumber, key.sequence) >= 0)
      .sort((a, b) => ahead(a.header.sequenceNumber, b.header.sequenceNumber));
  }

  /** In H.264 the parameter set and the picture itself both look like a start: the first of the two is one. */
  #isNewStart(sequence: number, time: number): boolean {
    if (!this.#key) return true;
    const isLater = ahead(sequence, this.#key.sequence) > 0;
    return time === this.#key.time ? !isLater : isLater;
  }

  remembered(sequence: number): MediaPacket | undefined {
    return this.#packets.get(sequence);
  }

  reported({ ntpTimestamp }: RtcpSenderInfo, now: number): void {
    this.#report = { middle: Number((ntpTimestamp >> 16n) & 0xffffffffn), at: now };
  }

  /** What has arrived, for the publisher; RFC 3550, 6.4.1. */
  reception(now: number): Reception {
    const { expected, received } = this.losses;
    const lost = Math.max(0, expected - this.#told.expected - (received - this.#told.received));
    const share = expected > this.#told.expected ? lost / (expected - this.#told.expected) : 0;
    this.#told = { expected, received };
    return {
      ssrc: this.ssrc,
      fractionLost: Math.min(255, Math.floor(share * 256)),
      packetsLost: Math.max(0, expected - received),
      highestSequence: this.losses.extended >>> 0,
      lsr: this.#report?.middle ?? 0,
      dlsr: this.#report ? Math.floor(((now - this.#report.at) / 1000) * 65536) : 0,
    };
  }

  /** Since the last call. */
  since(): Count {
    const { expected, received } = this.losses;
    const count = { expected: expected - this.#counted.expected, received: received - this.#counted.received };
    this.#counted = { expected, received };
    return count;
  }
}
