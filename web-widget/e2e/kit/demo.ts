/** The demonstration the tests run against: one that is already there, or one of their own. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';

export const ROOT = join(import.meta.dirname, '../../..');
const READY_WITHIN_MS = 240_000;

export interface DemoJson {
  readonly pages: Readonly<Record<'host' | 'widget' | 'coordinator' | 'worker' | 'volunteer' | 'phone' | 'management', string>> & {
    /** Where it has a clock of its own. */
    readonly clock?: string;
  };
  readonly pids: Readonly<Record<'server' | 'channels' | 'redis' | 'postgres', number>>;
}

export interface Demo {
  /** Folder of everything the demonstration writes: stores, logs, demo.json. */
  readonly folder: string;
  /** Read anew each time: a restarted server has another number. */
  read(): DemoJson;
}

export interface RunningDemo {
  /** Its demo.json. */
  readonly file: string;
  stop(): Promise<void>;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = new Promise<boolean>((answer) => {
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => answer(true));
  });
  const free = await listening;
  if (free) {
    server.close();
    await once(server, 'close');
  }
  return free;
}

/** First of eight free ports, at or after the wanted one. */
export async function freeBase(wanted: number): Promise<number> {
  for (let base = wanted; base < wanted + 1_000; base += 10) {
    const free = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error(`no eight free ports after ${wanted}; name others in HAVN_PORT_BASE`);
}

async function untilWritten(file: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!existsSync(file)) {
    if (child.exitCode !== null) throw new Error(`ops/demo ended with ${child.exitCode}:\n${said()}`);
    if (performance.now() > deadline) throw new Error(`ops/demo was not ready in time:\n${said()}`);
    await pause(200);
  }
}

/** Starts one, unless HAVN_DEMO_JSON names one that is there. */
export async function startDemo(): Promise<RunningDemo> {
  const given = process.env['HAVN_DEMO_JSON'];
  return given === undefined ? runDemo('e2e', 18_600) : { file: given, stop: () => Promise.resolve() };
}

/** Demonstrations with a clock of their own, and where each looks for ports first: several may run beside each other. */
const CLOCKS = { alarms: 19_600, campaign: 19_700, evening: 19_800, outreach: 19_900, texts: 20_000 } as const;

/**
 * Starts one that lives on a clock of its own.
 *
 * @param at what it shows at the start, in Oslo
 */
export const startDemoAt = (name: keyof typeof CLOCKS, at: string): Promise<RunningDemo> =>
  runDemo(`e2e-${name}`, CLOCKS[name], '--at', at);

async function runDemo(name: string, usual: number, ...options: readonly string[]): Promise<RunningDemo> {
  const folder = join(ROOT, 'target', name);
  const file = join(folder, 'demo.json');
  rmSync(file, { force: true });
  const base = await freeBase(Number(process.env['HAVN_PORT_BASE'] ?? 18_600) + usual - 18_600);
  const child = spawn(join(ROOT, 'ops/demo'), ['--data', folder, ...options], {
    cwd: ROOT,
    env: { ...process.env, HAVN_PORT_BASE: String(base) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = `${said}${chunk}`.slice(-8_000)));
  await untilWritten(file, child, () => said);
  return {
    file,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** The demonstration of this run. */
export const demo = (): Demo => demoOf(inject('demo'));

export function demoOf(file: string): Demo {
  return { folder: dirname(file), read: () => JSON.parse(readFileSync(file, 'utf8')) as DemoJson };
}
