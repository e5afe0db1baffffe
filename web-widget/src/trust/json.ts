/** Reads members of a trust document. Anything unexpected fails with `TypeError`; the caller turns that into a doubt. */

import { fromBase64Url } from '../kernel/base64.ts';

export type Json = Readonly<Record<string, unknown>>;

/** RFC 3339 in UTC. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

export function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('an object');
  return value as Json;
}

/** An object with exactly these members. */
export function exactly(value: unknown, ...names: readonly string[]): Json {
  const json = object(value);
  const own = Object.keys(json);
  if (own.length !== names.length || !names.every((name) => own.includes(name))) throw new TypeError(names.join());
  return json;
}

export function list(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new TypeError(`a list of at most ${most}`);
  return value;
}

export function text(value: unknown, most: number): string {
  if (typeof value !== 'string' || value.length > most) throw new TypeError(`a text of at most ${most}`);
  return value;
}

export function whole(value: unknown, least: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw new TypeError('a number');
  return value;
}

/** Milliseconds since 1970. */
export function instant(value: unknown): number {
  const time = INSTANT.test(text(value, 32)) ? Date.parse(value as string) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError('an instant');
  return time;
}

export function bytes(value: unknown, length: number): Uint8Array {
  const read = fromBase64Url(text(value, 4_096));
  if (read?.length !== length) throw new TypeError(`${length} bytes`);
  return read;
}
