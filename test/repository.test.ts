// What must not be committed: the place where somebody worked, and the host their packages came from.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'a package registry':
    /\bregistry\.[\w-]+\.\w+|\bnpmmirror\.com\b|\b(?:artifactor[y]|verdacci[o])\b|^\s*(?:@[\w-]+:)?registry\s*=/im,
  'a locked download address': /"resolved":\s*"https?:/,
  "a machine's path": /(?<![\w.$}*~-])\/(?:work|root|home\/\w+|Users\/\w+|tmp\/bash_jobs)(?:\.\d+)?\//,
};

function findings(text: string): string[] {
  return Object.keys(FORBIDDEN).filter((name) => FORBIDDEN[name]!.test(text));
}

describe('committed files', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const files = listed.split('\0').filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());

  it('name no registry and no path of a machine', () => {
    expect(files).toContain('package.json');
    const found = files.flatMap((file) => {
      const bytes = readFileSync(file);
      const binary = bytes.subarray(0, 8000).includes(0);
      return binary ? [] : findings(bytes.toString('utf8')).map((name) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
  });
});

// Put together from pieces (as some of the letters above are in brackets), or this file would be a finding itself.
describe('the search', () => {
  const slash = '/';
  it.each([
    ['a package registry', `see https:${slash}${slash}registry` + '.npmjs.org/lit'],
    ['a package registry', 'registry' + '=https://packages.example'],
    ['a package registry', '@acme:registry' + ' = x'],
    ['a locked download address', '"resolved": ' + '"https://packages.example/lit.tgz"'],
    ["a machine's path", `open ${slash}work${slash}main`],
    ["a machine's path", `file:${slash}${slash}${slash}root${slash}x`],
    ["a machine's path", `'${slash}tmp${slash}bash_jobs.0${slash}1'`],
    ["a machine's path", `(${slash}home${slash}ana${slash}bigcast)`],
  ])('finds %s in %s', (name, text) => expect(findings(text)).toEqual([name]));

  it.each([
    'language-subtag-registry',
    "'../root/x.js'",
    'src/work/a.ts',
    'customElements is a registry',
    '/usr/bin/x',
  ])('finds nothing in %s', (text) => expect(findings(text)).toEqual([]));
});
