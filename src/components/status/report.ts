// What there is to say about a room: all is well, something worth knowing, or trouble with the one thing to do about it.
import {
  viewOf,
  type Link,
  type Phase,
  type RoomError,
  type RoomErrorCode,
  type RoomIntent,
  type RoomState,
} from '../../core/index.js';
import { sentenceFor, type Strings } from '../shared/localize.js';

export type Mood = 'well' | 'busy' | 'notice' | 'trouble';

export interface Report {
  readonly mood: Mood;
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly intent: RoomIntent };
  /** For support. */
  readonly details?: { readonly code: RoomErrorCode; readonly message?: string };
}

/** The slice of the room that a report is about. */
export interface StatusSlice {
  readonly link: Link;
  readonly phase: Phase;
  readonly isBlocked: boolean;
  readonly stageFailed: boolean;
  readonly error: RoomError | undefined;
  readonly notice: RoomErrorCode | undefined;
}

export function sliceOf(state: RoomState): StatusSlice {
  const { link, phase, stage, error, notice } = state;
  return { link, phase, isBlocked: viewOf(state) === 'blocked', stageFailed: stage === 'failed', error, notice };
}

/** Nothing a viewer does heals these: the page's author must, or the room's host. So it is with all that is `invalid-…`. */
const FINAL: ReadonlySet<RoomErrorCode> = new Set<RoomErrorCode>([
  'unknown-provider',
  'unsupported-browser',
  'banned',
  'app-id-rejected',
  'service-disabled',
]);

function isFinal({ code }: RoomError): boolean {
  return FINAL.has(code) || code.startsWith('invalid-');
}

export function reportOf(slice: StatusSlice, strings: Strings): Report {
  const { error, notice } = slice;
  const details = error && { code: error.code, message: error.message };
  if (slice.isBlocked) return { mood: 'trouble', ...blockedReport(slice, strings), details };
  // Who cancelled knows it.
  if (error && error.code !== 'cancelled')
    return {
      mood: 'trouble',
      sentence: sentenceFor(error.code, strings),
      action: stageAction(slice, strings),
      details,
    };
  if (notice) return { mood: 'notice', sentence: strings.noticed, details: { code: notice } };
  return wellReport(slice, strings);
}

function blockedReport({ link, error }: StatusSlice, strings: Strings): Pick<Report, 'sentence' | 'action'> {
  const enter = (label: string) => ({ label, intent: { type: 'enter' } as const });
  if (error && isFinal(error)) return { sentence: sentenceFor(error.code, strings) };
  const sentence = error && error.code !== 'kicked' ? sentenceFor(error.code, strings) : undefined;
  if (link === 'kicked') return { sentence: sentence ?? strings.kicked, action: enter(strings.useHere) };
  if (sentence !== undefined) return { sentence, action: enter(strings.tryAgain) };
  return { sentence: strings.leftRoom, action: enter(strings.enterAgain) };
}

function stageAction({ stageFailed, error }: StatusSlice, strings: Strings): Report['action'] {
  if (!stageFailed || (error && isFinal(error))) return undefined;
  return { label: strings.tryAgain, intent: { type: 'retry-stage' } };
}

function wellReport({ link, phase }: StatusSlice, strings: Strings): Report {
  const place = phase === 'unknown' ? '' : strings.phase[phase];
  // After the end nobody is connected, and nobody needs to be told.
  const parts = phase === 'ended' ? [place] : [strings.status[link], place];
  return { mood: link === 'connecting' ? 'busy' : 'well', sentence: parts.filter(Boolean).join(' · ') };
}
