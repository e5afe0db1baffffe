/** An installation of its own, as an operator begins one: no demonstration, no signer beside the browsers. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freeBase, ROOT } from './demo.ts';
import { inviteOf, putServiceOf, runHavn, settingsOf } from './havn.ts';
import { aService, EVERY_HOUR } from './service.ts';

const READY_WITHIN_MS = 120_000;

const SERVICE = aService('pro-mann', 'Pro Mann', 'Pro Mann', { hours: EVERY_HOUR });

interface Child {
  readonly process: ChildProcess;
  said(): string;
}

function start(env: NodeJS.ProcessEnv, command: readonly string[]): Child {
  const process = spawn(join(ROOT, 'ops/havn'), [...command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [process.stdout, process.stderr]) stream.on('data', (chunk) => (said = `${said}${chunk}`.slice(-8_000)));
  return { process, said: () => said };
}

async function stop({ process }: Child): Promise<void> {
  if (process.exitCode !== null) return;
  process.kill('SIGTERM');
  await once(process, 'exit');
}

async function until(child: Child, what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await is())) {
    if (child.process.exitCode !== null || performance.now() > deadline) throw new Error(`${what} is not there:\n${child.said()}`);
    await pause(100);
  }
}

export class Installation {
  private constructor(
    /** Everything it writes, and a place for the files of a ceremony. */
    readonly folder: string,
    private readonly base: number,
    private children: readonly Child[],
  ) {}

  /** @param name folder below target/ */
  static async begin(name: string): Promise<Installation> {
    const folder = join(ROOT, 'target', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const base = await freeBase(Number(process.env['HAVN_PORT_BASE'] ?? 18_600) + 100);
    writeFileSync(join(folder, 'havn.yaml'), 'demo: false\n');
    const site = new Installation(folder, base, []);
    await site.run(() => putServiceOf(site.env, folder, SERVICE));
    return site;
  }

  /** Starts empty stores, fills them, and serves. */
  private async run(fill: () => Promise<unknown>): Promise<void> {
    const { folder, base, env } = this;
    const stores = start(env, ['stores', `--data=${folder}`, `--programs=${join(ROOT, 'target/embedded')}`, `--port-base=${base}`]);
    await until(stores, 'the stores', () => stores.said().includes('HAVN_POSTGRES_PASSWORD_FILE'));
    await fill();
    const server = start(env, ['serve']);
    await until(server, 'the server', async () => (await fetch(`http://127.0.0.1:${base + 2}/ready`).catch(() => undefined))?.ok ?? false);
    this.children = [server, stores];
  }

  /** The machine is lost after its last backup; another, with empty stores, answers under the same names. */
  async loseMachine(): Promise<void> {
    const backup = join(this.folder, 'last.backup');
    await this.havn('backup', backup);
    await this.end();
    for (const store of ['postgres', 'redis']) rmSync(join(this.folder, store), { recursive: true });
    await this.run(() => this.havn('restore', backup));
  }

  async end(): Promise<void> {
    for (const child of this.children) await stop(child);
  }

  /** Runs `ops/havn` with the settings of this installation. */
  havn(...command: string[]): Promise<string> {
    return runHavn(this.env, ...command);
  }

  /** A one-time link made by the operator. */
  invite(name: string, role: string): Promise<string> {
    return inviteOf(this.env, name, SERVICE.id, role);
  }

  /** Where visitors write, with the pin of its root set. */
  chat(pin: string): string {
    return `http://localhost:${this.base}/chat/${SERVICE.id}#p=${pin}`;
  }

  /** A published document, for example `trust`. */
  async document(name: string): Promise<unknown> {
    return (await fetch(`http://127.0.0.1:${this.base}/.well-known/havn/${name}`)).json();
  }

  private get env(): NodeJS.ProcessEnv {
    return settingsOf(this.folder, this.base, `http://vakt.localhost:${this.base + 1}`);
  }
}
