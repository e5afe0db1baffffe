import { defineConfig } from 'vite';

/** Serves the console's gallery for looking at it and for the tests; it is never built into dist/. */
export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  // Bundling beforehand does not know which program makes the elements.
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', port: Number(process.env['HAVN_GALLERY_PORT'] ?? 18790), fs: { allow: ['../../../..'] } },
});
