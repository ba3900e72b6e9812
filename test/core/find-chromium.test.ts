// Where the search for a Chromium looks, in which order, and what it does when there is none.
import { describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium, findHeadless, HELP, type Machine } from '../../scripts/find-chromium.mjs';

const DOWNLOAD = '/cache/playwright/chrome';

function machine({ files = [] as string[], ...rest }: Partial<Machine> & { files?: string[] }) {
  const commands: string[] = [];
  const here: Machine = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    root: false,
    exists: (file) => files.includes(file),
    downloaded: () => DOWNLOAD,
    run: (command, args) => void commands.push([command, ...args].join(' ')),
    ...rest,
  };
  return { ...here, files, commands };
}

describe('findChromium', () => {
  it('takes CHROME_PATH before anything else', () => {
    const files = ['/opt/mine', '/usr/bin/chromium'];
    expect(findChromium(machine({ files, env: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' } }))).toBe('/opt/mine');
  });

  it('says so when CHROME_PATH leads nowhere, and takes no other browser', () => {
    const here = machine({ files: ['/usr/bin/chromium'], env: { CHROME_PATH: '/opt/gone', PATH: '/usr/bin' } });
    expect(() => findChromium(here)).toThrow('CHROME_PATH is "/opt/gone", but there is no such file.');
  });

  it('prefers chromium to google-chrome, wherever they are on the PATH', () => {
    expect(findChromium(machine({ files: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'] }))).toBe(
      '/usr/bin/chromium',
    );
    expect(findChromium(machine({ files: ['/usr/bin/google-chrome-stable', DOWNLOAD] }))).toBe(
      '/usr/bin/google-chrome-stable',
    );
  });

  it.each([
    ['darwin', { HOME: '/homes/ana' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/homes/ana' }, '/homes/ana/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', { Path: 'C:\\tools;D:\\bin' }, 'D:\\bin\\chromium.exe'],
  ])('knows the usual places of %s', (platform, env, file) => {
    expect(findChromium(machine({ platform, env, files: [file, DOWNLOAD] }))).toBe(file);
  });

  it("falls back to Playwright's own download", () => {
    expect(findChromium(machine({ files: [DOWNLOAD] }))).toBe(DOWNLOAD);
  });

  it('finds nothing where there is nothing', () => {
    expect(findChromium(machine({ env: {} }))).toBeUndefined();
  });
});

describe('findHeadless', () => {
  it('takes a headless shell before a whole browser, and a whole browser before nothing', () => {
    const files = ['/usr/bin/chromium', '/usr/local/bin/chromium-headless-shell'];
    expect(findHeadless(machine({ files }))).toBe('/usr/local/bin/chromium-headless-shell');
    expect(findHeadless(machine({ files: files.slice(0, 1) }))).toBe('/usr/bin/chromium');
    expect(findHeadless(machine({ env: {} }))).toBeUndefined();
  });

  it('takes the one that somebody chose', () => {
    const files = ['/opt/mine', '/usr/bin/chromium-headless-shell'];
    expect(findHeadless(machine({ files, env: { CHROME_PATH: '/opt/mine', PATH: '/usr/bin' } }))).toBe('/opt/mine');
  });
});

describe('ensureChromium', () => {
  it('installs nothing when there is one', () => {
    const here = machine({ files: ['/usr/bin/chromium'], root: true });
    expect(ensureChromium(here)).toBe('/usr/bin/chromium');
    expect(here.commands).toEqual([]);
  });

  it('installs it by apt on Debian as root', () => {
    const here = machine({ files: ['/usr/bin/apt-get'], root: true });
    here.run = (command, args) => {
      here.commands.push([command, ...args].join(' '));
      if (args[0] === 'install') here.files.push('/usr/bin/chromium');
    };
    expect(ensureChromium(here)).toBe('/usr/bin/chromium');
    const install = 'apt-get install -y --no-install-recommends';
    expect(here.commands).toEqual(['apt-get update', `${install} chromium`, `${install} chromium-headless-shell`]);
  });

  it('does without a headless shell where the distribution has none', () => {
    const here = machine({ files: ['/usr/bin/apt-get'], root: true });
    here.run = (_command, args) => {
      if (args.includes('chromium-headless-shell')) throw new Error('no such package');
      if (args[0] === 'install') here.files.push('/usr/bin/chromium');
    };
    expect(ensureChromium(here)).toBe('/usr/bin/chromium');
  });

  it.each([
    ['another user than root', { root: false, files: ['/usr/bin/apt-get'] }],
    ['a system without apt', { root: true, files: [] }],
    ['macOS', { root: true, platform: 'darwin', files: [] }],
  ])("lets Playwright download one for %s, and says what to do when it can't", (_who, where) => {
    const here = machine(where);
    expect(() => ensureChromium(here)).toThrow(HELP);
    expect(here.commands).toEqual([expect.stringMatching(/playwright.cli\.js install --no-shell chromium$/)]);
  });

  it('tries the next way when one fails, and tells why', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const here = machine({ files: ['/usr/bin/apt-get'], root: true });
    here.run = (command) => {
      if (command === 'apt-get') throw new Error('no network');
      here.files.push(DOWNLOAD);
    };
    expect(ensureChromium(here)).toBe(DOWNLOAD);
    expect(told).toHaveBeenCalledWith('viaApt: no network');
    told.mockRestore();
  });
});
