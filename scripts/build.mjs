// `npm run build`: everything that is published, from nothing: modules with types, the CDN file, the manifest.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';

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
    execFileSync(step, { shell: true, stdio: 'inherit' });
  } catch {
    process.exit(1); // the step has said why
  }
}
