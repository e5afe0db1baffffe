import { defineConfig } from 'vite';

/**
 * The sealed talk, for visitor and console, in one file: a dozen small ones weigh 3 kB more. Nothing in it may stand on
 * the first screen, which would then wait for all of it; `npm run budget` tells.
 */
const SEALED = {
  name: 'sealed',
  test: /\/(node_modules\/@(noble|bufbuild)|src\/(gen(?!.*letters)|seal|trust|wire|socket|talk(?!\/stop)|letters\/file-ref|kernel\/(bytes|reader|turns)))\b/u,
  minShareCount: 2,
};

/** Four pages. The page of rounds and the loader are builds of their own: `scripts/build.js`. */
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
      input: { widget: 'widget.html', console: 'console.html', voice: 'voice.html', proof: 'proof.html' },
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [SEALED] },
      },
    },
  },
});
