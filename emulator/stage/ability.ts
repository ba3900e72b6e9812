// What a browser says it can do, and what it is answered. Both take the place of SDP, from which the SDK makes and to which it turns them.
import type { Fields } from './wire.js';

export interface Codec {
  readonly codec: string;
  readonly fmtp: string;
  readonly payload: number;
  readonly rate: number;
  readonly channels?: number;
  readonly rtcpfb?: readonly { readonly id: string; readonly params: readonly string[] }[];
  /** Payload type of its retransmissions; 0 = none. */
  readonly rtx: number;
}

export interface Extension {
  readonly id: number;
  readonly uri: string;
}

export interface Ability {
  readonly ice: { readonly ufrag: string; readonly password: string };
  readonly dtls: { readonly hash: string; readonly fingerprint: string; readonly setup: string };
  readonly audio: { readonly codecs: readonly Codec[]; readonly extensions: readonly Extension[] };
  readonly video: {
    readonly codecs: readonly Codec[];
    readonly decoders: readonly Codec[];
    readonly extensions: readonly Extension[];
  };
}

export interface MediaAddress {
  readonly ip: string;
  readonly port: number;
  readonly priority: number;
}

/** How the transport that was opened for somebody is reached. */
export interface Endpoint {
  readonly addresses: readonly MediaAddress[];
  readonly ice: Ability['ice'];
  readonly dtls: Pick<Ability['dtls'], 'hash' | 'fingerprint'>;
}

const EXTENSIONS: ReadonlySet<string> = new Set([
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'urn:3gpp:video-orientation',
  'urn:ietf:params:rtp-hdrext:toffset',
]);

/** The ability in a request; undefined when it lacks what every browser's has. */
export function abilityOf(value: unknown): Ability | undefined {
  const ability = value as Partial<Ability> | undefined;
  const whole =
    ability?.ice?.ufrag &&
    ability.dtls?.fingerprint &&
    ability.audio?.codecs.length &&
    Array.isArray(ability.video?.codecs) &&
    Array.isArray(ability.video.decoders);
  return whole ? (ability as Ability) : undefined;
}

export function answerAbility(offered: Ability, endpoint: Endpoint, codec: 'vp8' | 'h264'): Fields {
  const { audio, video } = offered;
  return {
    // `foundation` is where the SDK reads the transport from.
    candidates: endpoint.addresses.map((address) => ({ ...address, foundation: 'udp', type: 'host' })),
    ice: endpoint.ice,
    dtls: { ...endpoint.dtls, setup: 'passive' },
    audio: { codecs: audio.codecs.map(withoutTransportCc), extensions: known(audio.extensions) },
    video: {
      codecs: video.codecs.map(withoutTransportCc),
      decoders: video.decoders.map(withoutTransportCc),
      extensions: known(video.extensions),
    },
    useVp8: codec === 'vp8',
    useH265: false,
  };
}

/** We answer no transport-cc; a browser that believes we do estimates hardly any bandwidth and heeds no REMB. */
function withoutTransportCc(codec: Codec): Codec {
  return { ...codec, rtcpfb: (codec.rtcpfb ?? []).filter(({ id }) => id !== 'transport-cc') };
}

function known(extensions: readonly Extension[]): readonly Extension[] {
  return extensions.filter(({ uri }) => EXTENSIONS.has(uri));
}
