// What editors read, made from the manifest: every tag, attribute, event, slot, part and token is in it, with the words that say what it is.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../custom-elements.json';
import packageJson from '../package.json';
import { writeEditorData } from '../scripts/editor-data.mjs';
import type { ElementDescription } from '../stories/support/manifest.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface HtmlTag extends Named {
  readonly attributes: readonly (Named & { readonly values: readonly Named[] })[];
}

interface WebType extends Named {
  readonly attributes: readonly Named[];
  readonly slots: readonly Named[];
  readonly js: { readonly events: readonly Named[]; readonly properties: readonly Named[] };
  readonly css: { readonly parts: readonly Named[]; readonly properties: readonly Named[] };
}

const modules = manifest.modules as readonly { readonly declarations: readonly Partial<ElementDescription>[] }[];
const declarations = modules.flatMap((module) => module.declarations);
const ELEMENTS = declarations.filter((each): each is ElementDescription => each.tagName !== undefined);

const folder = mkdtempSync(path.join(tmpdir(), 'bigcast-editors-'));
writeEditorData(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const html = read('vscode.html-custom-data.json') as { readonly tags: readonly HtmlTag[] };
const css = read('vscode.css-custom-data.json') as { readonly properties: readonly Named[] };
const jetBrains = read('web-types.json') as {
  readonly name: string;
  readonly version: string;
  readonly contributions: { readonly html: { readonly elements: readonly WebType[] } };
};

const names = (list: readonly Named[] = []) => list.map(({ name }) => name);
const saidOf = (list: readonly Named[] = []) => list.map(({ name, description = '' }) => [name, description]);

describe.each(ELEMENTS)('of $tagName', (element) => {
  it('VS Code knows the tag, its attributes and the values they take', () => {
    const tag = html.tags.find(({ name }) => name === element.tagName)!;
    expect(tag.description).toContain(element.summary);
    expect(saidOf(tag.attributes)).toEqual(saidOf(element.attributes));
    for (const { name } of element.slots ?? []) expect(tag.description, name).toContain(`\`${name || '(default)'}\``);
    for (const { name } of element.events ?? []) expect(tag.description, name).toContain(`\`${name}\``);
  });

  it('JetBrains knows all of it', () => {
    const type = jetBrains.contributions.html.elements.find(({ name }) => name === element.tagName)!;
    const fields = (element.members ?? []).filter(({ kind }) => kind === 'field');
    expect(type.description).toBe(element.summary);
    expect(saidOf(type.attributes)).toEqual(saidOf(element.attributes));
    expect(saidOf(type.slots)).toEqual(saidOf(element.slots));
    expect(saidOf(type.js.events)).toEqual(saidOf(element.events));
    expect(names(type.js.properties)).toEqual(names(fields));
    expect(saidOf(type.css.parts)).toEqual(saidOf(element.cssParts));
    expect(saidOf(type.css.properties)).toEqual(saidOf(element.cssProperties));
  });
});

it('VS Code offers the providers that come with the kit', () => {
  const { attributes } = html.tags.find(({ name }) => name === 'bigcast-viewer')!;
  expect(names(attributes.find(({ name }) => name === 'provider')!.values)).toEqual(['local', 'tencent']);
});

it('VS Code knows each token once', () => {
  const tokens = ELEMENTS.flatMap(({ cssProperties }) => names(cssProperties));
  expect(names(css.properties)).toEqual([...new Set(tokens)]);
  expect(css.properties.filter(({ description }) => !description)).toEqual([]);
});

it('no word is missing anywhere', () => {
  const told = html.tags.flatMap(({ attributes, ...tag }) => [tag, ...attributes]);
  expect(told.filter(({ description }) => !description)).toEqual([]);
});

it('JetBrains finds it in the package', () => {
  expect([jetBrains.name, jetBrains.version]).toEqual([packageJson.name, packageJson.version]);
  expect(packageJson['web-types']).toBe('./dist/editors/web-types.json');
});
