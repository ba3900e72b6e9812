// Lets the examples find the package in this repository, as `npm install` lets them find it elsewhere. After `npm run build`.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

export function linkExamples() {
  for (const name of ['react', 'vue']) {
    const modules = path.join(repository, 'examples', name, 'node_modules');
    mkdirSync(modules, { recursive: true });
    if (!existsSync(path.join(modules, 'bigcast'))) symlinkSync(repository, path.join(modules, 'bigcast'), 'junction');
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) linkExamples();
