// The control packets we send, in as many words as we mean.
import {
  GenericNack,
  PictureLossIndication,
  ReceiverEstimatedMaxBitrate,
  RtcpPayloadSpecificFeedback,
  RtcpReceiverInfo,
  RtcpRrPacket,
  RtcpSenderInfo,
  RtcpSrPacket,
  RtcpTransportLayerFeedback,
  type RtcpPacket,
} from 'werift';

/** We send nothing of our own: any number will do. */
const OWN_SSRC = 1;
const MANTISSA_LIMIT = 0x3ffff;

/** Asks for a picture that needs no other. */
export function keyFrameRequest(mediaSsrc: number): RtcpPacket {
  return new RtcpPayloadSpecificFeedback({ feedback: new PictureLossIndication({ senderSsrc: OWN_SSRC, mediaSsrc }) });
}

/** Asks for packets once more. */
export function resendRequest(mediaSourceSsrc: number, lost: number[]): RtcpPacket {
  return new RtcpTransportLayerFeedback({ feedback: new GenericNack({ senderSsrc: OWN_SSRC, mediaSourceSsrc, lost }) });
}

/** Says how much may be sent, all `ssrcs` together. */
export function bandwidth(ssrcs: number[], bitsPerSecond: number): RtcpPacket {
  let brMantissa = Math.floor(bitsPerSecond);
  let brExp = 0;
  while (brMantissa > MANTISSA_LIMIT) {
    brMantissa >>= 1;
    brExp += 1;
  }
  const bitrate = BigInt(Math.floor(bitsPerSecond));
  const estimate = { ssrcNum: ssrcs.length, brExp, brMantissa, bitrate, ssrcFeedbacks: ssrcs };
  return new RtcpPayloadSpecificFeedback({
    feedback: new ReceiverEstimatedMaxBitrate({ senderSsrc: OWN_SSRC, mediaSsrc: 0, ...estimate }),
  });
}

export type Reception = Pick<
  RtcpReceiverInfo,
  'ssrc' | 'fractionLost' | 'packetsLost' | 'highestSequence' | 'lsr' | 'dlsr'
>;

/** Says what has arrived; from it a browser knows its round trip time. */
export function receptionReport(receptions: readonly Reception[]): RtcpPacket {
  const reports = receptions.map((reception) => new RtcpReceiverInfo({ jitter: 0, ...reception }));
  return new RtcpRrPacket({ ssrc: OWN_SSRC, reports });
}

/** The sender's own report under the name that the receiver knows, so that picture and sound keep together. */
export function senderReport(ssrc: number, info: RtcpSenderInfo, rtpTimestamp: number): RtcpPacket {
  return new RtcpSrPacket({ ssrc, senderInfo: new RtcpSenderInfo({ ...info, rtpTimestamp }), reports: [] });
}

export type Feedback =
  | { readonly type: 'key-frame'; readonly ssrc: number }
  | { readonly type: 'resend'; readonly ssrc: number; readonly lost: readonly number[] }
  | { readonly type: 'sender-report'; readonly ssrc: number; readonly info: RtcpSenderInfo };

/** What a browser's control packet asks or says, as far as it matters here. */
export function readFeedback(packet: RtcpPacket): Feedback | undefined {
  if (packet instanceof RtcpSrPacket) return { type: 'sender-report', ssrc: packet.ssrc, info: packet.senderInfo };
  // The types say that there always is one; for a kind that werift does not know there is none.
  const feedback = (packet as { feedback?: unknown }).feedback;
  if (feedback instanceof PictureLossIndication) return { type: 'key-frame', ssrc: feedback.mediaSsrc };
  if (feedback instanceof GenericNack) return { type: 'resend', ssrc: feedback.mediaSourceSsrc, lost: feedback.lost };
  return undefined;
}
