// The shapes of what goes over the signalling socket, and readers for what came over it unchecked.

export const MEDIA_KINDS = ['audio', 'bigVideo', 'smallVideo', 'auxVideo'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];
export type VideoKind = Exclude<MediaKind, 'audio'>;
export const VIDEO_KINDS: readonly VideoKind[] = ['bigVideo', 'smallVideo', 'auxVideo'];

/** Which media, of each kind yes or no: what somebody publishes, mutes, or wants to receive. */
export type MediaSet = Readonly<Record<MediaKind, boolean>>;
export const NO_MEDIA: MediaSet = { audio: false, bigVideo: false, smallVideo: false, auxVideo: false };

export const ROLE = { anchor: 20, audience: 21 } as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

/** Why somebody is gone, as the others are told. */
export const LEFT = { normally: 0, timeout: 1, kicked: 2, roleChanged: 3 } as const;
export type LeftReason = (typeof LEFT)[keyof typeof LEFT];

/** Why somebody was removed, as he himself is told. */
export type RemovedReason = 'kick' | 'banned' | 'room_disband' | 'user_time_out';

export type Fields = Readonly<Record<string, unknown>>;

export interface RequestFrame {
  readonly cmd: string;
  readonly data: Fields;
  readonly seq: number;
}

/** What a client sent; undefined for anything that is no request. */
export function readRequest(text: string): RequestFrame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { cmd, data, seq } = fieldsOf(value);
  return typeof cmd === 'string' ? { cmd, data: fieldsOf(data), seq: Number(seq) } : undefined;
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Kinds that are not mentioned are as in `before`. */
export function mediaSetOf(value: unknown, before: MediaSet = NO_MEDIA): MediaSet {
  const fields = fieldsOf(value);
  const of = (kind: MediaKind) => (kind in fields ? Boolean(fields[kind]) : before[kind]);
  return { audio: of('audio'), bigVideo: of('bigVideo'), smallVideo: of('smallVideo'), auxVideo: of('auxVideo') };
}
