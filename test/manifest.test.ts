// custom-elements.json beside the types of the classes: every public property and method is there, and nothing else.
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../src/core/providers/index.js';
import { ELEMENTS } from '../stories/support/manifest.js';

const SOURCES = path.resolve('src/components');
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config,
  ts.sys,
  '.',
);
const program = ts.createProgram([path.join(SOURCES, 'classes.ts'), path.join(SOURCES, 'index.ts')], options);
const checker = program.getTypeChecker();

/** Lit calls these; a page has no business with them. */
const LIFECYCLE = /^(?:connected|disconnected|attributeChanged|adopted)Callback$/;
const HIDDEN = ts.ModifierFlags.Protected | ts.ModifierFlags.Private;

function isPublic(member: ts.Symbol): boolean {
  const own = (member.declarations ?? []).filter((each) => each.getSourceFile().fileName.startsWith(SOURCES));
  const isInternal = member.getJsDocTags(checker).some(({ name }) => name === 'internal');
  return (
    own.length > 0 &&
    !isInternal &&
    !LIFECYCLE.test(member.name) &&
    own.every((each) => !(ts.getCombinedModifierFlags(each) & HIDDEN)) &&
    !member.name.includes('#')
  );
}

/** What a tag makes, as `HTMLElementTagNameMap` says. */
function typeOf(tagName: string): ts.Type {
  const map = checker.resolveName('HTMLElementTagNameMap', undefined, ts.SymbolFlags.Interface, false)!;
  return propertyOf(checker.getDeclaredTypeOfSymbol(map), tagName);
}

function propertyOf(type: ts.Type, name: string): ts.Type {
  return checker.getTypeOfSymbol(checker.getPropertyOfType(type, name)!);
}

/** The texts of which it is one. */
function choicesOf(type: ts.Type): string[] {
  return (type.isUnion() ? type.types : [type]).filter((each) => each.isStringLiteral()).map(({ value }) => value);
}

function membersOf(tagName: string): string[] {
  const members = checker.getPropertiesOfType(typeOf(tagName)).filter(isPublic);
  return members.map(({ name }) => name).sort();
}

describe.each(ELEMENTS)('the manifest of $tagName', ({ tagName, members = [], attributes = [] }) => {
  it('names its public properties and methods, and no others', () => {
    expect(members.map(({ name }) => name).sort()).toEqual(membersOf(tagName));
  });

  it('offers for an attribute what its type takes', () => {
    const type = typeOf(tagName);
    const choices: Record<string, string[]> = {
      view: choicesOf(propertyOf(type, 'view')),
      phase: choicesOf(propertyOf(propertyOf(type, 'state'), 'phase')),
      provider: Object.keys(PROVIDERS),
    };
    for (const { name, type: offered } of attributes.filter((attribute) => attribute.name in choices)) {
      const texts = [...offered!.text.matchAll(/'([^']*)'/g)].map(([, text]) => text);
      expect(texts.sort(), name).toEqual(choices[name]!.sort());
    }
  });
});
