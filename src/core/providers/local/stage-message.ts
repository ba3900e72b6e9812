// What pages on one stage tell each other to set up their connections. Everything that comes is untrusted: what is not well formed is nothing.
import type { Sending } from '../../media/sending.js';
import { isObject, isText } from './room-message.js';

export type StageWord =
  /** The host is here: whoever wants to watch, say so. */
  | { readonly kind: 'anchor'; readonly host: string }
  /** I want to watch this host. A new `connection` number asks for a new connection. */
  | { readonly kind: 'audience'; readonly host: string; readonly connection: number }
  | ({ readonly kind: 'offer'; readonly host: string; readonly connection: number; readonly sdp: string } & Sending)
  | { readonly kind: 'answer'; readonly connection: number; readonly sdp: string }
  | { readonly kind: 'candidate'; readonly connection: number; readonly candidate: RTCIceCandidateInit }
  | ({ readonly kind: 'sending' } & Sending)
  | { readonly kind: 'bye' };

export type WordOf<T extends StageWord['kind']> = Extract<StageWord, { readonly kind: T }>;

/** A word, who said it, and to whom (everybody when absent). Ids are of pages on the stage, not of people. */
export type StageMessage = StageWord & { readonly from: string; readonly to?: string };

type Raw = Record<string, unknown>;

const READ: { readonly [T in StageWord['kind']]: (raw: Raw) => WordOf<T> | undefined } = {
  anchor: ({ host }) => (isText(host) ? { kind: 'anchor', host } : undefined),
  audience: ({ host, connection }) =>
    isText(host) && isNumber(connection) ? { kind: 'audience', host, connection } : undefined,
  offer: ({ host, connection, sdp, ...rest }) => {
    const sending = readSending(rest);
    return sending && isText(host) && isNumber(connection) && isText(sdp)
      ? { kind: 'offer', host, connection, sdp, ...sending }
      : undefined;
  },
  answer: ({ connection, sdp }) =>
    isNumber(connection) && isText(sdp) ? { kind: 'answer', connection, sdp } : undefined,
  candidate: ({ connection, candidate: raw }) => {
    const candidate = readCandidate(raw);
    return isNumber(connection) && candidate ? { kind: 'candidate', connection, candidate } : undefined;
  },
  sending: (raw) => {
    const sending = readSending(raw);
    return sending && { kind: 'sending', ...sending };
  },
  bye: () => ({ kind: 'bye' }),
};

/** The message, holding nothing but what belongs to one; undefined when `raw` is none. */
export function parseStageMessage(raw: unknown): StageMessage | undefined {
  if (!isObject(raw)) return undefined;
  const { kind, from, to } = raw;
  if (!isText(kind) || !Object.hasOwn(READ, kind) || !isText(from)) return undefined;
  const word = READ[kind as StageWord['kind']](raw);
  return word && { ...word, from, ...(isText(to) && { to }) };
}

function readSending({ video, audio }: Raw): Sending | undefined {
  return typeof video === 'boolean' && typeof audio === 'boolean' ? { video, audio } : undefined;
}

function readCandidate(raw: unknown): RTCIceCandidateInit | undefined {
  if (!isObject(raw) || typeof raw['candidate'] !== 'string') return undefined;
  const { candidate, sdpMid, sdpMLineIndex } = raw;
  return {
    candidate,
    sdpMid: typeof sdpMid === 'string' ? sdpMid : null,
    sdpMLineIndex: isNumber(sdpMLineIndex) ? sdpMLineIndex : null,
  };
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
