// Who imports whom: reads the imports of a source file and holds them against a table of rules (architecture.test.ts).
import path from 'node:path';
import ts from 'typescript';

/** `static` runs when the file does, `dynamic` is `import()`, `type` is gone after compiling. */
export type ImportKind = 'static' | 'dynamic' | 'type';

export interface Import {
  readonly specifier: string;
  readonly kind: ImportKind;
}

/**
 * What one folder may import: folders (as {@link folderOf} names them) and packages; `*` stands for one path segment.
 * A plain name allows any kind of import. `lazy:` allows `import()` and types; `part:` another element that the own
 * template uses: its define.js and types.
 */
export type Rules = Readonly<Record<string, readonly string[]>>;

export function importsOf(source: string, file: string): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importIn(node);
    if (found) imports.push(found);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false));
  return imports;
}

function importIn(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    return { specifier: text(node.moduleSpecifier), kind: node.importClause?.isTypeOnly ? 'type' : 'static' };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: text(node.moduleSpecifier), kind: node.isTypeOnly ? 'type' : 'static' };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: text(node.arguments[0]), kind: 'dynamic' };
  }
  if (ts.isImportTypeNode(node)) {
    return { specifier: text(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined), kind: 'type' };
  }
  return undefined;
}

/** An import whose target is worked out at run time escapes every rule, so its name is one that no rule allows. */
function text(node: ts.Node | undefined): string {
  return node && ts.isStringLiteralLike(node) ? node.text : '(computed)';
}

/**
 * The folder a rule speaks of, from a path below src: `core/room/reducer.ts` → `core/room`. A file beside the folders
 * is one of its own (`core/create-room.ts` → `core/create-room`), and so is each provider (`core/providers/local`) and
 * each folder in it (`core/providers/tencent/im`).
 */
export function folderOf(file: string): string {
  const parts = file.replace(/\.[jt]s$/, '').split('/');
  if (parts[1] !== 'providers') return parts.slice(0, 2).join('/');
  return parts.slice(0, Math.min(4, Math.max(3, parts.length - 1))).join('/');
}

/** What is wrong with the imports of `file` (a path below src), in words; empty when nothing is. */
export function violations(file: string, source: string, rules: Rules): string[] {
  const from = folderOf(file);
  const allowed = rules[from];
  if (!allowed) return [`${file}: no rule for the folder "${from}"`];
  return importsOf(source, file).flatMap((found) => {
    const problem = problemWith(found, file, allowed);
    return problem ? [`${file}: ${problem} (${found.specifier})`] : [];
  });
}

function problemWith({ specifier, kind }: Import, file: string, allowed: readonly string[]): string | undefined {
  const relative = specifier.startsWith('.');
  if (relative && !specifier.endsWith('.js')) return 'a relative import ends in .js';
  const target = relative ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
  if (target.startsWith('..')) return 'leaves src';
  const registers = /(?:^|\/)define\.js$/.test(target) && !target.startsWith('components/shared/');
  if (registers && kind !== 'type' && !/^components\/(?:index|\w+\/define)\.ts$/.test(file)) {
    return 'only define.ts and index.ts may register elements';
  }
  const to = relative ? folderOf(target) : target;
  if (relative && to === folderOf(file)) return undefined;
  const permits = allowed
    .map((rule) => /^(?:(lazy|part):)?(.*)$/.exec(rule)!)
    .filter(([, , name]) => matches(name!, to));
  if (permits.length === 0) return `may not import ${to}`;
  if (kind === 'type' || permits.some(([, how]) => !how || (how === 'lazy' ? kind === 'dynamic' : registers))) {
    return undefined;
  }
  return permits[0]![1] === 'lazy'
    ? `may import ${to} only by import()`
    : `may import of ${to} only define.js and types`;
}

function matches(pattern: string, name: string): boolean {
  const wanted = pattern.split('/');
  const given = name.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part === '*' || part === given[i]);
}
