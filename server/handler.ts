// One HTTP endpoint: who asks (the integrator's `authorize` says), from which page (the CORS list), gets credentials or a short refusal.
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http';
import { isRoomId, isUserId, type CredentialsIssuer, type Grant } from './credentials.js';
import { readBody } from './read-body.js';

/** What `authorize` decides on. */
export interface CredentialsRequest {
  /** What the page asks for, `room` among it: checked for its form, not for whether this person may enter. */
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** At most 4096 bytes, as text. */
  readonly body: string;
  /** For what a framework has put on it, such as a session. Its body has been read. */
  readonly incoming: IncomingMessage;
}

export interface Authorized extends Grant {
  /** What others should call this person. Handed to the page as it is. */
  readonly name?: string;
}

/** Says who asks and what they may; `undefined` when they have to sign in first. */
export type Authorize = (request: CredentialsRequest) => Authorized | undefined | Promise<Authorized | undefined>;

export interface HandlerOptions {
  readonly credentials: CredentialsIssuer;
  readonly authorize: Authorize;
  /** Pages of other origins that may ask, as `https://www.example.com`. Your own too, if it uses POST: browsers name it then. */
  readonly allowedOrigins: readonly string[];
  /** Hears what `authorize` threw, which the page never sees. By default only the kind of error is printed. */
  readonly onError?: (error: unknown) => void;
}

/** The word in `{ "error": … }`. */
export type Refusal = 'sign-in' | 'origin' | 'method' | 'room' | 'user' | 'body' | 'server';

interface Reply {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly json?: object;
}

const MAX_BODY_BYTES = 4096;
const METHODS = ['GET', 'POST'];
const PREFLIGHT: OutgoingHttpHeaders = {
  'Access-Control-Allow-Methods': METHODS.join(', '),
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Max-Age': 600,
};

/** Does not look at the path: mount it where you like. */
export function createHandler(options: HandlerOptions): RequestListener {
  const { onError = printKind } = options;
  const origins = new Set(options.allowedOrigins.map(exactOrigin));

  return (request, response) => {
    const { origin } = request.headers;
    const known = origin !== undefined && origins.has(origin);
    const reply = origin === undefined || known ? replyTo(request, options) : Promise.resolve(refuse(403, 'origin'));
    void reply
      .catch((error: unknown) => {
        onError(error);
        return refuse(500, 'server');
      })
      .then(({ status, headers, json }) => {
        response.writeHead(status, { ...COMMON, ...(known && corsFor(origin)), ...headers });
        response.end(json && JSON.stringify(json));
      });
  };
}

async function replyTo(request: IncomingMessage, { credentials, authorize }: HandlerOptions): Promise<Reply> {
  const { method = '', headers } = request;
  if (method === 'OPTIONS') return { status: 204, headers: PREFLIGHT };
  if (!METHODS.includes(method)) return refuse(405, 'method', { Allow: [...METHODS, 'OPTIONS'].join(', ') });
  const query = queryOf(request);
  if (!isRoomId(query.get('room'))) return refuse(400, 'room');
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === undefined) return refuse(413, 'body', { Connection: 'close' });

  const authorized = await authorize({ query, headers, body, incoming: request });
  if (!authorized) return refuse(401, 'sign-in');
  const { userId, room, role, name } = authorized;
  if (!isUserId(userId)) return refuse(400, 'user');
  if (!isRoomId(room)) return refuse(400, 'room');
  return { status: 200, json: { ...credentials.issue({ userId, room, role }), ...(name !== undefined && { name }) } };
}

/** On every answer, also on a refusal: no cache may keep a signature, or give one page's answer to another. */
const COMMON: OutgoingHttpHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Origin',
};

function refuse(status: number, error: Refusal, headers: OutgoingHttpHeaders = {}): Reply {
  return { status, headers, json: { error } };
}

/** With cookies, as most sign-ins are one: hence the list, and never `*`. */
function corsFor(origin: string): OutgoingHttpHeaders {
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' };
}

/** By hand, as `new URL` throws on paths like `//`. */
function queryOf({ url = '' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

/** A slash at the end or a path would match no browser's `Origin`, in silence. */
function exactOrigin(value: string): string {
  if (URL.canParse(value) && new URL(value).origin === value && value !== 'null') return value;
  throw new RangeError(`"${value}" is not an origin: write it as https://www.example.com, without a path or a slash`);
}

function printKind(error: unknown): void {
  console.error(`credentials: authorize failed (${error instanceof Error ? error.name : typeof error})`);
}
