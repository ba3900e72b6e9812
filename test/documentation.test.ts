// What the guide, the README and the themes say of the elements is so: every tag, attribute, method, event, part and token is there.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOM_ERROR_CODES } from '../src/core/index.js';
import { ERROR_HELP } from '../stories/docs/error-help.js';
import { errorTable } from '../stories/docs/tables.js';
import { ELEMENTS } from '../stories/support/manifest.js';
import { VENDOR_HOSTS } from './support/vendor-hosts.js';
import { ELEMENT_TOKENS, GLOBAL_TOKENS } from '../stories/support/public-tokens.js';

const PAGES = [...filesIn('stories/docs', '.mdx'), 'README.md', 'server/README.md'];
const THEMES = filesIn('stories/themes', '.css');
const TOKENS = new Set([...GLOBAL_TOKENS, ...ELEMENT_TOKENS].map(({ name }) => name));
/** Attributes that every element of HTML has. */
const ANYWHERE = ['class', 'dir', 'hidden', 'id', 'lang', 'slot', 'style'];
/** What a page calls on an element that every element of the DOM, or the controller, has. */
const NATIVE = ['addEventListener', 'roomController', 'updateComplete', 'setAttribute'];

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

function elementOf(tagName: string) {
  return ELEMENTS.find((element) => element.tagName === tagName);
}

const names = (list: readonly { readonly name: string }[] = []) => list.map(({ name }) => name);

/** What a template of a framework may set on an element beside its attributes: properties, and listeners. */
function inFrameworks(tag: string): string[] {
  const events = names(elementOf(tag)?.events);
  return [...names(elementOf(tag)?.members), ...events, ...events.map((name) => `on${name}`)];
}

/** What `text` says that is not so. */
function untruths(text: string): string[] {
  return [
    ...unknown(text, /<(bigcast-[\w-]+)/g, ([, tag = '']) => elementOf(tag) !== undefined),
    ...unknown(text, /(--bigcast-[\w-]*\w)/g, ([, token = '']) => TOKENS.has(token)),
    ...unknown(text, /(bigcast-\w+)::part\(([\w-]+)\)/g, ([, tag = '', part = '']) =>
      names(elementOf(tag)?.cssParts).includes(part),
    ),
    ...unknown(text, /`(bigcast-[a-z]+)`|addEventListener\('(bigcast-[a-z]+)'/g, ([, inCode, listened]) => {
      const name = inCode ?? listened ?? '';
      return elementOf(name) !== undefined || ELEMENTS.some(({ events }) => names(events).includes(name));
    }),
    ...unknown(text, /\b(host|viewer)\.([a-z]\w+)/g, ([, tag = '', member = '']) =>
      [...NATIVE, ...names(elementOf(`bigcast-${tag}`)?.members)].includes(member),
    ),
    ...[...text.matchAll(/<(bigcast-[\w-]+)\s([^>]*)>/g)].flatMap(([, tag = '', attributes = '']) =>
      unknown(attributes, /([\w-]+)=/g, ([, name = '']) =>
        [...ANYWHERE, ...names(elementOf(tag)?.attributes), ...inFrameworks(tag)].includes(name),
      ).map((found) => `<${tag} ${found}`),
    ),
  ];
}

function unknown(text: string, pattern: RegExp, isKnown: (match: RegExpExecArray) => boolean): string[] {
  return [...text.matchAll(pattern)].filter((match) => !isKnown(match)).map(([whole]) => whole);
}

describe('the guide', () => {
  it.each(PAGES)('%s speaks of nothing that is not there', (page) => {
    expect(untruths(readFileSync(page, 'utf8'))).toEqual([]);
  });

  it.each([
    ['<bigcast-player>', '<bigcast-player'],
    ['color: var(--bigcast-primary)', '--bigcast-primary'],
    ['bigcast-viewer::part(tooltip) {}', 'bigcast-viewer::part(tooltip)'],
    ["viewer.addEventListener('bigcast-enter', log)", "addEventListener('bigcast-enter'"],
    ['await host.publish()', 'host.publish'],
    ['<bigcast-viewer room="a" secret-key="b">', '<bigcast-viewer secret-key='],
  ])('would be found out: %s', (text, found) => expect(untruths(text)).toEqual([found]));

  it('lists every host that the SDKs ask, for a Content-Security-Policy', () => {
    const listed = [...readFileSync('README.md', 'utf8').matchAll(/\b(?:wss|https):\/\/(\*?[\w.-]+)/g)].map(
      ([, host]) => host,
    );
    // Bare addresses are the SDK's last resort where no name resolves: a page that cannot is no page.
    const named = VENDOR_HOSTS.filter((host) => !/^[\d.]+$/.test(host));
    expect(named.filter((host) => !listed.includes(host))).toEqual([]);
  });

  it('explains every error code, and no other', () => {
    expect(Object.keys(ERROR_HELP).sort()).toEqual([...ROOM_ERROR_CODES].sort());
    const page = readFileSync('stories/docs/troubleshooting.mdx', 'utf8');
    expect(page).toContain('<Markdown>{errorTable()}</Markdown>');
    for (const code of ROOM_ERROR_CODES) {
      const { means, cause, fix } = ERROR_HELP[code];
      expect(errorTable()).toContain(`| \`${code}\` | ${means} | ${cause} | ${fix} |`);
    }
  });

  it('has a page of stories for every element', () => {
    const stories = filesIn('stories', '.stories.ts').map((file) => readFileSync(file, 'utf8'));
    const missing = ELEMENTS.filter(({ tagName }) => !stories.some((text) => text.includes(`component: '${tagName}'`)));
    expect(ELEMENTS).not.toEqual([]);
    expect(names(missing.map(({ tagName }) => ({ name: tagName })))).toEqual([]);
  });
});

describe.each(THEMES)('%s', (theme) => {
  const text = readFileSync(theme, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...text.matchAll(/([^{}]+)\{/g)]
    .flatMap(([, list = '']) => list.split(','))
    .map((each) => each.trim());

  it('is made of public tokens and parts', () => {
    expect(untruths(text)).toEqual([]);
    expect(text).not.toContain('--_');
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter((selector) => !/^bigcast-[a-z]+(::part\([\w-]+\))?$/.test(selector))).toEqual([]);
  });

  it('asks nobody for anything', () => expect(text).not.toMatch(/@import|url\(/));
});
