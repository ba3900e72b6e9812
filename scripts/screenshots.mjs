// `npm run screenshots`: every main state beside its reviewed picture. With `--update`: takes new ones; look at them before you commit.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { ensureChromium } from './find-chromium.mjs';

const [argument, ...others] = process.argv.slice(2);
if ((argument && argument !== '--update') || others.length > 0) throw new Error('There is one option: --update');
const vitest = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'look'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHROME_PATH: ensureChromium(),
    ...(argument && { BIGCAST_SCREENSHOTS: 'update' }),
  },
});
process.exitCode = vitest.status ?? 1;
