import { toBase64Url } from '../../kernel/base64.ts';
import { openLetter } from '../../letters/letter.ts';
import type { Letter } from '../../letters/letter.ts';
import type { MailboxKeys } from '../keys/types.ts';
import type { LetterHead } from './letter-http.ts';

/**
 * Tries every key of this browser. Undefined when none opens it, or when it is not a letter to this service from this
 * mailbox: the server may not move a letter to where other people read it, nor its answers elsewhere.
 */
export async function openWithAny(
  keys: readonly MailboxKeys[],
  file: Uint8Array,
  head: Pick<LetterHead, 'service' | 'mailbox'>,
): Promise<{ readonly letter: Letter; readonly bytes: Uint8Array } | undefined> {
  for (const { identity } of keys) {
    const opened = await openLetter(identity, file, head.service);
    if (opened !== undefined) return toBase64Url(opened.letter.mailbox) === head.mailbox ? opened : undefined;
  }
  return undefined;
}
