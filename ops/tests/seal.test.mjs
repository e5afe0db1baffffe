// `ops/havn seal` and the npm package age-encryption open each other's files, and what is damaged leaves nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const age = await import(join(root, 'web-widget/node_modules/age-encryption/dist/index.js'));
const folder = mkdtempSync(join(tmpdir(), 'havn-seal-test-'));
after(() => rmSync(folder, { recursive: true }));

const at = (name) => join(folder, name);
const seal = (args, input = '') =>
  spawnSync(join(root, 'ops/havn'), ['seal', ...args], { input, maxBuffer: 64 * 1024 * 1024, timeout: 60_000 });
const works = (args, input) => {
  const { status, stdout, stderr } = seal(args, input);
  assert.equal(status, 0, String(stderr));
  return stdout;
};
const words = (length) => Buffer.from(Uint8Array.from({ length }, (_, i) => (i * i + length) % 251));

/** `count` keys of the package, all in one file. */
async function keys(name, count, make) {
  const identities = await Promise.all(Array.from({ length: count }, make));
  writeFileSync(at(name), `# ${count} keys\n\n${identities.join('\n')}\n`);
  return { identities, recipients: await Promise.all(identities.map(age.identityToRecipient)) };
}

const open = async (identity, file) => {
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(file));
};
const close = async (recipients, plaintext) => {
  const encrypter = new age.Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plaintext);
};

const hybrid = age.generateHybridIdentity;
const x25519 = age.generateX25519Identity;
const cases = [
  ['post-quantum', hybrid, 0, 1],
  ['post-quantum', hybrid, 1, 2],
  ['post-quantum', hybrid, 65_535, 3],
  ['post-quantum', hybrid, 65_536, 5],
  ['post-quantum', hybrid, 65_537, 9],
  ['post-quantum', hybrid, 5_000_000, 12],
  ['classic', x25519, 1, 1],
  ['classic', x25519, 65_537, 12],
];

for (const [kind, make, length, count] of cases) {
  test(`${length} bytes for ${count} ${kind} recipients open both ways`, { timeout: 120_000 }, async () => {
    const { identities, recipients } = await keys('keys', count, make);
    const plaintext = words(length);
    const theirs = await close(recipients, plaintext);
    writeFileSync(at('theirs.age'), theirs);
    writeFileSync(at('last'), identities.at(-1));
    assert.deepEqual(works(['decrypt', '-i', at('last'), at('theirs.age')]), plaintext);
    assert.deepEqual(works(['decrypt', '-i', at('keys')], age.armor.encode(theirs)), plaintext);

    const to = recipients.flatMap((recipient) => ['-r', recipient]);
    works(['encrypt', ...to, '-o', at('ours.age')], plaintext);
    const ours = readFileSync(at('ours.age'));
    for (const identity of identities) assert.deepEqual(await open(identity, ours), plaintext);
  });
}

test('a key of keygen is a key of the package, and armor is read by both', { timeout: 120_000 }, async () => {
  const { stderr, status } = seal(['keygen', '-o', at('mine.key')]);
  assert.equal(status, 0, String(stderr));
  assert.equal(statSync(at('mine.key')).mode & 0o777, 0o600);
  const identity = readFileSync(at('mine.key'), 'utf8').trim().split('\n').at(-1);
  const recipient = await age.identityToRecipient(identity);
  assert.equal(String(stderr), `Public key: ${recipient}\n`);
  assert.equal(String(works(['keygen', '-y', at('mine.key')])), `${recipient}\n`);
  const text = String(works(['encrypt', '-a', '-r', recipient], 'hei'));
  assert.equal(String(await open(identity, age.armor.decode(text))), 'hei');
});

test('a damaged file and one with a passphrase leave no output and one sentence', { timeout: 120_000 }, async () => {
  const { recipients } = await keys('keys', 1, hybrid);
  const file = await close(recipients, words(200_000));
  const encrypter = new age.Encrypter();
  encrypter.setScryptWorkFactor(10);
  encrypter.setPassphrase('passord');
  const refused = [file.subarray(0, -1), file.with(file.length - 1, file.at(-1) ^ 1), await encrypter.encrypt('hei')];
  for (const bad of refused) {
    const { status, stdout, stderr } = seal(['decrypt', '-i', at('keys')], bad);
    assert.equal(status, 1);
    assert.equal(stdout.length, 0);
    assert.match(String(stderr), /^havn: standard input: [^\n]+\n$/);
    assert.equal(seal(['decrypt', '-i', at('keys'), '-o', at('never')], bad).status, 1);
    assert.equal(existsSync(at('never')), false);
  }
});
