// Builds the paste-in file dist/cdn/bigcast.js: all elements and lit in it, each provider and SDK a chunk loaded when used.
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import common from './vite.config.js';

const ENTRY = 'bigcast.js';

/**
 * A chunk that imported `bigcast.js` back would load it a second time, under another URL, wherever a CDN answers
 * `…/bigcast.js` with a redirect or the page adds a query; and the elements can only be defined once. So code that
 * entry and providers share lives in `core-*.js`, and this fails the build when some of it strays.
 */
function guardChunks(): Plugin {
  return {
    name: 'bigcast-guard-chunks',
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

/** Minifiers leave the inside of template literals alone, and a third of an element is its CSS. */
export function minifyCss(source: string): string {
  return source.replace(/\bcss`([^`]*)`/g, (_whole, css: string) => {
    const short = css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}');
    return `css\`${short.trim()}\``;
  });
}

function minifyStyles(): Plugin {
  return {
    name: 'bigcast-minify-styles',
    enforce: 'pre',
    transform: (code, id) => (/\/src\/components\/.*\.ts$/.test(id) ? { code: minifyCss(code), map: null } : undefined),
  };
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
        chunkFileNames: (chunk) => (chunk.name === 'core' ? '[name]-[hash].js' : 'lazy/[name]-[hash].js'),
        codeSplitting: {
          // What is needed only by a host comes when there is one: room/host-*.
          groups: [{ name: 'core', test: /\/src\/core\/(?:support|errors|chat|protocol|ports|room\/(?!host-))/ }],
        },
      },
    },
  },
  plugins: [minifyStyles(), guardChunks()],
});

export default mergeConfig(common, cdn);
