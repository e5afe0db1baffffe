/** A short text sealed to the devices of a service that read letters (docs/protocol/sealed.md, section 19). */

import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { utf8 } from '../../kernel/bytes.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import { openWith, sealTo } from '../../seal/envelope.ts';
import type { MailboxKeys } from '../keys/types.ts';

/** Characters of a text. */
export const LONGEST_NOTE = 2_000;
/** Sealed texts are as long as a multiple of this, so that their length says little. */
const BLOCK = 1_024;

/** As the server takes it. */
export interface SealedNote {
  readonly file: string;
  readonly devices: readonly string[];
}

/**
 * @param place what it belongs to, such as `task pro-mann child`: a note that the server moved elsewhere does not open
 * @returns undefined when there is nobody to seal it to
 */
export async function sealNote(keys: readonly MailboxKey[], place: string, text: string): Promise<SealedNote | undefined> {
  if (keys.length === 0) return undefined;
  const words = utf8(JSON.stringify({ place, text }));
  const padded = new Uint8Array(Math.ceil(words.length / BLOCK) * BLOCK).fill(0x20);
  padded.set(words);
  const file = await sealTo(
    keys.map(({ xwing }) => xwing),
    padded,
  );
  return { file: toBase64Url(file), devices: keys.map(({ device }) => toBase64Url(device)) };
}

/** Undefined when none of this browser's keys opens it, or it belongs elsewhere. */
export async function openNote(keys: readonly MailboxKeys[], place: string, file: string): Promise<string | undefined> {
  const sealed = fromBase64Url(file);
  if (sealed === undefined) return undefined;
  for (const { identity } of keys) {
    const opened = await openWith(identity, sealed);
    if (opened !== undefined) return read(opened, place);
  }
  return undefined;
}

function read(opened: Uint8Array, place: string): string | undefined {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened)) as unknown;
    if (typeof value !== 'object' || value === null) return undefined;
    const said = value as Readonly<Record<string, unknown>>;
    return said['place'] === place && typeof said['text'] === 'string' ? said['text'] : undefined;
  } catch {
    return undefined;
  }
}
