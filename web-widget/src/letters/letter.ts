import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { LetterSchema } from '../gen/havn/v1/letters_pb.ts';
import { utf8 } from '../kernel/bytes.ts';
import { openWith, sealTo } from '../seal/envelope.ts';
import { LONGEST_TEXT } from '../seal/plaintext.ts';
import { isXWingPublic } from '../seal/xwing.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import { readFileRefs, writeFileRef } from './file-ref.ts';
import type { FileRef } from './file-ref.ts';
import { pad, unpad } from './padded.ts';

/** A message left for a service. */
export interface Letter {
  /** Mailbox id, 32 bytes. */
  readonly mailbox: Uint8Array;
  /** Opens answers: 1,216 bytes. */
  readonly xwing: Uint8Array;
  readonly service: string;
  /** BCP 47 language of the page. */
  readonly language: string;
  /** At most 12,000 bytes of UTF-8. */
  readonly text: string;
  /** At most 5. */
  readonly files: readonly FileRef[];
  /** By the writer's clock, milliseconds since 1970. */
  readonly at: number;
}

/** The age file. Fails with `RangeError` when the text is too long. */
export function sealLetter(keys: readonly { readonly xwing: Uint8Array }[], letter: Letter): Promise<Uint8Array> {
  if (utf8(letter.text).length > LONGEST_TEXT) throw new RangeError('the text is too long');
  const { mailbox, xwing, service, language, text, files, at } = letter;
  const said = { mailbox, xwing, service, language, text, files: files.map(writeFileRef), at: BigInt(at) };
  return sealLetterBytes(keys, toBinary(LetterSchema, create(LetterSchema, said)));
}

/** The same letter for other keys: `bytes` as {@link openLetter} gave them. */
export const sealLetterBytes = (
  keys: readonly { readonly xwing: Uint8Array }[],
  bytes: Uint8Array,
): Promise<Uint8Array> =>
  sealTo(
    keys.map(({ xwing }) => xwing),
    pad(bytes),
  );

/** Undefined when it does not open, is malformed, or was written to another service. */
export async function openLetter(
  identity: XWingIdentity,
  file: Uint8Array,
  service: string,
): Promise<{ readonly letter: Letter; readonly bytes: Uint8Array } | undefined> {
  const bytes = unpad((await openWith(identity, file)) ?? new Uint8Array(0));
  if (bytes === undefined) return undefined;
  try {
    const said = fromBinary(LetterSchema, bytes);
    const files = readFileRefs(said.files);
    const at = Number(said.at);
    const wellFormed =
      said.mailbox.length === 32 &&
      isXWingPublic(said.xwing) &&
      said.service === service &&
      said.language.length <= 35 &&
      utf8(said.text).length <= LONGEST_TEXT &&
      Number.isSafeInteger(at);
    if (!wellFormed || files === undefined) return undefined;
    const { mailbox, xwing, language, text } = said;
    return { letter: { mailbox, xwing, service, language, text, files, at }, bytes };
  } catch {
    return undefined;
  }
}
