// `npm run size`: bundles each entry of the package as a user's bundler would, then holds all sizes to .size-limit.json.
// `npm run size -- --record` also writes a row into bench/results/size.md. After `npm run build`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { build } from 'vite';

const FOLDER = 'node_modules/.cache/bigcast-size';
const HISTORY = 'bench/results/size.md';
const { exports, version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync(FOLDER, { recursive: true, force: true });
for (const [entry, target] of Object.entries(exports)) {
  // Types only, data, and the CDN's own file, which is measured where it is.
  if (/json$|^\.\/(?:cdn|elements|react|preact|vue)$/.test(entry)) continue;
  await bundle(entry === '.' ? 'all' : entry.slice(2), target.default);
}

/** Writes the chunks that are loaded at once; what is loaded later is measured in the CDN build. */
async function bundle(name, file) {
  const [{ output }] = await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: file, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set([output.find(({ isEntry }) => isEntry).fileName]);
  for (const fileName of first) for (const next of chunks.get(fileName).imports) first.add(next);
  mkdirSync(`${FOLDER}/${name}`, { recursive: true });
  [...first].forEach((fileName, index) => writeFileSync(`${FOLDER}/${name}/${index}.js`, chunks.get(fileName).code));
}

const limit = (...options) =>
  execFileSync(process.execPath, ['node_modules/size-limit/bin.js', ...options], {
    encoding: 'utf8',
    stdio: options.includes('--json') ? 'pipe' : 'inherit',
  });
try {
  limit();
} catch {
  process.exit(1); // it has said why
}
if (process.argv.includes('--record')) record(JSON.parse(limit('--json')));

function record(sizes) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const columns = sizes.map(({ name }) => name);
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const head = line(['version', 'commit', ...columns]);
  const start = `# Sizes\n\nKB after gzip, by \`npm run size -- --record\`; the newest row is the last.\n\n${head}${line(['---', '---', ...columns.map(() => '---')])}`;
  const before = existsSync(HISTORY) ? readFileSync(HISTORY, 'utf8') : '';
  // Other columns: a table of its own below.
  const text = before.includes(head)
    ? before
    : before
      ? `${before}\n${start.split('\n\n').slice(2).join('\n\n')}`
      : start;
  writeFileSync(HISTORY, text + line([version, commit, ...sizes.map(({ size }) => (size / 1000).toFixed(2))]));
}
