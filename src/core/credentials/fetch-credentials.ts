// Asks a URL for credentials. What its status means for the person is decided here.
import { RoomError, type RoomErrorCode } from '../errors/room-error.js';
import type { StageId } from '../protocol/commands.js';

/** What a page asks credentials for. */
export interface CredentialsRequest {
  /** Id of the chat room. */
  readonly room: string;
  /** Id of the stage, where it is not the room's. */
  readonly stage?: StageId;
  /** What this page is for; the server decides whether that is so. */
  readonly role: 'host' | 'viewer';
  /** The user id the page would like, if it names one. */
  readonly user?: string;
}

/**
 * The parsed answer of `url`, which is asked with the page's cookies and, as its query, what is not in the URL already.
 * @throws RoomError `sign-in-required` (401), `banned` (403), `credentials-unavailable` (no answer, 408, 429, 5xx),
 *   `invalid-credentials` (another status, or no JSON).
 */
export async function fetchCredentials(url: string, request: CredentialsRequest): Promise<unknown> {
  const address = new URL(url, globalThis.document?.baseURI);
  for (const [name, value] of Object.entries(request)) {
    if (value !== undefined && !address.searchParams.has(name)) address.searchParams.set(name, String(value));
  }
  const response = await ask(address);
  if (!response.ok) throw refusal(response.status, address);
  return response.json().catch((cause: unknown) => {
    throw new RoomError('invalid-credentials', `${place(address)} did not answer with JSON.`, cause);
  });
}

async function ask(address: URL): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'include', cache: 'no-store', headers: { Accept: 'application/json' } });
  } catch (cause) {
    const text = `${place(address)} could not be reached: is it up, and does it allow this page’s origin (CORS)?`;
    throw new RoomError('credentials-unavailable', text, cause);
  }
}

function refusal(status: number, address: URL): RoomError {
  return new RoomError(codeOf(status), `${place(address)} answered ${status}.`);
}

function codeOf(status: number): RoomErrorCode {
  if (status === 401) return 'sign-in-required';
  if (status === 403) return 'banned';
  return status >= 500 || status === 408 || status === 429 ? 'credentials-unavailable' : 'invalid-credentials';
}

/** Without the query, which may name people. */
function place({ origin, pathname }: URL): string {
  return origin + pathname;
}
