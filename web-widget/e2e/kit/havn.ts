/** The program `ops/havn`, run against the demonstration's stores. */

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Demo } from './demo.ts';
import type { ServiceDocument } from './service.ts';

const PROGRAM = join(import.meta.dirname, '../../../ops/havn');
const run = promisify(execFile);

/** What the program needs to know of an installation whose stores are embedded ones in this folder. */
export function settingsOf(folder: string, base: number, deskUrl: string): NodeJS.ProcessEnv {
  // The program takes every HAVN_ variable for a setting.
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('HAVN_'));
  return {
    ...Object.fromEntries(others),
    HAVN_CONFIG: join(folder, 'havn.yaml'),
    HAVN_PORT_BASE: String(base),
    HAVN_DESK_URL: deskUrl,
    HAVN_STORES: 'embedded',
    HAVN_REDIS_URI: `redis://127.0.0.1:${base + 4}`,
    HAVN_REDIS_PASSWORD_FILE: join(folder, 'redis.password'),
    HAVN_POSTGRES_HOST: '127.0.0.1',
    HAVN_POSTGRES_PORT: String(base + 5),
    HAVN_POSTGRES_PASSWORD_FILE: join(folder, 'postgres.password'),
  };
}

/** What the program printed; fails with what it said when it refused. */
export async function runHavn(env: NodeJS.ProcessEnv, ...command: string[]): Promise<string> {
  return (await run(PROGRAM, command, { env })).stdout;
}

export async function inviteOf(env: NodeJS.ProcessEnv, name: string, service: string, role: string): Promise<string> {
  const said = await runHavn(env, 'invite', `--name=${name}`, `--role=${role}`, `--services=${service}`);
  const link = /http:\S+#i=[\w-]{43}/u.exec(said)?.[0];
  if (link === undefined) throw new Error(`havn invite printed no link:\n${said}`);
  return link;
}

export async function putServiceOf(env: NodeJS.ProcessEnv, folder: string, service: ServiceDocument): Promise<void> {
  const file = join(folder, `${service.id}.json`);
  writeFileSync(file, JSON.stringify(service));
  await runHavn(env, 'service', 'put', file);
}

function demoSettings(demo: Demo): NodeJS.ProcessEnv {
  const { widget, coordinator } = demo.read().pages;
  return settingsOf(demo.folder, Number(new URL(widget).port), new URL(coordinator).origin);
}

/** A one-time link for somebody new. */
export const invite = (demo: Demo, name: string, service = 'pro-mann', role = 'worker'): Promise<string> =>
  inviteOf(demoSettings(demo), name, service, role);

/** What the program says of an exported journal; fails with what it found wrong. */
export const verifyJournal = (demo: Demo, file: string): Promise<string> => runHavn(demoSettings(demo), 'journal', 'verify', file);

/** Stores a service as a coordinator would write it. */
export const putService = (demo: Demo, service: ServiceDocument): Promise<void> =>
  putServiceOf(demoSettings(demo), demo.folder, service);
