// A credentials server for pages on the emulator: the one that integrators copy, believing every page that asks.
import type { RequestListener } from 'node:http';
import type { Authorize } from '../server/handler.js';
import { createCredentials, type CredentialsIssuer } from '../server/credentials.js';
import { createHandler } from '../server/handler.js';

export interface EmulatorCredentialsOptions {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /**
   * So many SDKAppIDs after `sdkAppId` are handed out, one to each person: the chat SDK gives a page one instance per SDKAppID, so with
   * them several people fit on one page. The emulator must have been started with as many `aliases`. Default 0: all get the same.
   */
  readonly aliases?: number;
  /** How long credentials are good, in seconds; default two hours. */
  readonly ttlSeconds?: number;
  /** Pages of other origins that may ask. */
  readonly allowedOrigins?: readonly string[];
}

/** Answers `?room=…&user=…&role=host|viewer` (and `stage=…`) for whoever asks. Only for an emulator: it proves nothing. */
export function createEmulatorCredentials(options: EmulatorCredentialsOptions): RequestListener {
  const { aliases = 0, allowedOrigins = [], ...app } = options;
  const apps = new Map<string, number>();
  const appOf = (user: string): number => {
    const known = apps.get(user) ?? app.sdkAppId + (aliases > 0 ? 1 + (apps.size % aliases) : 0);
    apps.set(user, known);
    return known;
  };
  const credentials: CredentialsIssuer = {
    issue: (grant) => createCredentials({ ...app, sdkAppId: appOf(grant.userId) }).issue(grant),
  };
  return createHandler({ credentials, authorize: believe, allowedOrigins });
}

const believe: Authorize = ({ query }) => {
  const userId = query.get('user') ?? `guest-${Math.random().toString(36).slice(2, 10)}`;
  const stage = query.get('stage') ?? query.get('room') ?? '';
  const role = query.get('role') === 'host' ? 'host' : 'audience';
  // As in an element: an integer in `stage` is a numeric room.
  return { userId, room: query.has('stage') && /^\d+$/.test(stage) ? Number(stage) : stage, role };
};
