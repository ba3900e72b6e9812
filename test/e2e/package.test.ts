// The package as it is published: every entry loads in plain Node, its tags are rendered on a server, two copies live on one page.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { preview } from 'vite';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json';
import { launchBrowser, openTabs } from '../support/browser.js';

const ENTRIES = Object.keys(packageJson.exports)
  .filter((entry) => !entry.endsWith('.json'))
  .map((entry) => entry.replace(/^\./, 'bigcast'));

/** Runs a module in a Node of its own, as a user's; the package finds itself by its name. */
function inNode(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).trim();
}

describe('in plain Node', () => {
  it.each(ENTRIES)('%s loads, and makes no window', (entry) => {
    expect(inNode(`await import('${entry}'); console.log(typeof window, typeof document)`)).toBe('undefined undefined');
  });

  it('React renders the tags', () => {
    const html = inNode(`
      import 'bigcast';
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      const props = { room: 'premiere', 'starts-at': '2030-12-31T20:00:00Z', 'onbigcast-phase': () => {} };
      console.log(renderToString(createElement('bigcast-viewer', props, createElement('p', { slot: 'waiting' }, 'Tea'))));`);
    expect(html).toBe(
      '<bigcast-viewer room="premiere" starts-at="2030-12-31T20:00:00Z"><p slot="waiting">Tea</p></bigcast-viewer>',
    );
  });

  it('Vue renders the tags', () => {
    const html = inNode(`
      import 'bigcast';
      import { createSSRApp, h } from 'vue';
      import { renderToString } from 'vue/server-renderer';
      const props = { room: 'premiere', 'starts-at': '2030-12-31T20:00:00Z', 'onBigcast-phase': () => {} };
      console.log(await renderToString(createSSRApp(() => h('bigcast-viewer', props, [h('p', { slot: 'waiting' }, 'Tea')]))));`);
    expect(html).toBe(
      '<bigcast-viewer room="premiere" starts-at="2030-12-31T20:00:00Z"><p slot="waiting">Tea</p></bigcast-viewer>',
    );
  });
});

it('every file of the CDN build has the hash that integrity.json says', async () => {
  const hashes = JSON.parse(await readFile('dist/cdn/integrity.json', 'utf8')) as Record<string, string>;
  expect(Object.keys(hashes).filter((file) => file.startsWith('lazy/')).length).toBeGreaterThan(5);
  for (const [file, hash] of Object.entries(hashes)) {
    const bytes = await readFile(`dist/cdn/${file}`);
    expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, file).toBe(hash);
    // What lit says where it was not built for production, as it is where NODE_ENV says something else.
    expect(bytes.toString('utf8'), file).not.toContain('Lit is in dev mode');
    // `bigcast.js` only passes on what `main-*.js` gives: there is nothing to map.
    if (file !== 'bigcast.js') expect(bytes.toString('utf8'), file).toMatch(/\n\/\/# sourceMappingURL=\S+\.map\s*$/);
  }
});

it('two copies on one page: the first one wins, the console is told, and the room works', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bigcast-copies-'));
  for (const copy of ['one', 'two']) await cp('dist/cdn', path.join(folder, copy), { recursive: true });
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html><title>Two</title><bigcast-host room="copies" user="mira"></bigcast-host>
    <script type="module">
      const one = await import('./one/bigcast.js');
      const two = await import('./two/bigcast.js');
      window.won = customElements.get('bigcast-host') === one.BigcastHost && one.BigcastHost !== two.BigcastHost;
    </script>`,
  );
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser = await launchBrowser();
  try {
    const tabs = await openTabs(browser);
    const warnings: string[] = [];
    const page = await tabs.open(server.resolvedUrls!.local[0]!, (fresh) => {
      fresh.on('console', (message) => void (message.type() === 'warning' && warnings.push(message.text())));
      return Promise.resolve();
    });
    await page.waitForFunction(() => 'won' in window);
    expect(await page.evaluate(() => (window as unknown as { won: boolean }).won)).toBe(true);
    expect(warnings.filter((text) => text.includes('another copy of bigcast'))).toHaveLength(6);
    await page.getByRole('button', { name: 'Open the room' }).click();
    await page.waitForFunction(() => document.querySelector('bigcast-host')!.state.phase === 'waiting');
    expect(tabs.errors).toEqual([]);
    await tabs.close();
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}, 120_000);
