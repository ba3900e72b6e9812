// The credentials server of one run: on this machine only, at an address nobody can guess, for the people of the story and their room.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCredentials, type CredentialsIssuer } from '../server/credentials.js';
import { createHandler, type Authorize } from '../server/handler.js';

/** Always the same few: each user id that the service has ever seen may count towards the plan. */
export const PEOPLE = {
  host: 'bigcast-verify-host',
  viewer: 'bigcast-verify-viewer',
  latecomer: 'bigcast-verify-latecomer',
  forger: 'bigcast-verify-forger',
  /** Whose signature is made with a wrong key. */
  refused: 'bigcast-verify-refused',
} as const;

export type Person = keyof typeof PEOPLE;

export interface App {
  readonly sdkAppId: number;
  readonly secretKey: string;
}

export interface CredentialsServer {
  readonly url: string;
  /** Everything that was signed, so that it can be taken out of what is printed. */
  readonly signatures: readonly string[];
  close(): Promise<void>;
}

/** Longer than any run, in seconds. */
const TTL = 1800;

/** @param origin - Of the pages. */
export async function startCredentials(app: App, room: string, origin: string): Promise<CredentialsServer> {
  const signatures: string[] = [];
  const good = createCredentials({ ...app, ttlSeconds: TTL });
  const bad = createCredentials({ ...app, secretKey: randomBytes(32).toString('hex'), ttlSeconds: TTL });
  const credentials: CredentialsIssuer = {
    issue(grant) {
      const issued = (grant.userId === PEOPLE.refused ? bad : good).issue(grant);
      signatures.push(issued.userSig, issued.privateMapKey);
      return issued;
    },
  };
  const path = `/${randomUUID()}`;
  const answer = createHandler({ credentials, authorize: knownPeople(room), allowedOrigins: [origin] });
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] === path) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    signatures,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

function knownPeople(room: string): Authorize {
  const known: readonly string[] = Object.values(PEOPLE);
  return ({ query }) => {
    const userId = query.get('user') ?? '';
    if (!known.includes(userId) || query.get('room') !== room) return undefined;
    return { userId, room, role: userId === PEOPLE.host ? 'host' : 'audience' };
  };
}
