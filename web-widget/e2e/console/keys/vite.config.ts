import { defineConfig } from 'vite';

/** Serves a page with the key store alone, for the tests. */
export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  // Bundling beforehand does not know which program makes the elements.
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', port: Number(process.env['HAVN_KEYS_PORT'] ?? 18791), fs: { allow: ['../../..'] } },
});
