// What must be known of the codecs themselves: where a picture starts that needs no other, and who calls what how.
import type { Ability, Codec } from './ability.js';

/** Whether this packet starts a key frame. */
export function startsKeyFrame(codec: string, payload: Buffer): boolean {
  const starts = KEY_FRAME[codec.toLowerCase()];
  return starts ? starts(payload) : true;
}

const KEY_FRAME: Readonly<Record<string, (payload: Buffer) => boolean>> = {
  vp8: startsVp8KeyFrame,
  h264: startsH264KeyFrame,
};

/** RFC 7741: start of the first partition, then the inverted key frame bit of the payload header. */
function startsVp8KeyFrame(payload: Buffer): boolean {
  const first = payload[0] ?? 0;
  if (!(first & 0x10) || first & 0x07) return false;
  let at = 1;
  if (first & 0x80) {
    const extended = payload[1] ?? 0;
    at = 2;
    if (extended & 0x80) at += (payload[2] ?? 0) & 0x80 ? 2 : 1;
    if (extended & 0x40) at += 1;
    if (extended & 0x30) at += 1;
  }
  return at < payload.length && (payload[at]! & 0x01) === 0;
}

const IDR = 5;
const SPS = 7;
const STAP_A = 24;
const FU_A = 28;

/** RFC 6184: a decoder needs the parameter set first, and browsers send it before every IDR picture. */
function startsH264KeyFrame(payload: Buffer): boolean {
  const isStart = (byte = 0) => [IDR, SPS].includes(byte & 0x1f);
  const type = (payload[0] ?? 0) & 0x1f;
  if (type === STAP_A) return isStart(payload[3]);
  if (type === FU_A) return isStart(payload[1]) && ((payload[1] ?? 0) & 0x80) !== 0;
  return isStart(type);
}

/** How a receiver calls what a sender sends. Browsers number codecs and extensions as they like. */
export interface Names {
  readonly codec: string;
  readonly payloadType: number;
  /** Payload type of retransmissions; 0 = none. */
  readonly rtx: number;
}

/** Of each payload type that `from` may send: its names at `to`. What `to` cannot decode is missing. */
export function namesAt(from: Ability, to: Ability): ReadonlyMap<number, Names> {
  const pairs = [
    ...from.audio.codecs.map((codec) => [codec, to.audio.codecs] as const),
    ...from.video.codecs.map(
      (codec) => [codec, to.video.decoders.length ? to.video.decoders : to.video.codecs] as const,
    ),
  ];
  return new Map(
    pairs.flatMap(([codec, known]) => {
      const same = counterpart(codec, known);
      return same ? [[codec.payload, { codec: codec.codec, payloadType: same.payload, rtx: same.rtx }] as const] : [];
    }),
  );
}

function counterpart(codec: Codec, known: readonly Codec[]): Codec | undefined {
  const same = known.filter((other) => other.codec.toLowerCase() === codec.codec.toLowerCase());
  return same.find(({ fmtp }) => fmtp === codec.fmtp) ?? same.find((other) => mode(other) === mode(codec)) ?? same[0];
}

function mode({ fmtp }: Codec): string {
  return /packetization-mode=(\d)/.exec(fmtp)?.[1] ?? '0';
}

/** Of each header extension: its number at `to`. */
export function extensionsAt(from: Ability, to: Ability, part: 'audio' | 'video'): ReadonlyMap<number, number> {
  const numbers = new Map(to[part].extensions.map(({ uri, id }) => [uri, id]));
  return new Map(
    from[part].extensions.flatMap(({ uri, id }) => {
      const number = numbers.get(uri);
      return number === undefined ? [] : [[id, number] as const];
    }),
  );
}
