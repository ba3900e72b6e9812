// Wire ↔ command. Sends exactly what iLiveSDK accepts (two keys, string param; extras travel in the extension),
// reads leniently, ignores what it does not know and never throws. Who may say what is the reducer's business.
import type { Announcement, Command, StageId } from './commands.js';
import { parseRun, parseSeconds, parseStage } from './fields.js';

/** A message body as the chat service carries it. */
export type Wire =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'custom'; readonly data: string; readonly description: string; readonly extension: string };

/** iLiveSDK's numbers (AVIMCMD). ENTER has no official one: see {@link DEFAULT_ENTER_ACTION}. */
const ACTION = { exit: 2, 'host-left': 4, 'host-back': 5 } as const;

/** The number we use for ENTER unless configured: inside iLiveSDK's custom range (2048–2304), clear of Suixinbo's 2048–2060. */
export const DEFAULT_ENTER_ACTION = 2100;

/** Longest body worth reading, in UTF-16 units; the service's limit is 12 KB. */
const MAX_LENGTH = 12_288;
const MAX_COUNTDOWN_SECONDS = 3600;

export interface Codec {
  encode(command: Command): Wire;
  /** The command, or undefined when it is none of ours or not well formed. */
  decode(wire: Wire): Command | undefined;
}

/** @param enterAction - The number of ENTER, the same for everybody in the room. */
export function createCodec(enterAction = DEFAULT_ENTER_ACTION): Codec {
  return {
    encode: (command) =>
      command.type === 'text' ? { kind: 'text', text: command.text } : encodeAnnouncement(command, enterAction),
    decode: (wire) => (wire.kind === 'text' ? decodeText(wire.text) : decodeCustom(wire, enterAction)),
  };
}

function encodeAnnouncement(command: Announcement, enterAction: number): Wire {
  const { type, ...extras } = command;
  const userAction = type === 'enter' ? enterAction : ACTION[type];
  const actionParam = command.type === 'enter' ? String(command.stage) : '';
  return {
    kind: 'custom',
    data: JSON.stringify({ userAction, actionParam }),
    description: '',
    extension: Object.keys(extras).length > 0 ? JSON.stringify(extras) : '',
  };
}

function decodeText(text: unknown): Command | undefined {
  const isText = typeof text === 'string' && text.length <= MAX_LENGTH && text.trim() !== '';
  return isText ? { type: 'text', text } : undefined;
}

function decodeCustom(wire: { data: unknown; extension: unknown }, enterAction: number): Command | undefined {
  const body = parseObject(wire.data);
  if (!body) return undefined;
  const action = actionOf(body['userAction']);
  const extras = parseObject(wire.extension) ?? {};
  if (action === enterAction) return decodeEnter(body['actionParam'], extras);
  for (const [type, number] of Object.entries(ACTION)) {
    if (action === number) return { type: type as keyof typeof ACTION, ...runAndTime(extras) };
  }
  return undefined;
}

/** iOS sends a number, and accepts decimal text as well. */
function actionOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : NaN;
}

function runAndTime(extras: Record<string, unknown>): { run?: number; at?: number } {
  const run = parseRun(extras['run']);
  const at = parseSeconds(extras['at']);
  return { ...(run !== undefined && { run }), ...(at !== undefined && { at }) };
}

function decodeEnter(param: unknown, extras: Record<string, unknown>): Command | undefined {
  const stage = Object.hasOwn(extras, 'stage') ? parseStage(extras['stage']) : legacyStage(param);
  if (stage === undefined) return undefined;
  const seconds = extras['in'];
  const counting = typeof seconds === 'number' && seconds > 0 && seconds <= MAX_COUNTDOWN_SECONDS;
  return { type: 'enter', stage, ...runAndTime(extras), ...(counting && { in: seconds }) };
}

/** Legacy hosts send the numeric room as decimal text and nothing else. */
function legacyStage(param: unknown): StageId | undefined {
  if (typeof param !== 'string') return undefined;
  return /^\d{1,10}$/.test(param) ? parseStage(Number(param)) : parseStage(param);
}

/** Reads untrusted JSON; undefined unless it is an object of bearable size. */
function parseObject(text: unknown): Record<string, unknown> | undefined {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
