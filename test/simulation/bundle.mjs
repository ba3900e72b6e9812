// Bundles the simulation with the real core and loads it into a context of its own, whose promises settle when told to:
// virtual time needs to know that nothing is left to do, and waiting for the event loop to say so is slow.
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'vite';

const local = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The providers' code is not simulated: their place is taken by the ports of the world. */
const withoutProviders = {
  name: 'without-providers',
  resolveId: (id) => (/^\.\/(local|tencent)\/index\.js$/.test(id) ? '\0provider' : undefined),
  load: (id) => (id === '\0provider' ? 'export {};' : undefined),
};

/** Lets the reducer be seen at work. */
const observed = {
  name: 'observed-reducer',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === './reducer.js' && importer && !importer.includes('simulation') ? local('./observed-reducer.ts') : undefined,
};

/**
 * Replaces pieces of source, and fails when one is not there.
 * @param {readonly { file: string, from: string, to: string }[]} changes
 */
function changing(changes) {
  const open = new Set(changes);
  return {
    name: 'changing',
    enforce: 'pre',
    transform(code, id) {
      const file = id.split('\\').join('/');
      for (const change of changes) {
        if (!file.endsWith(change.file)) continue;
        if (!code.includes(change.from)) this.error(`${change.file} has no such text: ${change.from}`);
        code = code.replace(change.from, () => change.to);
        open.delete(change);
      }
      return code;
    },
    buildEnd(error) {
      const [missing] = open;
      if (!error && missing) this.error(`${missing.file} is not part of the simulation.`);
    },
  };
}

/** Short schedules reach a short bound. */
const SHORT_TIMELINE = {
  file: 'src/core/chat/timeline.ts',
  from: 'TIMELINE_LIMIT = 500',
  to: 'TIMELINE_LIMIT = 40',
};

/** The simulation as one script, with `changes` made to the core. */
export async function bundleSimulation({ entry = './index.ts', changes = [SHORT_TIMELINE] } = {}) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [changing(changes), observed, withoutProviders],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: local(entry), formats: ['cjs'] },
      rolldownOptions: {
        output: { codeSplitting: false },
        transform: {
          inject: {
            AbortController: [local('./platform.ts'), 'LightAbortController'],
            queueMicrotask: [local('./platform.ts'), 'queueLightly'],
          },
        },
      },
    },
  });
  const [{ output }] = [result].flat();
  return output[0].code;
}

/** A context's globals are slow to reach: the script gets what it uses much as its own. */
const NEAR = [
  'Array',
  'Error',
  'Infinity',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'Set',
  'String',
  'Symbol',
  'WeakMap',
  'TypeError',
  'BigInt',
  'undefined',
];

function noTimer() {
  throw new Error('There are no real timers in a simulation.');
}

/** Runs a bundled script in a fresh context and gives its exports. */
export function loadSimulation(code) {
  const exports = {};
  const context = vm.createContext(
    {
      module: { exports },
      exports,
      TextEncoder,
      console,
      setTimeout: noTimer,
      clearTimeout: noTimer,
      settle: undefined,
    },
    { microtaskMode: 'afterEvaluate' },
  );
  const nothing = new vm.Script('0');
  context.settle = () => nothing.runInContext(context);
  // Errors are made by the thousand, and nobody reads where.
  vm.runInContext('Error.stackTraceLimit = 0', context);
  const near = NEAR.join(', ');
  vm.runInContext(`((module, exports, settle, ${near}) => {${code}\n})(module, exports, settle, ${near})`, context, {
    filename: 'simulation.js',
  });
  return context.module.exports;
}

export { SHORT_TIMELINE };
