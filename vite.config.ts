// What serving, testing, Storybook and the CDN build (vite.cdn.config.ts) have in common.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  resolve: {
    // Its main file is CommonJS: larger, and a bundler can only wrap it whole.
    alias: [{ find: /^trtc-sdk-v5$/, replacement: 'trtc-sdk-v5/trtc.esm.js' }],
  },
  server: { host: '127.0.0.1' },
  optimizeDeps: {
    // Known from the start: a dependency found late makes the dev server reload pages that are in the middle of a call.
    entries: ['demo/*.html', 'src/components/index.ts', 'src/core/providers/**/*.ts'],
  },
});
