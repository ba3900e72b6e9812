// Reads the settings from the environment, and refuses to go on without the ones that matter. Never repeats a secret.

export interface Config {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** Origins of the pages that may ask. */
  readonly allowedOrigins: readonly string[];
  readonly host: string;
  readonly port: number;
  /** Lets everybody in under any name. */
  readonly demo: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Throws one Error that names everything that is missing or wrong. */
export function readConfig(env: Env): Config {
  const sdkAppId = Number(env['TENCENT_SDK_APP_ID'] ?? '');
  const secretKey = env['TENCENT_SECRET_KEY'] ?? '';
  const port = Number(env['PORT'] || 8787);
  const problems = [
    !isInteger(sdkAppId, 1, 4_294_967_295) &&
      'TENCENT_SDK_APP_ID is missing or no number: set it to the SDKAppID of your application (Tencent console, "Application overview").',
    secretKey === '' &&
      'TENCENT_SECRET_KEY is missing: set it to the secret key shown beside the SDKAppID. Keep it in the environment of this server only.',
    /\s/.test(secretKey) &&
      'TENCENT_SECRET_KEY has a space or line break in it: it was not copied whole, or with too much.',
    !isInteger(port, 0, 65_535) && 'PORT is not a port number.',
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    sdkAppId,
    secretKey,
    allowedOrigins: (env['ALLOWED_ORIGINS'] ?? '').split(/[\s,]+/).filter(Boolean),
    host: env['HOST'] || '127.0.0.1',
    port,
    demo: env['BIGCAST_DEMO'] === '1',
  };
}

/** Every user of a machine can read every command line, and shells remember them. */
export function refuseArguments(args: readonly string[]): void {
  if (args.length === 0) return;
  throw new Error(
    'This server takes no arguments. A secret on a command line can be read by others (ps, shell history): ' +
      'if that was one, replace it in the console, and set TENCENT_SECRET_KEY in the environment.',
  );
}

function isInteger(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
