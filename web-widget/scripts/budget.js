// Compares what a visitor's browser has to fetch, gzipped, with the budget. Fails when a budget is broken.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk */

/** @type {Record<string, Chunk>} */
const manifest = {
  ...JSON.parse(readFileSync('target/manifest.json', 'utf8')),
  ...JSON.parse(readFileSync('target/manifest-field.json', 'utf8')),
};

/** @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;

/**
 * The files of a page: those of its first screen, or with `later` all it may ever load.
 * @param {string} entry
 * @param {boolean} later
 * @param {RegExp} [without] names of what is not followed
 */
function files(entry, later, without) {
  /** @type {Set<string>} */
  const chunks = new Set();
  /** @type {Set<string>} */
  const found = new Set([entry]);
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (chunks.has(name) || without?.test(name)) continue;
    chunks.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`not in the manifest: ${name}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
    open.push(...(chunk.imports ?? []), ...(later ? (chunk.dynamicImports ?? []) : []));
  }
  return [...found];
}

/** @param {string[]} names */
const total = (names) => names.reduce((sum, name) => sum + gzipped(name), 0);

const withoutAbroad = total(files('widget.html', true, /visitor\/ui\/abroad\//u));
const withoutCompany = total(files('widget.html', true, /visitor\/ui\/(abroad|company)\//u));
const withoutLine = total(files('widget.html', true, /visitor\/(ui\/abroad\/|ui\/company\/|ui\/line\/|relax\.ts)/u));
const chat = total(files('widget.html', true, /visitor\/(ui\/abroad\/|ui\/company\/|ui\/line\/|relax\.ts|letters\.ts|chat-files\.ts|stores\/letter-room\.ts|ui\/letters\/)/u));
const sending = total(files('widget.html', true, /visitor\/(ui\/abroad\/|ui\/company\/|ui\/line\/|relax\.ts|letters\.ts|stores\/letter-room\.ts|ui\/letters\/Letters\.tsx)/u));
/** @type {[string, number, number][]} */
const rows = [
  ['loader', total(['loader.js']), 3_000],
  ['widget, first screen', total(files('widget.html', false)), 60_000],
  ['widget, with a chat', chat, 100_000],
  ['files in a chat add', sending - chat, 12_000],
  ['letters add', withoutLine - sending, 50_000],
  ['wishes and lanes add', withoutCompany - withoutLine, 6_000],
  ['asking somebody in adds', withoutAbroad - withoutCompany, 2_000],
  ['numbers abroad add', total(files('widget.html', true)) - withoutAbroad, 3_000],
  ['recording window', total(files('voice.html', true)), 20_000],
  ['page of codes', total(files('proof.html', true)), 6_000],
  ['page of rounds', total(files('field.html', true)), 20_000],
  ['its worker', total(['field-worker.js']), 1_000],
];
let broken = false;
for (const [what, bytes, limit] of rows) {
  const over = bytes > limit;
  broken ||= over;
  console.log(`${what.padEnd(22)} ${String(bytes).padStart(7)} of ${limit} bytes gzip${over ? '   TOO MUCH' : ''}`);
}
for (const page of ['widget', 'console']) {
  console.log(`${`${page}, everything`.padEnd(22)} ${String(total(files(`${page}.html`, true))).padStart(7)} bytes gzip`);
}
if (broken) process.exitCode = 1;
