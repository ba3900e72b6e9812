// A Chromium as a person has it, without what Playwright sets in its own: there no tab is ever hidden, frozen, or kept when left.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from 'playwright';
import { findChromium, HELP } from '../../scripts/find-chromium.mjs';
import { onlyThisMachine } from './browser.js';
import { CHROMIUM_FLAGS, QUIET_FLAGS } from './chromium-flags.js';

export interface PlainBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** All its tabs stand in one window; a tab behind another is hidden. Use its first context, and no other. */
export async function launchPlainBrowser(extraFlags: readonly string[] = []): Promise<PlainBrowser> {
  const executable = findChromium();
  if (!executable) throw new Error(HELP);
  const profile = await mkdtemp(path.join(tmpdir(), 'bigcast-profile-'));
  const flags = [
    ...CHROMIUM_FLAGS,
    onlyThisMachine(),
    ...QUIET_FLAGS,
    ...extraFlags,
    '--headless=new',
    '--remote-debugging-port=0',
  ];
  // A group of its own: what is on the PATH may be a script that starts the browser.
  const child = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line);
      if (found) resolve(found[1]!);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Chromium ended before it could be spoken to.')));
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  return {
    browser,
    async close() {
      await browser.close();
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
