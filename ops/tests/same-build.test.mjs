// What browsers are sent is the same, byte for byte, wherever it is built.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';

const web = join(import.meta.dirname, '../../web-widget');
/** Tables of the server that pages carry. */
const tables = 'server/src/main/resources/havn/courtesy';
const root = mkdtempSync(join(tmpdir(), 'havn-same-build-'));
const elsewhere = join(root, 'web-widget');
after(() => rmSync(root, { recursive: true }));

/** Path → SHA-256 of everything below a folder. */
function hashes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

test('the pages built in another folder are the pages of this build', () => {
  const left = new Set(['node_modules', 'dist', 'target'].map((name) => join(web, name)));
  cpSync(web, elsewhere, { recursive: true, filter: (source) => !left.has(source) });
  cpSync(join(web, '..', tables), join(root, tables), { recursive: true });
  symlinkSync(join(web, 'node_modules'), join(elsewhere, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.js', '--quiet'], { cwd: elsewhere });
  const built = hashes(join(web, 'dist'));
  assert.ok(Object.keys(built).length > 5);
  assert.deepEqual(hashes(join(elsewhere, 'dist')), built);
});
