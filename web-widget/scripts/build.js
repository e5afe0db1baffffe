// Builds the two pages and the loader into dist/, and writes dist/loader.json with the loader's integrity hash.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const quiet = process.argv.includes('--quiet');
const logLevel = quiet ? 'warn' : 'info';

await build({ logLevel });
mkdirSync('target', { recursive: true });
renameSync('dist/manifest.json', 'target/manifest.json');

await build({
  logLevel,
  configFile: false,
  publicDir: false,
  build: {
    target: 'es2018',
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'havn', fileName: () => 'loader.js' },
  },
});

const integrity = `sha384-${createHash('sha384').update(readFileSync('dist/loader.js')).digest('base64')}`;
writeFileSync('dist/loader.json', `${JSON.stringify({ src: '/loader.js', integrity })}\n`);
