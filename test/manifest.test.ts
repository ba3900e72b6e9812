// custom-elements.json beside the types of the classes: every public property and method is there, and nothing else.
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
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

/** The public members of what a tag makes, as `HTMLElementTagNameMap` says. */
function membersOf(tagName: string): string[] {
  const map = checker.resolveName('HTMLElementTagNameMap', undefined, ts.SymbolFlags.Interface, false)!;
  const element = checker.getPropertyOfType(checker.getDeclaredTypeOfSymbol(map), tagName)!;
  const type = checker.getTypeOfSymbol(element);
  return checker
    .getPropertiesOfType(type)
    .filter(isPublic)
    .map(({ name }) => name)
    .sort();
}

describe.each(ELEMENTS)('the manifest of $tagName', ({ tagName, members = [] }) => {
  it('names its public properties and methods, and no others', () => {
    expect(members.map(({ name }) => name).sort()).toEqual(membersOf(tagName));
  });
});
