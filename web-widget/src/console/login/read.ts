/** Reads answers of the server without trusting their shape. */

import type { Me, ServiceName } from './me.ts';

export type Members = Readonly<Record<string, unknown>>;

export const members = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

export const texts = (value: unknown): readonly string[] => list(value).map(text);

export const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function service(value: unknown): ServiceName {
  const { id, name, retentionDays, languages, lanes } = members(value);
  const words = (part: unknown): readonly string[] => texts(part).filter((word) => word !== '');
  const shown = text(name) === '' ? text(id) : text(name);
  return { id: text(id), name: shown, retentionDays: number(retentionDays), languages: words(languages), lanes: words(lanes) };
}

/** The person of GET /api/me, or undefined when the answer names nobody. */
export function readMe(value: unknown): Me | undefined {
  const me = members(value);
  const staff = text(me['staff']);
  if (staff === '') return undefined;
  return {
    staff,
    name: text(me['name']),
    role: text(me['role']),
    services: list(me['services']).map(service).filter((each) => each.id !== ''),
    passkeys: number(me['passkeys']),
    demo: me['demo'] === true,
    channels: typeof me['channels'] === 'number' ? me['channels'] : undefined,
    pin: text(me['pin']),
  };
}
