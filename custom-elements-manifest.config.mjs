// How custom-elements.json is made: what editors, Storybook and framework typings know about the elements.
import { readFileSync } from 'node:fs';

const TOKENS = 'src/components/shared/styles/tokens.ts';

/** A call `define('bigcast-chat', BigcastChat)`, as in every define.ts, is what gives a class its tag name. */
function tagNames() {
  const definitions = [];
  return {
    name: 'bigcast-tag-names',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node)) return;
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const [tag, element] = node.arguments;
      if (callee.text !== 'define' || !tag || !ts.isStringLiteralLike(tag) || !element || !ts.isIdentifier(element)) {
        return;
      }
      definitions.push({ tag: tag.text, className: element.text, path: moduleDoc.path });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { tag, className, path } of definitions) {
        const home = modules.find(({ declarations }) => declarations?.some(({ name }) => name === className));
        if (!home) throw new Error(`${path} defines <${tag}>, but no module declares ${className}.`);
        home.declarations.find(({ name }) => name === className).tagName = tag;
        const exports = (modules.find((module) => module.path === path).exports ??= []);
        if (exports.some(({ kind }) => kind === 'custom-element-definition')) continue;
        exports.push({
          kind: 'custom-element-definition',
          name: tag,
          declaration: { name: className, module: home.path },
        });
      }
    },
  };
}

/** What tokens.ts reads, the elements read whose styles begin with it. A comment before a token says what it is for. */
function globalTokens() {
  const declared = /(?:\/\*\s*([^*]*?)\s*\*\/\s*)?--_[\w-]+:\s*var\((--bigcast-[\w-]+),\s*([\s\S]*?)\);/g;
  const tokens = [...readFileSync(TOKENS, 'utf8').matchAll(declared)].map(([, description, name, value]) => ({
    ...(description && { description }),
    name,
    default: value.replace(/var\(--_([\w-]+)\)/g, 'var(--bigcast-$1)').trim(),
    inheritedFrom: { name: 'tokens', module: TOKENS },
  }));
  const readers = new Set();
  return {
    name: 'bigcast-global-tokens',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      const styles = node.members.find((member) => ts.isPropertyDeclaration(member) && member.name.text === 'styles');
      if (/\btokens\b/.test(styles?.initializer?.getText() ?? '')) readers.add(node.name.text);
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
        if (readers.has(declaration.name)) (declaration.cssProperties ??= []).push(...tokens);
      }
    },
  };
}

/** The manifest is published: it names the modules that are, not their sources, and nothing private. */
function published() {
  const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');
  return {
    name: 'bigcast-published',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const module of modules) {
        // The analyzer takes the helper's own `customElements.define(tag, …)` for an element called "tag".
        module.exports = module.exports?.filter(({ kind, name }) => kind === 'js' || name.includes('-'));
      }
      for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // The analyzer takes every `dispatchEvent(event)` for an event named after a variable, or after nothing.
        if (declaration.events)
          declaration.events = declaration.events.filter(({ name }) => name?.startsWith('bigcast-'));
      }
      const names = JSON.stringify(modules).replace(/"\/?src\/([^"]*)\.[jt]s"/g, '"dist/$1.js"');
      // Sorted, so that the file does not depend on the order in which a disk lists its folders.
      modules.splice(0, Infinity, ...JSON.parse(names).sort((a, b) => (a.path < b.path ? -1 : 1)));
    },
  };
}

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['src/components/**/*.styles.ts', 'src/components/shared/lang/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [tagNames(), globalTokens(), published()],
};
