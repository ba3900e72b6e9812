// Which sentences nothing in the sources says: read by the types, so that a common word elsewhere does not count as a use.
import path from 'node:path';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  experimentalDecorators: true,
};

const DECLARED = path.resolve('src/components/shared/lang/strings.ts');

/** @param alter - Changes the text of strings.ts: for a sentence that nobody says. */
export function unsaid(roots: readonly string[], alter: (text: string) => string): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const readFile = host.readFile.bind(host);
  host.readFile = (file) => {
    const text = readFile(file);
    return text !== undefined && path.resolve(file) === DECLARED ? alter(text) : text;
  };
  host.getSourceFile = (file, version) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram(
    roots.map((root) => path.resolve(root)),
    OPTIONS,
    host,
  );
  const checker = program.getTypeChecker();
  const used = new Set<string>();

  const keep = (symbol: ts.Symbol | undefined) => {
    const from = symbol?.declarations?.some((each) => path.resolve(each.getSourceFile().fileName) === DECLARED);
    if (symbol && from) used.add(symbol.name);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) keep(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      keep(checker.getTypeAtLocation(node.parent).getProperty(name));
    }
    if (ts.isElementAccessExpression(node)) {
      const key = checker.getTypeAtLocation(node.argumentExpression);
      const words = (key.isUnion() ? key.types : [key]).flatMap((type) => (type.isStringLiteral() ? [type.value] : []));
      for (const word of words) keep(checker.getTypeAtLocation(node.expression).getProperty(word));
    }
    ts.forEachChild(node, visit);
  };
  const isProduct = (name: string) => name.includes('/src/components/') && !name.includes('/lang/');
  for (const file of program.getSourceFiles()) if (isProduct(file.fileName)) visit(file);

  const source = program.getSourceFile(DECLARED)!;
  const declared = source.statements.flatMap((each) =>
    ts.isInterfaceDeclaration(each) ? each.members.flatMap((member) => member.name?.getText(source) ?? []) : [],
  );
  return [...new Set(declared)].filter((name) => !used.has(name));
}
