/** The program `ops/havn`, run against the demonstration's stores. */

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Demo } from './demo.ts';

const PROGRAM = join(import.meta.dirname, '../../../ops/havn');
const run = promisify(execFile);

async function havn(demo: Demo, ...command: string[]): Promise<string> {
  const { widget, coordinator } = demo.read().pages;
  const base = Number(new URL(widget).port);
  // The program takes every HAVN_ variable for a setting.
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('HAVN_'));
  const env = {
    ...Object.fromEntries(others),
    HAVN_CONFIG: join(demo.folder, 'havn.yaml'),
    HAVN_PORT_BASE: String(base),
    HAVN_DESK_URL: new URL(coordinator).origin,
    HAVN_STORES: 'embedded',
    HAVN_REDIS_PASSWORD_FILE: join(demo.folder, 'redis.password'),
    HAVN_POSTGRES_HOST: '127.0.0.1',
    HAVN_POSTGRES_PORT: String(base + 5),
    HAVN_POSTGRES_PASSWORD_FILE: join(demo.folder, 'postgres.password'),
  };
  return (await run(PROGRAM, command, { env })).stdout;
}

/** A one-time link for somebody new. */
export async function invite(demo: Demo, name: string, service = 'pro-mann', role = 'worker'): Promise<string> {
  const said = await havn(demo, 'invite', `--name=${name}`, `--role=${role}`, `--services=${service}`);
  const link = /http:\S+#i=[\w-]{43}/u.exec(said)?.[0];
  if (link === undefined) throw new Error(`havn invite printed no link:\n${said}`);
  return link;
}

/** Stores a service as a coordinator would write it. */
export async function putService(demo: Demo, service: Readonly<Record<string, unknown>> & { readonly id: string }): Promise<void> {
  const file = join(demo.folder, `${service.id}.json`);
  writeFileSync(file, JSON.stringify(service));
  await havn(demo, 'service', 'put', file);
}
