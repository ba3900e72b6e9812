// Before all pages: what they are made of is built once. The package as it is published, and the pages of the tests.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { servePages } from '../../support/serve.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test/e2e/pages is served, without a slash at the end. */
    readonly pages: string;
  }
}

const LAST_BUILT = 'dist/editors/web-types.json';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  ensureBuilt();
  const site = await servePages();
  project.provide('pages', site.url);
  return () => site.close();
}

/** When that was not done since the sources changed. */
function ensureBuilt(): void {
  const built = existsSync(LAST_BUILT) ? statSync(LAST_BUILT).mtimeMs : 0;
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => statSync(`src/${file}`));
  if (sources.some(({ mtimeMs }) => mtimeMs > built)) execFileSync('npm', ['run', '--silent', 'build']);
}
