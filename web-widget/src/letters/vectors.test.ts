import { create, fromBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { FileRefSchema } from '../gen/havn/v1/files_pb.ts';
import { StoredAnswerSchema } from '../gen/havn/v1/letters_pb.ts';
import { SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import { concat, equal, str8, utf8 } from '../kernel/bytes.ts';
import { openWith } from '../seal/envelope.ts';
import { hash } from '../seal/hash.ts';
import { verifies } from '../seal/sign.ts';
import { seedIdentity } from '../seal/xwing.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { readLetterVectors } from '../testing/letter-vectors.ts';
import { stretchHere } from '../testing/stretch.ts';
import { b, readVectors } from '../testing/vectors.ts';
import { TrustBook } from '../trust/book.ts';
import { verifyAnswer } from './answer.ts';
import { readCode } from './code.ts';
import { readFileRefs } from './file-ref.ts';
import { openFile, sealFile } from './file.ts';
import { openLetter } from './letter.ts';
import { deriveMailbox, signAct } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { openNote } from './note.ts';
import { usableKeys } from './statement.ts';
import { wordList } from './words.ts';

const trust = readVectors('v1.json');
const golden = readLetterVectors();
const now = Date.parse(trust.now);
const book = new TrustBook(trust.pin, () => Promise.resolve(trust.trust), new HandClock(now));
const roster = await book.newest();
const never = new AbortController().signal;
const derive = (code: string): Promise<Mailbox> => deriveMailbox(code, b(golden.installation), stretchHere, never);
const mailbox = await derive(golden.codes[0]!.code);

describe('the golden letters', () => {
  it('belong to the installation of the first root set', async () => {
    expect(await book.installation()).toEqual(b(golden.installation));
  });

  it.each(golden.codes)('lead from $code to its mailbox', async ({ code, ...keys }) => {
    expect(readCode(code, await wordList())).toEqual({ kind: 'code', code });
    const salt = hash(utf8('return-v1'), b(golden.installation));
    expect(await stretchHere(utf8(code), salt, never)).toEqual(b(keys.argon2));
    const derived = await derive(code);
    expect(derived.id).toEqual(b(keys.mailbox));
    expect(derived.identity.publicKey).toEqual(b(keys.xwing));
  });

  it('have an act signed by the mailbox', async () => {
    const { nonce, name, body, signature } = golden.act;
    expect(await signAct(mailbox, b(nonce), 'note', b(body))).toEqual(b(signature));
    const signed = concat(b(nonce), str8(name), hash(b(body)));
    expect(verifies('mailbox-act', mailbox.id, b(signature), signed)).toBe(true);
  });

  it('have a note that the mailbox opens', async () => {
    const { word, lastDevice, rosterVersion, plaintext, file } = golden.note;
    expect(await openWith(mailbox.identity, b(file))).toEqual(b(plaintext));
    expect(await openNote(mailbox.identity, b(file))).toMatchObject({ word, lastDevice: b(lastDevice), rosterVersion });
  });

  it('are sealed to a key that a rostered device stated', () => {
    const { payload, signature, xwing } = golden.key;
    const statement = create(SignedStatementSchema, { payload: b(payload), signature: b(signature) });
    expect(usableKeys([statement], roster, golden.letter.service, now)).toMatchObject([{ xwing: b(xwing) }]);
  });

  it('have a letter that this key opens', async () => {
    const identity = seedIdentity(b(golden.key.seed));
    const { service, language, text, at, plaintext, file } = golden.letter;
    expect(await openWith(identity, b(file))).toEqual(b(plaintext));
    const opened = await openLetter(identity, b(file), service);
    expect(opened?.letter).toMatchObject({ service, language, text, at, mailbox: mailbox.id });
    expect(opened?.letter.files).toHaveLength(1);
  });

  it('have an answer that holds every check', async () => {
    const { letter, text, name, number, at, stored, plaintext } = golden.answer;
    const word = fromBinary(StoredAnswerSchema, b(stored));
    expect(await openWith(mailbox.identity, word.file)).toEqual(b(plaintext));
    const answer = await verifyAnswer(word, {
      mailbox: mailbox.id,
      identity: mailbox.identity,
      serviceOf: (id) => (equal(id, b(letter)) ? golden.letter.service : undefined),
      rosterAt: (version, time) => book.rosterAt(version, time),
      now,
    });
    expect(answer).toMatchObject({ text, name, number, at });
  });

  it('have a file that opens, and is sealed to the same bytes', async () => {
    const { reference, stored, content, type, seconds } = golden.file;
    const [ref] = readFileRefs([fromBinary(FileRefSchema, b(reference))]) ?? [];
    expect(ref).toMatchObject({ type, seconds });
    expect(await openFile(ref!, b(stored))).toEqual(b(content));
    expect((await sealFile(b(content), 'audio/ogg', seconds, () => ref!.key)).stored).toEqual(b(stored));
  });
});
