// What one publisher sends: tells his streams apart, asks for what was lost, remembers what others may have lost.
import { RtpHeader, type RtcpPacket, type RtcpSenderInfo, type RtpPacket } from 'werift';
import type { Cancel, Clock } from '../../src/core/support/clock.js';
import type { Ability } from './ability.js';
import { startsKeyFrame } from './codecs.js';
import { bandwidth, keyFrameRequest, receptionReport, resendRequest } from './rtcp.js';
import { UplinkStream } from './uplink-stream.js';
import { MEDIA_KINDS, VIDEO_KINDS, type Fields, type MediaKind, type VideoKind } from './wire.js';

export interface MediaPacket {
  readonly kind: MediaKind;
  readonly header: RtpHeader;
  readonly payload: Buffer;
}

/** Chromium forgets a request that comes less than 300 ms after another one. */
const KEY_FRAME_PAUSE_MS = 310;
/** What has been sent since an older key frame is too much to send at once. */
const FRESH_MS = 600;

export class Uplink {
  readonly #clock: Clock;
  readonly #send: (packets: RtcpPacket[]) => void;
  readonly #streams = new Map<MediaKind, UplinkStream>();
  /** By SSRC: the stream, and whether these are its retransmissions. */
  readonly #bySsrc = new Map<number, { readonly stream: UplinkStream; readonly again: boolean }>();
  readonly #originals: ReadonlyMap<number, number>;
  readonly #codecs: ReadonlyMap<number, string>;
  readonly #asked = new Map<VideoKind, number>();
  readonly #askLater = new Map<VideoKind, Cancel>();

  constructor(ability: Ability, clock: Clock, send: (packets: RtcpPacket[]) => void) {
    this.#clock = clock;
    this.#send = send;
    this.#codecs = new Map(ability.video.codecs.map(({ payload, codec }) => [payload, codec]));
    this.#originals = new Map(ability.video.codecs.map(({ rtx, payload }) => [rtx, payload]));
  }

  /** Takes the SSRCs from a publish request. */
  announce(data: Fields): void {
    for (const kind of MEDIA_KINDS) {
      const ssrc = Number(data[`${kind}Ssrc`]) || 0;
      if (!ssrc || this.#streams.get(kind)?.ssrc === ssrc) continue;
      const stream = new UplinkStream(kind, ssrc);
      this.#streams.set(kind, stream);
      this.#bySsrc.set(ssrc, { stream, again: false });
      const rtx = Number(data[`${kind}RtxSsrc`]) || 0;
      if (rtx) this.#bySsrc.set(rtx, { stream, again: true });
    }
  }

  /** What there is to forward; undefined for padding and for streams that nobody announced. */
  receive({ header, payload: padded }: RtpPacket): MediaPacket | undefined {
    const found = this.#bySsrc.get(header.ssrc);
    if (!found) return undefined;
    const { stream, again } = found;
    const unwrapped = again ? this.#unwrap(header, padded, stream) : { header, payload: padded };
    if (!unwrapped) return undefined;
    const packet: MediaPacket = { kind: stream.kind, ...unwrapped };
    // Padding counts: it has a number of its own.
    const codec = this.#codecs.get(packet.header.payloadType) ?? '';
    const isKey = packet.payload.length > 0 && startsKeyFrame(codec, packet.payload);
    stream.note(packet, isKey, this.#clock.now());
    if (stream.kind !== 'audio') {
      const lost = stream.losses.take(this.#clock.now());
      if (lost.length > 0) this.#send([resendRequest(stream.ssrc, lost)]);
    }
    return packet.payload.length > 0 ? packet : undefined;
  }

  /** A packet that was forwarded lately. */
  remembered(kind: MediaKind, sequence: number): MediaPacket | undefined {
    return this.#streams.get(kind)?.remembered(sequence);
  }

  /** A key frame that is just being sent, with what has followed; then none need be asked for. */
  freshKeyFrame(kind: VideoKind): readonly MediaPacket[] {
    return this.#streams.get(kind)?.sinceKeyFrame(this.#clock.now(), FRESH_MS) ?? [];
  }

  requestKeyFrame(kind: VideoKind): void {
    const stream = this.#streams.get(kind);
    if (!stream || this.#askLater.has(kind)) return;
    const wait = (this.#asked.get(kind) ?? -Infinity) + KEY_FRAME_PAUSE_MS - this.#clock.now();
    const ask = () => {
      this.#askLater.delete(kind);
      this.#asked.set(kind, this.#clock.now());
      this.#send([keyFrameRequest(stream.ssrc)]);
    };
    if (wait <= 0) ask();
    else this.#askLater.set(kind, this.#clock.after(wait, ask));
  }

  /** Whose report this is; it is remembered for our own. */
  reported(ssrc: number, info: RtcpSenderInfo): MediaKind | undefined {
    const found = this.#bySsrc.get(ssrc);
    if (!found || found.again) return undefined;
    found.stream.reported(info, this.#clock.now());
    return found.stream.kind;
  }

  /** Tells the publisher what has arrived and what the network can carry. */
  report(bitsPerSecond: number): void {
    const streams = [...this.#streams.values()].filter(({ losses }) => losses.received > 0);
    if (streams.length === 0) return;
    const video = VIDEO_KINDS.flatMap((kind) => this.#streams.get(kind)?.ssrc ?? []);
    const reception = receptionReport(streams.map((stream) => stream.reception(this.#clock.now())));
    this.#send(video.length > 0 ? [reception, bandwidth(video, bitsPerSecond)] : [reception]);
  }

  /** Packets sent and received since the last time, for the quality push. */
  quality(): Fields {
    const audio = this.#streams.get('audio')?.since() ?? { expected: 0, received: 0 };
    const video = this.#streams.get('bigVideo')?.since() ?? { expected: 0, received: 0 };
    return {
      expectAudPkg: audio.expected,
      recvAudPkg: audio.received,
      expectVidPkg: video.expected,
      recvVidPkg: video.received,
    };
  }

  close(): void {
    for (const cancel of this.#askLater.values()) cancel();
    this.#askLater.clear();
  }

  /** RFC 4588: the original's number in front of its payload, everything else under another name. */
  #unwrap(header: RtpHeader, payload: Buffer, { ssrc }: UplinkStream): Omit<MediaPacket, 'kind'> | undefined {
    const payloadType = this.#originals.get(header.payloadType);
    if (payloadType === undefined || payload.length < 2) return undefined;
    const sequenceNumber = payload.readUInt16BE(0);
    return {
      header: new RtpHeader({ ...header, ssrc, payloadType, sequenceNumber, padding: false, paddingSize: 0 }),
      payload: payload.subarray(2),
    };
  }
}
