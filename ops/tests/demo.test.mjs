// The demonstration as a whole: it starts, heals, and leaves nothing behind. Run by ops/check.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = `${root}target/check-demo`;
const announced = `${data}/demo.json`;
const running = [];

after(() => running.forEach((demo) => demo.kill('SIGKILL')));

async function until(what, seconds, condition) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (Date.now() > deadline) assert.fail(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Six ports in a row that are free now, below those that the system lends to outgoing connections. */
async function freePorts() {
  for (let base = 20000 + Math.floor(Math.random() * 12000); ; base += 10) {
    const free = await Promise.all([0, 1, 2, 3, 4, 5].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function startDemo(base, folder = data) {
  const demo = spawn(`${root}ops/demo`, ['--data', folder], {
    cwd: root,
    env: { ...process.env, HAVN_PORT_BASE: String(base) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  demo.said = '';
  demo.stdout.on('data', (text) => (demo.said += text));
  demo.stderr.on('data', (text) => (demo.said += text));
  demo.ended = new Promise((resolve) => demo.once('exit', (code, signal) => resolve({ code, signal })));
  running.push(demo);
  return demo;
}

async function ready(demo, seconds = 120) {
  let over = false;
  demo.ended.then(() => (over = true));
  await until('demo.json', seconds, () => over || existsSync(announced)).catch((late) => {
    throw new Error(`${late.message}; the demo said:\n${demo.said}`);
  });
  assert.ok(!over, `the demo ended:\n${demo.said}`);
  return announcement();
}

const announcement = () => (existsSync(announced) ? JSON.parse(readFileSync(announced, 'utf8')) : undefined);

/** Processes, zombies aside, that were started with the demonstration's folder. */
function children() {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      const state = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
      const told = readFileSync(`/proc/${name}/cmdline`, 'utf8') + readFileSync(`/proc/${name}/environ`, 'utf8');
      return state !== 'Z' && (told.includes(`${data}/`) || told.includes(`${data}\0`));
    } catch {
      return false;
    }
  });
}

const isThere = async (page) => {
  try {
    return (await fetch(page)).status === 200;
  } catch {
    return false;
  }
};

const loopback = (page) => page.replace(/\/\/[a-z]+\.localhost/, '//localhost').replace(/#.*/, '');

const base = await freePorts();
let demo;

test('the demo says where everything is once all of it answers', async () => {
  rmSync(announced, { force: true });
  const began = Date.now();
  demo = startDemo(base);
  const { pages, pids } = await ready(demo);
  assert.ok(Date.now() - began < 120_000);
  assert.deepEqual(Object.keys(pages).sort(), ['coordinator', 'host', 'management', 'phone', 'volunteer', 'widget', 'worker']);
  assert.deepEqual(Object.keys(pids).sort(), ['channels', 'postgres', 'redis', 'server']);
  for (const page of Object.values(pages)) assert.ok(await isThere(loopback(page)), `${page} answers`);
  for (const pid of Object.values(pids)) assert.ok(existsSync(`/proc/${pid}`));
  assert.match(pages.widget, /\/chat\/pro-mann#p=[\w-]{43}$/);
  assert.match(pages.worker, /^http:\/\/worker\.localhost:\d+\/#i=[\w-]{43}$/);
  await until('the addresses are printed', 5, () => demo.said.includes(pages.volunteer));
  assert.match(demo.said, /nothing leaves this machine/);
});

test('a second demo on the same ports is refused with the way out', async () => {
  const second = startDemo(base, `${data}-second`);
  assert.equal((await second.ended).code, 1);
  assert.match(second.said, /port \d+ is taken; choose other ports, for example HAVN_PORT_BASE=/);
});

test('a second demo in the same folder is refused and harms nothing', async () => {
  const second = startDemo(await freePorts());
  assert.equal((await second.ended).code, 1);
  assert.match(second.said, /another demo is running/);
  assert.ok(await isThere(announcement().pages.management));
});

for (const part of ['server', 'redis', 'postgres']) {
  test(`${part} comes back after kill -9, and demo.json names the new process`, async () => {
    const before = announcement().pids;
    process.kill(before[part], 'SIGKILL');
    const now = await until(`a new ${part}`, 30, () => {
      const { pids } = announcement();
      return pids[part] !== before[part] && pids[part] !== 0 && pids;
    });
    assert.ok(existsSync(`/proc/${now[part]}`));
    await until('ready again', 15, () => isThere(announcement().pages.management));
  });
}

test('kill -9 of the supervisor leaves no child behind', async () => {
  assert.ok(children().length >= 5);
  demo.kill('SIGKILL');
  await until('no child', 20, () => children().length === 0);
  for (let offset = 0; offset < 6; offset++) assert.ok(await isFree(base + offset), `port ${base + offset} is free`);
});

test('a demo that is told to stop takes demo.json back and leaves nothing behind', async () => {
  // The killed demo could not take its own away.
  rmSync(announced, { force: true });
  demo = startDemo(base);
  await ready(demo);
  demo.kill('SIGTERM');
  await demo.ended;
  assert.ok(!existsSync(announced));
  await until('no child', 5, () => children().length === 0);
});
