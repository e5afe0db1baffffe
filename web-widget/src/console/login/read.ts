/** Reads answers of the server without trusting their shape. */

import type { Me, ServiceName } from './me.ts';

export type Members = Readonly<Record<string, unknown>>;

export const members = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function service(value: unknown): ServiceName {
  const { id, name, retentionDays, languages, lanes } = members(value);
  const days = typeof retentionDays === 'number' ? retentionDays : 0;
  const words = (part: unknown): readonly string[] => list(part).map(text).filter((word) => word !== '');
  const shown = text(name) === '' ? text(id) : text(name);
  return { id: text(id), name: shown, retentionDays: days, languages: words(languages), lanes: words(lanes) };
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
    passkeys: typeof me['passkeys'] === 'number' ? me['passkeys'] : 0,
    demo: me['demo'] === true,
    pin: text(me['pin']),
  };
}
