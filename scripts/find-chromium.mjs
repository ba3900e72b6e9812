// Finds a Chromium for tests and benchmarks, or installs one. `node scripts/find-chromium.mjs` prints its path.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** Chromium without windows: the same pages are through a fifth sooner than in a whole browser. */
const SHELLS = ['chromium-headless-shell', 'headless_shell'];
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const HELP = `No Chromium was found, and none could be installed from here. Do one of these, then run the command again:
  - install Chrome or Chromium and make sure that \`chromium\` or \`google-chrome\` is on the PATH
  - set CHROME_PATH to the executable of a Chrome or Chromium you have
  - npx playwright install --with-deps --no-shell chromium`;

/**
 * What the search may look at and do; a parameter, so that its decisions can be tested on made-up machines.
 *
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {string} platform As `process.platform`.
 * @property {boolean} root
 * @property {(file: string) => boolean} exists
 * @property {() => string} downloaded Where Playwright's own download is, or would be.
 * @property {(command: string, args: string[]) => void} run Throws when the command fails.
 */

/** @type {Machine} */
export const thisMachine = {
  env: process.env,
  platform: process.platform,
  root: process.getuid?.() === 0,
  exists: existsSync,
  // Required only when needed: everything before it must work without Playwright's start-up time.
  downloaded: () => require('playwright').chromium.executablePath(),
  run: (command, args) =>
    // Standard output is the answer of this script, so what installers say goes to standard error.
    void execFileSync(command, args, {
      stdio: ['ignore', 2, 2],
      timeout: 10 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }),
};

/**
 * The executable of a Chromium that is already here, or undefined. Installs nothing.
 *
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function findChromium(machine = thisMachine) {
  return (
    chosen(machine) ??
    [...onPath(machine, COMMANDS), ...usualPlaces(machine), machine.downloaded()].find(machine.exists)
  );
}

/**
 * What runs pages that need no window: a headless shell where there is one, or else what `findChromium` gives.
 *
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function findHeadless(machine = thisMachine) {
  return chosen(machine) ?? onPath(machine, SHELLS).find(machine.exists) ?? findChromium(machine);
}

/**
 * The executable of a Chromium; installs one when there is none. Throws with what to do when that fails, too.
 *
 * @param {Machine} [machine]
 * @returns {string}
 */
export function ensureChromium(machine = thisMachine) {
  const found = findChromium(machine);
  if (found) return found;
  for (const install of [viaApt, viaPlaywright]) {
    try {
      install(machine);
    } catch (error) {
      console.error(`${install.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const installed = findChromium(machine);
    if (installed) return installed;
  }
  throw new Error(HELP);
}

/** @param {Machine} machine */
function chosen({ env, exists }) {
  if (!env.CHROME_PATH || exists(env.CHROME_PATH)) return env.CHROME_PATH || undefined;
  // Somebody chose: another browser than the chosen one would be a surprise.
  throw new Error(`CHROME_PATH is "${env.CHROME_PATH}", but there is no such file.`);
}

/**
 * @param {Machine} machine
 * @param {string[]} commands
 */
function onPath({ env, platform }, commands) {
  const { join, delimiter } = platform === 'win32' ? path.win32 : path.posix;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const suffix = platform === 'win32' ? '.exe' : '';
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

/** @param {Machine} machine */
function usualPlaces({ env, platform }) {
  if (platform === 'darwin') {
    return ['/Applications', `${env.HOME}/Applications`].flatMap((folder) => [
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder != null);
    return folders.flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
    ]);
  }
  return [];
}

/**
 * First where it is possible: it brings the system libraries that Playwright's download lacks on a bare Debian.
 *
 * @param {Machine} machine
 */
function viaApt({ platform, root, exists, run }) {
  if (platform !== 'linux' || !root || !exists('/usr/bin/apt-get')) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  try {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell']);
  } catch {
    // Only faster; not every distribution has it.
  }
}

/** @param {Machine} machine */
function viaPlaywright({ run }) {
  const cli = path.join(path.dirname(require.resolve('playwright/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
