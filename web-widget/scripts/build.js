// Builds the pages and the loader into dist/, and writes dist/loader.json with the loader's integrity hash.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const quiet = process.argv.includes('--quiet');
const logLevel = quiet ? 'warn' : 'info';

await build({ logLevel });
mkdirSync('target', { recursive: true });
renameSync('dist/manifest.json', 'target/manifest.json');

/** What follows is built by itself, so that it shares no file with another page. */
/** @type {import('vite').InlineConfig} */
const alone = { logLevel, configFile: false, publicDir: false };

// The page of rounds, and the worker that keeps exactly its files.
await build({
  ...alone,
  base: '/',
  appType: 'mpa',
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outDir: 'dist',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    rolldownOptions: { input: { field: 'field.html' } },
  },
});
renameSync('dist/manifest.json', 'target/manifest-field.json');
/** @type {Record<string, { file: string, css?: string[] }>} */
const field = JSON.parse(readFileSync('target/manifest-field.json', 'utf8'));
const files = [...new Set(Object.values(field).flatMap(({ file, css = [] }) => [file, ...css]))].sort();
const mark = createHash('sha256').update(readFileSync('dist/field.html'));
for (const file of files) mark.update(`${file}\0`).update(readFileSync(`dist/${file}`));
await build({
  ...alone,
  define: {
    FIELD_FILES: JSON.stringify(['/field/', ...files.map((file) => `/${file}`)]),
    FIELD_BUILD: JSON.stringify(mark.digest('hex').slice(0, 16)),
  },
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'src/field/worker.ts', formats: ['iife'], name: 'havnField', fileName: () => 'field-worker.js' },
  },
});

await build({
  ...alone,
  build: {
    target: 'es2018',
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'havn', fileName: () => 'loader.js' },
  },
});

const integrity = `sha384-${createHash('sha384').update(readFileSync('dist/loader.js')).digest('base64')}`;
writeFileSync('dist/loader.json', `${JSON.stringify({ src: '/loader.js', integrity })}\n`);
