import { defineConfig } from 'vite';

/** The three pages. The loader is a build of its own: `scripts/build.js`. */
export default defineConfig({
  base: '/',
  appType: 'mpa',
  publicDir: 'public',
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outDir: 'dist',
    assetsDir: 'assets',
    // Nothing is inlined: the content security policy allows neither inline scripts nor data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    manifest: 'manifest.json',
    rolldownOptions: {
      input: { widget: 'widget.html', console: 'console.html', voice: 'voice.html' },
    },
  },
});
