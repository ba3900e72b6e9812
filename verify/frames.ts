// From what went over a socket to a frame with a name. Reads the two services' framing and nothing of what they mean.
import { inflateSync } from 'node:zlib';
import { COMMANDS } from '../emulator/stage/commands/index.js';
import { PUSH } from '../emulator/stage/pushes.js';

export type Part = 'chat' | 'stage' | 'other';
/** As seen from the page. */
export type Direction = 'sent' | 'received';

export interface Frame {
  readonly part: Part;
  readonly direction: Direction;
  /** Its name on the wire; a refusal has its code behind it, as it looks different. */
  readonly command: string;
  readonly value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const CODE = ', code ';
const PUSHED = 'push ';
const COMPRESSED = Buffer.from('COMP');
/** What the SDKs tell of themselves, as they please: nothing depends on it. */
const TELEMETRY: ReadonlySet<string> = new Set(['imopenstat.tim_web_report_v2', 'quality_report']);
/** It is chance whether somebody quits before the room is dismissed or after, and both is fine. */
export const QUIT = 'group_open_http_svc.quit_group';
const UNREADABLE = '(no JSON)';

/** Whose socket it is, by its address. */
export function partOf(url: URL): Part {
  if (/\/b?info$/.test(url.pathname)) return 'chat';
  return /\/v\d+\/ws$/.test(url.pathname) ? 'stage' : 'other';
}

export function readFrame(part: Part, direction: Direction, payload: string | Buffer): Frame {
  const value = parse(textOf(payload));
  if (part === 'other') return { part, direction, command: '(unknown socket)', value };
  if (value === undefined) return { part, direction, command: UNREADABLE, value };
  const command = commandOf(part, fieldsOf(value));
  return { part, direction, command, value: direction === 'sent' && TELEMETRY.has(command) ? {} : value };
}

/** The scheduling service's answer, or what it was asked: it comes over HTTP. */
export function scheduleFrame(direction: Direction, value: unknown): Frame {
  return { part: 'stage', direction, command: withCode('schedule', fieldsOf(value)['code']), value };
}

function commandOf(part: 'chat' | 'stage', frame: Fields): string {
  if (part === 'chat') {
    const { servcmd } = fieldsOf(frame['head']);
    return servcmd === QUIT ? QUIT : withCode(String(servcmd), fieldsOf(frame['body'])['ErrorCode']);
  }
  const { cmd, code } = frame;
  return withCode(typeof cmd === 'number' ? `${cmd} (${STAGE_NAMES.get(cmd) ?? 'no name'})` : String(cmd), code);
}

export function isRefusal(command: string): boolean {
  return command.includes(CODE);
}

/** Whether it is something that the emulator says unasked, too, when there is occasion. */
export function isKnownPush(command: string): boolean {
  return command.includes(PUSHED) && !isRefusal(command);
}

function withCode(name: string, code: unknown): string {
  return typeof code === 'number' && code !== 0 ? `${name}${CODE}${code}` : name;
}

/** What the service sends has numbers only. */
const STAGE_NAMES: ReadonlyMap<number, string> = new Map([
  ...Object.entries(COMMANDS).flatMap(([name, { reply }]) =>
    reply === undefined ? [] : [[reply, `reply to ${name}`] as const],
  ),
  ...Object.entries(PUSH).map(([name, number]) => [number, `${PUSHED}${name}`] as const),
]);

function textOf(payload: string | Buffer): string {
  if (typeof payload === 'string') return payload;
  if (!payload.subarray(0, COMPRESSED.length).equals(COMPRESSED)) return payload.toString('utf8');
  try {
    return inflateSync(payload.subarray(COMPRESSED.length)).toString('utf8');
  } catch {
    return '';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
