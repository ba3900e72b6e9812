// Frames as bytes: JSON, in binary messages on …/binfo, in text messages on …/info.
import { deflateSync } from 'node:zlib';
import { isFields, type Fields } from './fields.js';

export interface FrameHead {
  /** `<service>.<command>` */
  readonly servcmd: string;
  readonly seq: unknown;
  readonly a2?: string;
  readonly identifier?: string;
  readonly usersig?: string;
  readonly sdkappid?: number;
}

export interface Frame {
  readonly head: FrameHead;
  readonly body: Fields;
}

export interface Framing {
  readonly binary: boolean;
  readonly compressed: boolean;
}

const COMPRESSED = Buffer.from('COMP');

/** Which framing a socket's URL asks for, or undefined when it is not the chat service's. */
export function framingOf(url: URL): Framing | undefined {
  const path = /\/(b?)info$/.exec(url.pathname);
  return path ? { binary: path[1] === 'b', compressed: url.searchParams.get('compress') === 'gzip' } : undefined;
}

/** What a client sent; undefined for anything that is no frame. Clients never compress. */
export function decodeFrame(data: string): Frame | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (!isFields(value) || !isFields(value['head']) || typeof value['head']['servcmd'] !== 'string') return undefined;
  return { head: headOf(value['head'], value['head']['servcmd']), body: isFields(value['body']) ? value['body'] : {} };
}

export function encodeFrame(frame: object, { binary, compressed }: Framing): string | Buffer {
  const json = JSON.stringify(frame);
  if (!binary) return json;
  return compressed ? Buffer.concat([COMPRESSED, deflateSync(json)]) : Buffer.from(json);
}

function headOf(head: Fields, servcmd: string): FrameHead {
  const [a2, identifier, usersig] = [head['a2'], head['identifier'], head['usersig']];
  return {
    servcmd,
    seq: head['seq'],
    ...(typeof a2 === 'string' && { a2 }),
    ...(typeof identifier === 'string' && { identifier }),
    ...(typeof usersig === 'string' && { usersig }),
    ...(head['sdkappid'] !== undefined && { sdkappid: Number(head['sdkappid']) }),
  };
}
