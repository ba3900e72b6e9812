// `npm run build`: everything that is published, from nothing: modules with types, the CDN file, the manifest, what editors read.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { writeEditorData } from './editor-data.mjs';

const STEPS = [
  'tsc -p tsconfig.build.json',
  'vite build --config vite.cdn.config.ts --logLevel warn',
  'npm run --silent manifest',
];

// What a renamed module left behind would be published, too.
rmSync('dist', { recursive: true, force: true });
for (const step of STEPS) {
  console.log(`> ${step}`);
  try {
    // Whatever is set here, by a test runner for one: what is published is for production.
    execFileSync(step, { shell: true, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
  } catch {
    process.exit(1); // the step has said why
  }
}

writeIntegrity('dist/cdn');
writeEditorData('dist/editors');

/** Hashes that a page can pin the CDN's files to (SECURITY.md): all in integrity.json, those of the first load printed. */
function writeIntegrity(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const hashes = files.sort().map((file) => {
    const hash = createHash('sha384')
      .update(readFileSync(`${folder}/${file}`))
      .digest('base64');
    return [file.replaceAll('\\', '/'), `sha384-${hash}`];
  });
  writeFileSync(`${folder}/integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
  for (const [file, hash] of hashes) if (!file.startsWith('lazy/')) console.log(`${file} ${hash}`);
}
