// Builds the paste-in file dist/cdn/bigcast.js: elements, lit and core in one chunk, each provider, SDK and the host's console loaded when used.
import { minify } from 'terser';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import common from './vite.config.js';

const ENTRY = 'bigcast.js';

/** All that the entry needs at once, by id; known when the modules are. */
const first = new Set<string>();

/**
 * A chunk that imported `bigcast.js` back would load it a second time, under another URL, wherever a CDN answers
 * `…/bigcast.js` with a redirect or the page adds a query; and the elements can only be defined once. So `bigcast.js` only
 * passes on what `main-*.js` gives, which everything else imports, and this fails the build when something strays.
 * One chunk, not elements and core apart: what is compressed together is smaller.
 */
function guardChunks(): Plugin {
  return {
    name: 'bigcast-guard-chunks',
    buildEnd() {
      const entry = [...this.getModuleIds()].find((id) => this.getModuleInfo(id)?.isEntry);
      const waiting = [...(entry ? this.getModuleInfo(entry)!.importedIds : [])];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (first.has(id)) continue;
        first.add(id);
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const lazy = file.fileName.startsWith('lazy/');
        const wrong = file.imports.filter((name) => name === ENTRY || (!lazy && name.startsWith('lazy/')));
        if (wrong.length > 0) this.error(`${file.fileName} must not import ${wrong.join(', ')}`);
      }
    },
  };
}

/** As long as `import`, so that source maps stay right. */
const AGAIN = '_again';

/**
 * What a browser could not import once, many do not ask for again under the same URL until the page is reloaded (see
 * whatwg/html#6768; Chromium 156 does ask). The kit tries again what failed: each time under another URL, by a query. But not where
 * an import map pins what is loaded (SECURITY.md): it knows the URL without the query only, and a file that was tampered with, and
 * so refused, would be let in under the other one.
 */
const IS_PINNED = `[...document.querySelectorAll("script[type=importmap]")].some(m=>m.text.includes('"integrity"'))`;
const IMPORT_AGAIN = `
function ${AGAIN}(u){let f=${AGAIN}.f??={};return import(f[u]?u+"?"+f[u]:u).catch(e=>{${IS_PINNED}||(f[u]=-~f[u]);throw e})}`;

function importAgain(): Plugin {
  return {
    name: 'bigcast-import-again',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || file.dynamicImports.length === 0) continue;
        if (file.code.includes(AGAIN)) this.error(`${file.fileName} has a name ${AGAIN} of its own`);
        const [code, map = ''] = file.code
          .replace(/\bimport(?=\([`'"]\.)/g, AGAIN)
          .split(/(?=\n\/\/# sourceMappingURL=)/);
        file.code = code + IMPORT_AGAIN + map;
      }
    },
  };
}

/** The first load once more, by a minifier that takes longer and looks at more: some three hundred bytes of thirty thousand. */
function minifyFirstLoad(): Plugin {
  return {
    name: 'bigcast-minify-first-load',
    async renderChunk(code, { name }) {
      if (name !== 'main') return undefined;
      const { code: small, map } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3 },
        sourceMap: true,
      });
      return { code: small!, map: map as string };
    },
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** As the parser gives it: css`…`, html`…`. */
interface TaggedTemplate {
  readonly type: 'TaggedTemplateExpression';
  readonly tag: { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Span[] };
}

/** Minifiers leave the inside of template literals alone, and a third of an element is its CSS. */
function minifyTemplates(): Plugin {
  return {
    name: 'bigcast-minify-templates',
    // After TypeScript is gone, so that the templates can be found by parsing.
    transform(code, id) {
      if (!/\/src\/components\/.*\.ts$/.test(id)) return undefined;
      const edits = templatesIn(this.parse(code)).flatMap(({ tag, quasi }) => {
        const minify = MINIFIERS[tag.name ?? ''];
        return minify ? quasi.quasis.map(({ start, end }) => ({ start, end, minify })) : [];
      });
      // From the end, so that what is still to be edited stays where it was found.
      edits.sort((a, b) => b.start - a.start);
      const short = edits.reduce(
        (text, { start, end, minify }) => text.slice(0, start) + minify(text.slice(start, end)) + text.slice(end),
        code,
      );
      return { code: short, map: null };
    },
  };
}

const MINIFIERS: Readonly<Record<string, (text: string) => string>> = {
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      .trim(),
  // A line break and its indentation are one space to a browser; before the end of a tag they are none.
  html: (text) => text.replace(/\s*\n\s*/g, ' ').replace(/ (?=>)/g, ''),
};

function templatesIn(node: unknown): TaggedTemplate[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(templatesIn);
  return isTemplate(node) ? [node, ...inside] : inside;
}

function isTemplate(node: object): node is TaggedTemplate {
  return 'type' in node && node.type === 'TaggedTemplateExpression';
}

const cdn = defineConfig({
  // Relative, so that the chunks are found from whatever folder the file is served.
  base: './',
  build: {
    outDir: 'dist/cdn',
    sourcemap: true,
    target: 'es2022',
    // A library build has no preload helper: it would be one more chunk, for a page that has no chunks to preload.
    lib: { entry: 'src/components/index.ts', formats: ['es'], fileName: () => ENTRY },
    chunkSizeWarningLimit: 2000, // kB; the vendor SDKs, which are lazy
    rolldownOptions: {
      output: {
        minify: true, // Vite leaves the white space in library builds
        // .size-limit.json measures what is not in lazy/.
        chunkFileNames: (chunk) => (chunk.name === 'main' ? '[name]-[hash].js' : 'lazy/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: 'main', test: (id: string) => first.has(id) }] },
      },
    },
  },
  plugins: [minifyTemplates(), minifyFirstLoad(), guardChunks(), importAgain()],
});

export default mergeConfig(common, cdn);
