// What ESLint looks for: mistakes that types do not catch. How code looks is Prettier's business.
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const TYPED = ['**/*.ts'];

export default defineConfig(
  // Each example is a project of its own, with a compiler of its own: test/e2e/examples.test.ts.
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', 'examples/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  // Plain modules: scripts and configuration run in Node, the code they hand to a page does not.
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.nodeBuiltin, ...globals.browser } },
  },
  // Pages' own scripts have no Node.
  { files: ['demo/**/*.js'], languageOptions: { globals: globals.browser } },

  {
    files: TYPED,
    extends: [ts.configs.recommendedTypeChecked, ts.configs.stylisticTypeChecked],
    // One program for all: a service that opens file after file, as an editor's, takes an eighth longer.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // What came over the wire is read as `fields['run']`, to look different from what we have checked.
      '@typescript-eslint/dot-notation': 'off',
      // With noUncheckedIndexedAccess, `!` after an index that was just checked is the honest way to say so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Doing nothing is what some providers have to do.
      '@typescript-eslint/no-empty-function': 'off',
      // `||` on an empty string is often meant.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // `async` without `await` says that a port's method rejects instead of throwing.
      '@typescript-eslint/require-await': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },

  {
    files: ['src/components/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    languageOptions: { globals: globals.browser },
    // LitElement has all lifecycle callbacks: `super.connectedCallback()` needs no guard.
    rules: { 'wc/guard-super-call': 'off' },
  },
  {
    files: ['{test,stories,bench,emulator,server}/**/*.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off', // `expect(port.send)` calls nothing
      'no-console': 'off',
    },
  },
);
