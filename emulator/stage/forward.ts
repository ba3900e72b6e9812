// One subscription: what of a publisher goes out to a subscriber, under the SSRCs that the subscriber chose.
import type { RtcpPacket, RtcpSenderInfo, RtpHeader } from 'werift';
import type { Clock, Random } from '../../src/core/support/clock.js';
import type { Ability } from './ability.js';
import { startsKeyFrame } from './codecs.js';
import { OutStream } from './out-stream.js';
import { senderReport } from './rtcp.js';
import { Translation } from './translation.js';
import type { MediaPacket, Uplink } from './uplink.js';
import { VIDEO_KINDS, type Fields, type MediaKind, type MediaSet } from './wire.js';

const VIDEO_TICKS_PER_MS = 90;
const AUDIO_TICKS_PER_MS = 48;

/** The publisher's side, as it is at the moment: a connection that is built anew brings others. */
export interface Source {
  readonly uplink: Uplink;
  readonly ability: Ability;
  readonly published: MediaSet;
}

export interface Sink {
  readonly ability: Ability;
  /** Until then nothing that is sent arrives. */
  readonly connected: boolean;
  send(payload: Buffer, header: RtpHeader): void;
  control(packets: RtcpPacket[]): void;
}

export class Subscription {
  wants: MediaSet;
  readonly #sink: Sink;
  readonly #source: () => Source | undefined;
  readonly #clock: Clock;
  readonly #audio: OutStream;
  readonly #main: OutStream;
  readonly #aux: OutStream;
  readonly #translation: Translation;

  constructor(
    ssrc: Fields,
    wants: MediaSet,
    ends: { readonly source: () => Source | undefined; readonly sink: Sink },
    { clock, random }: { readonly clock: Clock; readonly random: Random },
  ) {
    this.wants = wants;
    this.#sink = ends.sink;
    this.#source = ends.source;
    this.#clock = clock;
    this.#translation = new Translation(ends.sink.ability);
    const stream = (name: string, ticks: number) =>
      new OutStream(Number(ssrc[`${name}Ssrc`]), Number(ssrc[`${name}RtxSsrc`] ?? 0), ticks, random() * 0x10000);
    this.#audio = stream('audio', AUDIO_TICKS_PER_MS);
    this.#main = stream('bigVideo', VIDEO_TICKS_PER_MS);
    this.#aux = stream('auxVideo', VIDEO_TICKS_PER_MS);
  }

  forward(packet: MediaPacket): void {
    if (!this.#sink.connected) return;
    const source = this.#source();
    const names = source && this.#translation.namesOf(packet, source.ability);
    const out = this.#streamFor(packet.kind);
    if (!names || !out) return;
    const now = this.#clock.now();
    if (!out.carries(packet.header.ssrc)) {
      if (packet.kind !== this.#wanted(packet.kind, source)) return;
      // A picture that builds on others is of no use at the start.
      if (packet.kind !== 'audio' && !startsKeyFrame(names.codec, packet.payload)) {
        return source.uplink.requestKeyFrame(packet.kind);
      }
      out.switchTo(packet, now);
    }
    const renamed = out.rename(packet, now);
    const own = { ...renamed, payloadType: names.payloadType };
    if (renamed) this.#sink.send(packet.payload, this.#translation.headerOf(packet, source.ability, own));
  }

  /** Whether one of the SSRCs is `ssrc`; then what the subscriber says about it is for here. */
  has(ssrc: number): boolean {
    return [this.#audio, this.#main, this.#aux].some((stream) => stream.ssrc === ssrc);
  }

  /** Begins with a key frame that is on its way already, where there is one, and asks for the others. */
  start(): void {
    const source = this.#source();
    if (!source || !this.#sink.connected) return;
    for (const kind of VIDEO_KINDS.filter((one) => this.#wanted(one, source) === one)) {
      const packets = source.published[kind] ? source.uplink.freshKeyFrame(kind) : [];
      const [first] = packets;
      if (!first) source.uplink.requestKeyFrame(kind);
      else if (!this.#streamFor(kind)?.carries(first.header.ssrc)) for (const packet of packets) this.forward(packet);
    }
  }

  /** Asks for key frames of all video that is wanted, or of one stream. */
  requestKeyFrame(ssrc?: number): void {
    const source = this.#source();
    // Asked too early, the answer would be lost, and a second request soon after the first is not heard.
    if (!source || !this.#sink.connected) return;
    const asked = VIDEO_KINDS.filter(
      (kind) => this.#wanted(kind, source) === kind && (ssrc === undefined || this.#streamFor(kind)?.ssrc === ssrc),
    );
    for (const kind of asked) source.uplink.requestKeyFrame(kind);
  }

  /** Sends again what the subscriber lost, as a retransmission in its own right. */
  resend(ssrc: number, lost: readonly number[]): void {
    const source = this.#source();
    const out = [this.#main, this.#aux].find((stream) => stream.ssrc === ssrc);
    if (!source || !out) return;
    const kinds = out === this.#aux ? (['auxVideo'] as const) : (['bigVideo', 'smallVideo'] as const);
    for (const sequence of lost) {
      const original = out.originalOf(sequence);
      const packet = kinds
        .map((kind) => source.uplink.remembered(kind, original))
        .find((found) => found && out.carries(found.header.ssrc));
      if (packet) this.#sendAgain(packet, out, source);
    }
  }

  report(kind: MediaKind, sourceSsrc: number, info: RtcpSenderInfo): void {
    const out = this.#streamFor(kind);
    if (out?.carries(sourceSsrc)) this.#sink.control([senderReport(out.ssrc, info, out.timeOf(info.rtpTimestamp))]);
  }

  #sendAgain(packet: MediaPacket, out: OutStream, { ability }: Source): void {
    const rtx = this.#translation.namesOf(packet, ability)?.rtx;
    const renamed = out.rename(packet, this.#clock.now());
    if (!rtx || !renamed || !out.rtxSsrc) return;
    const number = Buffer.alloc(2);
    number.writeUInt16BE(renamed.sequenceNumber);
    const own = { ...renamed, ssrc: out.rtxSsrc, sequenceNumber: out.nextAgain(), payloadType: rtx };
    this.#sink.send(Buffer.concat([number, packet.payload]), this.#translation.headerOf(packet, ability, own));
  }

  /** Which of big and small is to go out; the other kinds stand for themselves. Small is sent where big is expected. */
  #wanted(kind: MediaKind, { published }: Source): MediaKind | undefined {
    if (kind === 'audio' || kind === 'auxVideo') return this.wants[kind] ? kind : undefined;
    if (this.wants.smallVideo && published.smallVideo) return 'smallVideo';
    return this.wants.bigVideo || this.wants.smallVideo ? 'bigVideo' : undefined;
  }

  /** Where it goes; undefined when the subscriber wants nothing of the sort. */
  #streamFor(kind: MediaKind): OutStream | undefined {
    const { audio, bigVideo, smallVideo, auxVideo } = this.wants;
    if (kind === 'audio') return audio ? this.#audio : undefined;
    if (kind === 'auxVideo') return auxVideo ? this.#aux : undefined;
    return bigVideo || smallVideo ? this.#main : undefined;
  }
}
