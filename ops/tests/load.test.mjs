// One short climb of the load ladder: it runs to its end, compares both servers on every rung, and writes what it
// prints. No speed is asserted.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const run = promisify(execFile);

test('a quick climb compares the full server with a bare relay on every rung', { timeout: 240_000 }, async () => {
  const { stdout } = await run(join(root, 'ops/havn-load'), ['--quick'], { cwd: root, timeout: 230_000 });
  const result = JSON.parse(await readFile(join(root, 'target/loadtest/result.json'), 'utf8'));

  assert.equal(result.version, 1);
  assert.equal(result.settings.quick, true);
  assert.ok(result.machine.cores >= 1);
  assert.match(result.machine.redis, /^\d+\.\d+/);
  assert.deepEqual([...new Set(result.rows.map((row) => row.rung))], [1, 2, 3, 4]);
  for (const row of result.rows) {
    for (const side of [row.bare, row.full]) {
      assert.equal(side.runs.length, 1, row.label);
      assert.ok(Number.isFinite(side.median), row.label);
    }
    assert.ok(stdout.includes(row.label), row.label);
  }
});
