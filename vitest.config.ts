// The kinds of test: `core` in Node, `browser` and `stories` inside a real Chromium, `e2e` driving several Chromium pages.
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findHeadless } from './scripts/find-chromium.mjs';
import { ariaTree, photograph } from './test/support/eye-commands.js';
import { CHROMIUM_FLAGS } from './test/support/chromium-flags.js';
import { createEmulatorCommand } from './test/support/emulator-command.js';
import viteConfig from './vite.config.js';

// Not checked here: a wrong CHROME_PATH fails the tests that need a browser, in Playwright's words, and no others.
const executablePath = process.env['CHROME_PATH'] ?? findHeadless();

/** Not every Chromium takes the flag for a person who says yes for permission that was given. */
const CHROMIUM = {
  launchOptions: { executablePath, args: [...CHROMIUM_FLAGS] },
  contextOptions: { permissions: ['camera', 'microphone'] },
};

const local = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const core: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'core',
    testTimeout: 20_000,
    // Everything they need is handed to them: nothing is left of a file for the next. Saves each file the start of a process.
    isolate: false,
    environment: 'node',
    include: [
      'test/*.test.ts',
      'test/{core,support,simulation,emulator}/**/*.test.ts',
      'test/{providers,components}/**/*.node.test.ts',
    ],
  },
};

// Vitest writes into the browser option, so each project that wants a browser needs an object of its own.
const browser = (): TestProjectInlineConfiguration => ({
  extends: true,
  resolve: {
    // @open-wc/testing reaches for Web Test Runner's server, which is not there.
    alias: [{ find: '@web/test-runner-commands', replacement: local('test/support/web-test-runner-commands.ts') }],
  },
  optimizeDeps: {
    include: ['@open-wc/testing', 'lit', 'lit/decorators.js', 'lit/static-html.js'],
  },
  test: {
    name: 'browser',
    testTimeout: 30_000,
    include: ['test/{components,providers,contracts}/**/*.test.ts'],
    exclude: ['**/*.node.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1024, height: 768 },
      commands: { emulator: createEmulatorCommand() },
      provider: playwright(CHROMIUM),
      instances: [{ browser: 'chromium' }],
    },
  },
});

// Each story comes to its moment, and axe finds nothing wrong with it.
const stories = (): TestProjectInlineConfiguration => ({
  extends: true,
  optimizeDeps: {
    include: [
      'axe-core',
      'lit',
      'lit/decorators.js',
      'lit/directive.js',
      'lit/directives/if-defined.js',
      'lit/directives/style-map.js',
      '@storybook/web-components-vite',
      'storybook/preview-api',
      'storybook/test',
    ],
  },
  test: {
    name: 'stories',
    include: ['test/stories/**/*.test.ts'],
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1200, height: 800 },
      commands: { ariaTree, photograph },
      // A story is looked at when everything in it stands.
      provider: playwright({ ...CHROMIUM, contextOptions: { ...CHROMIUM.contextOptions, reducedMotion: 'reduce' } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

const e2e: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/e2e/support/built.ts',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Whole pages on a busy machine: a condition may take its time to come.
    expect: { poll: { timeout: 20_000 } },
    // More of them would only wait for each other: a show takes a core.
    maxWorkers: 2,
    // Each file has browsers of its own; what they need in Node is loaded once.
    isolate: false,
    // Pages with live video want the machine to themselves: after the other projects, never beside them.
    sequence: { groupOrder: 1 },
  },
};

// Pictures of every main state beside those that were reviewed: `npm run screenshots -- --update` takes new ones.
const look: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'look',
    environment: 'node',
    include: ['test/look/**/*.test.ts'],
    // As many cameras: a core each.
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      retry: 0,
      restoreMocks: true,
      // Pictures are compared by `npm run screenshots`, where they were taken: letters are drawn a little differently elsewhere.
      projects: [core, browser(), stories(), e2e, ...(process.argv.includes('look') ? [look] : [])],
      coverage: { provider: 'v8', include: ['src/**/*.ts'] },
    },
  }),
);
