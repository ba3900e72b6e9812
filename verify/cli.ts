// `npm run verify:tencent`: the command line. Says what it needs and what it will use before it does anything.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/config.js';
import { servePages } from '../test/support/serve.js';
import type { App } from './credentials.js';
import { redactorFor } from './perform.js';
import { outcomeLine, reportOf, summaryLines } from './report.js';
import { verify } from './verify.js';

const HELP = `npm run verify:tencent [-- --report <file>]
Takes the main story on the real services of Tencent, with your application, and compares what goes over the wire
with what the emulator says. Set TENCENT_SDK_APP_ID and TENCENT_SECRET_KEY in the environment first.
  --report   writes what was found to this file, as JSON. No key, no signature and nothing that was said is in it.`;

const COST = `This logs in to your application as five users ("bigcast-verify-…", always the same), makes one AVChatRoom, sends
about ten messages and dismisses the room. On the stage are at most one host and two viewers, for one to three minutes in all:
less than ten minutes of audio and video of your plan. The secret key stays in this process; pages get signatures only.`;

export interface Command {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  /** Ends the story early; the room is dismissed all the same. */
  readonly signal: AbortSignal;
}

/** Returns the exit code. */
export async function run({ args, env, print, signal }: Command): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { report: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const app = appIn(env, print);
  if (!app) return 1;
  // Before anything is spent.
  if (values.report !== undefined) await writeFile(values.report, '');
  print(COST);
  const redact = redactorFor(app);
  const say = (line: string) => print(redact(line));
  const startedAt = new Date();
  const site = await servePages();
  try {
    const done = (outcome: Parameters<typeof outcomeLine>[0]) => say(outcomeLine(outcome));
    const verification = await verify({ app, site, signal, begin: say, done });
    for (const line of summaryLines(verification)) say(line);
    if (values.report !== undefined) {
      const report = JSON.stringify(reportOf(verification, { startedAt, sdks: sdkVersions() }), undefined, 2);
      await writeFile(values.report, `${redact(report)}\n`);
      print(`The report is in ${values.report}.`);
    }
    return verification.passed ? 0 : 1;
  } finally {
    await site.close();
  }
}

/** PORT and the like are the credentials server's own. */
function appIn({ TENCENT_SDK_APP_ID, TENCENT_SECRET_KEY }: Command['env'], print: Command['print']): App | undefined {
  try {
    return readConfig({ TENCENT_SDK_APP_ID, TENCENT_SECRET_KEY });
  } catch (error) {
    print(HELP);
    print('');
    print(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function sdkVersions(): Readonly<Record<string, string>> {
  const require = createRequire(import.meta.url);
  const names = ['@tencentcloud/chat', 'trtc-sdk-v5'];
  return Object.fromEntries(
    names.map((name) => [name, (require(`${name}/package.json`) as { readonly version: string }).version]),
  );
}
