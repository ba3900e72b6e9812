// Puts the parts together behind one path of a node:http server.
import { createServer, type Server } from 'node:http';
import { refuseArguments, readConfig } from './config.js';
import { createCredentials } from './credentials.js';
import { createHandler, type Authorize } from './handler.js';

export const PATH = '/api/credentials';

export interface StartOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly args: readonly string[];
  readonly authorize: (settings: { readonly demo: boolean }) => Authorize;
  readonly print: (line: string) => void;
}

/** Resolves when the server listens; rejects with an Error that says what to set. */
export async function start({ env, args, authorize, print }: StartOptions): Promise<Server> {
  refuseArguments(args);
  const config = readConfig(env);
  const handler = createHandler({
    credentials: createCredentials(config),
    authorize: authorize({ demo: config.demo }),
    allowedOrigins: config.allowedOrigins,
    // The message only: what is around it (a request, an environment) may hold more than a log should.
    onError: (error) => print(`authorize failed: ${messageOf(error).replaceAll(config.secretKey, '(secret)')}`),
  });
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] === PATH) return handler(request, response);
    response.writeHead(404, { 'Content-Type': 'application/json; charset=utf-8' }).end('{"error":"path"}');
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  print(`Credentials for SDKAppID ${config.sdkAppId}: http://${config.host}:${port}${PATH}`);
  if (config.demo)
    print('BIGCAST_DEMO=1: whoever reaches this address can be anybody, also the host. Never in production.');
  return server;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : `it threw a ${typeof error}`;
}
