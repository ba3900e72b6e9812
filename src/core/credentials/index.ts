// Where credentials come from when a page names a server or a function for them. Loaded only then.
import type { CredentialsKeeper } from '../ports/credentials.js';
import { CredentialsSource, type CredentialsSourceOptions } from './credentials-source.js';
import { fetchCredentials, type CredentialsRequest } from './fetch-credentials.js';

export type { CredentialsRequest };

/** A URL that answers with credentials, or a function that gets them. */
export type CredentialsOption = string | ((request: CredentialsRequest) => Promise<unknown>);

export function keepCredentials(
  option: CredentialsOption,
  request: CredentialsRequest,
  options: Omit<CredentialsSourceOptions, 'ask'>,
): CredentialsKeeper {
  const ask = typeof option === 'string' ? () => fetchCredentials(option, request) : async () => option(request);
  return new CredentialsSource({ ...options, ask });
}
