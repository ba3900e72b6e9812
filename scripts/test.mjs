// `npm test`: every check of the repository, then all tests, then one line `N passed, N failed`.
// With arguments (`npm test -- --project core`) only Vitest runs, and gets them.
import { exec, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { ensureChromium } from './find-chromium.mjs';

/** Two rows side by side, each in order: the build makes what the checks after it look at, and the first takes as long as all others. */
const CHECKS = [
  [['lint', 'npm run --silent lint']],
  [
    ['types', 'npm run --silent typecheck'],
    ['format', 'npm run --silent format:check'],
    ['templates', 'npm run --silent lint:templates'],
    ['manifest is fresh', manifestIsFresh],
    ['build', 'npm run --silent build'],
    ['size', 'npm run --silent size'],
    ['package', 'npm run --silent lint:package'],
  ],
];

const total = { passed: 0, failed: 0 };
const vitestArguments = process.argv.slice(2);

ensureBrowser();
if (vitestArguments.length === 0) await Promise.all(CHECKS.map(runChecks));
if (vitestArguments.length > 0) runTests(vitestArguments);
// Whole pages last and alone: the browsers of the other tests would take a third of the machine meanwhile.
else for (const kinds of [['core', 'browser', 'stories'], ['e2e']]) runTests(kinds.map((kind) => `--project=${kind}`));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function ensureBrowser() {
  try {
    ensureChromium();
  } catch (error) {
    // Not the end: the checks and the tests in Node still say something.
    console.error(`${error instanceof Error ? error.message : error}\n`);
    total.failed += 1;
  }
}

async function runChecks(row) {
  for (const [name, check] of row) {
    const start = Date.now();
    const { ok, output } = await (typeof check === 'function' ? check() : run(check));
    total[ok ? 'passed' : 'failed'] += 1;
    console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    if (!ok) console.log(`${output.trim()}\n`);
  }
}

/** @returns {Promise<{ ok: boolean, output: string }>} */
async function run(command) {
  try {
    const { stdout, stderr } = await promisify(exec)(command, { maxBuffer: 2 ** 26 });
    return { ok: true, output: `${stdout}${stderr}` };
  } catch (error) {
    return { ok: false, output: `${error.stdout ?? ''}${error.stderr ?? ''}` || String(error) };
  }
}

/** Made anew, custom-elements.json is what it was: nobody forgot to commit it. */
async function manifestIsFresh() {
  const file = 'custom-elements.json';
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const made = await run('npm run --silent manifest');
  if (!made.ok) return made;
  const ok = readFileSync(file, 'utf8') === before;
  return { ok, output: `${file} was out of date. It has been made anew: look at it and commit it.` };
}

function runTests(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bigcast-'));
  const countFile = path.join(folder, 'count.json');
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=./scripts/vitest-count.mjs', ...args],
    { stdio: 'inherit', env: { ...process.env, BIGCAST_COUNT_FILE: countFile } },
  );
  const count = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true });
  total.passed += count.passed;
  total.failed += count.failed;
  // No test ran, or Vitest itself failed without one that did: both are failures nobody has counted yet.
  if (count.failed === 0 && (count.passed === 0 || status !== 0)) {
    console.log(count.passed === 0 ? 'No test ran.' : `Vitest ended with exit code ${status}.`);
    total.failed += 1;
  }
}
