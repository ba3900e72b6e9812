// After a build: the package loads in plain Node without touching an SDK, and nothing in it comes from the emulator or signs anything.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const DIST = path.resolve('dist');
/** Words of the emulator, of signing, and of the vendor's key: none has a place in a page. */
const FORBIDDEN = /emulator|__faults|werift|tls-sig-api|genUserSig|genPrivateMapKey|secret[_-]?key/i;
const ENTRIES = ['components/index.js', 'components/classes.js', 'core/index.js', 'core/providers/tencent/index.js'];

/** Only `import()` brings a vendor's SDK; a static import would load it with the page, and break Node. */
const STATIC_SDK = /^\s*import\s[^(]*?['"](?:trtc-sdk-v5|@tencentcloud\/chat)/m;
/** The vendor's own code, as the CDN build holds it. */
const VENDOR = /^cdn\/lazy\/(?:chat|trtc)/;

const problems = [];
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.js') && !VENDOR.test(file),
);
if (files.length === 0) problems.push('dist/ holds no JavaScript: run `npm run build` first');
for (const file of files) {
  // Comments travel with the modules; what matters is the code.
  const code = readFileSync(path.join(DIST, file), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const [found] = FORBIDDEN.exec(code) ?? [];
  if (found) problems.push(`dist/${file} holds "${found}"`);
  if (STATIC_SDK.test(code)) problems.push(`dist/${file} imports an SDK other than by import()`);
}

for (const entry of ENTRIES) {
  try {
    const loaded = await import(path.join(DIST, entry));
    if (Object.keys(loaded).length === 0) problems.push(`dist/${entry} exports nothing`);
  } catch (error) {
    problems.push(`dist/${entry} does not load in Node: ${error instanceof Error ? error.message : error}`);
  }
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
