// Called by build.sh: installs the packages when the lockfile changed, generates and builds when an input changed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROTO = '../server/src/main/proto';
const WORDS = '../server/src/main/resources/havn/courtesy';
const INPUTS = ['src', 'public', 'scripts', PROTO, WORDS];
const NOT_INPUTS = /(^|\/)(gen|testing)\/|\.test\.tsx?$/;
const INSTALLED = 'node_modules/.havn-lock';
const BUILT = 'target/build-inputs';

/**
 * All files below a folder, in a fixed order.
 * @param {string} folder
 * @returns {string[]}
 */
const below = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => (entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]))
    : [];

/** @param {string[]} files */
function hash(files) {
  const sum = createHash('sha256');
  for (const file of files) sum.update(file).update('\0').update(readFileSync(file)).update('\0');
  return sum.digest('hex');
}

/** @param {string} file */
const stamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  } catch (failure) {
    const { stdout, stderr } = /** @type {{ stdout?: string, stderr?: string }} */ (failure);
    process.stderr.write(`web-widget: ${command} ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}\n`);
    process.exit(1);
  }
}

const lock = hash(['package-lock.json']);
if (stamp(INSTALLED) !== lock) {
  console.log('web-widget: installing packages');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(INSTALLED, lock);
}

const settings = readdirSync('.').filter((name) => /\.(html|ts|json|yaml)$/.test(name));
const inputs = hash([...settings.sort(), ...INPUTS.flatMap(below).filter((file) => !NOT_INPUTS.test(file))]);
const generated = existsSync('src/gen/havn/v1');
if (stamp(BUILT) !== inputs || !generated || !existsSync('dist/loader.json')) {
  console.log('web-widget: building the widget and the console');
  run('npm', ['run', '--silent', 'gen']);
  run('node', ['scripts/build.js', '--quiet']);
  mkdirSync('target', { recursive: true });
  writeFileSync(BUILT, inputs);
}
