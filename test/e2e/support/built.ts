// Before all pages: the package as it is published, built when that was not done since the sources changed.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const LAST_BUILT = 'dist/editors/web-types.json';

export default function ensureBuilt(): void {
  const built = existsSync(LAST_BUILT) ? statSync(LAST_BUILT).mtimeMs : 0;
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => statSync(`src/${file}`));
  if (sources.some(({ mtimeMs }) => mtimeMs > built)) execFileSync('npm', ['run', '--silent', 'build']);
}
