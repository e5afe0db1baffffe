/** Pages that leave letters and come back, around a post office: for tests. */

import { toBinary } from '@bufbuild/protobuf';
import { StoredAnswerSchema } from '../gen/havn/v1/letters_pb.ts';
import { openLetter } from '../letters/letter.ts';
import { wordList } from '../letters/words.ts';
import type { LettersBegin, LettersState } from '../visitor/letters-view.ts';
import { createLetters } from '../visitor/letters.ts';
import type { MailboxLetters } from '../visitor/letters.ts';
import { mailboxHttp } from '../visitor/mailbox-http.ts';
import type { Site } from '../visitor/site.ts';
import { Chance } from './chance.ts';
import type { HandClock } from './hand-clock.ts';
import { Colleague, SERVICE, trusting } from './letters.ts';
import { idOf, PostOffice } from './post-office.ts';
import type { KeptBox } from './post-office.ts';
import { stretchQuickly } from './stretch.ts';
import { until } from './until.ts';

const words = await wordList();
export const kari = new Colleague(1, 'Kari');
export const volunteer = new Colleague(3, 'Frivillig', 'volunteer');
export const TEXT = 'Kan noen ringe meg på torsdag?';

export interface House {
  readonly office: PostOffice;
  readonly page: (begin: LettersBegin, seed?: number) => MailboxLetters;
  readonly clock: HandClock;
  readonly trust: Awaited<ReturnType<typeof trusting>>['trust'];
}

export async function house(): Promise<House> {
  const { trust, clock } = await trusting([kari, volunteer]);
  const office = new PostOffice(() => clock.now());
  office.keys = [await kari.key()];
  const site: Site = {
    service: () => Promise.reject(new Error('not asked here')),
    ticket: () => Promise.resolve(new Uint8Array(32)),
    document: trust.fetchDocument,
    erase: () => Promise.reject(new Error('not asked here')),
    keep: () => Promise.reject(new Error('not asked here')),
    kept: () => Promise.reject(new Error('not asked here')),
    letGo: () => Promise.reject(new Error('not asked here')),
    socketAddress: '',
  };
  const http = mailboxHttp('http://chat.test', office.fetch);
  return {
    office,
    clock,
    trust,
    page: (begin, seed = 1) =>
      createLetters(
        { service: SERVICE, language: () => 'nb', begin, last: begin === 'keeping' ? kari.device.id : undefined },
        { site, http, pin: trust.pin, clock, random: new Chance(seed).bytes, stretch: stretchQuickly, words },
      ),
  };
}

export async function reaches<Kind extends LettersState['kind']>(
  letters: MailboxLetters,
  kind: Kind,
): Promise<Extract<LettersState, { kind: Kind }>> {
  await until(() => letters.state.value.kind === kind);
  return letters.state.value as Extract<LettersState, { kind: Kind }>;
}

/** A letter was left; its code and mailbox. */
export async function left(at: House): Promise<{ code: string; box: KeptBox }> {
  const letters = at.page('writing');
  const { text: code } = letters.code.value!;
  letters.send(TEXT, []);
  await reaches(letters, 'sent');
  return { code, box: onlyBox(at.office) };
}
export const onlyBox = (office: PostOffice): KeptBox => [...office.boxes.values()][0]!;

/** Kari answers the first letter, under the next number. */
export async function answered(at: House, text: string, who = kari, number = 1): Promise<void> {
  const box = onlyBox(at.office);
  const [first] = box.letters;
  const { letter } = (await openLetter(kari.mailbox, first!.file, SERVICE))!;
  const { salt, name } = who.device;
  const { mailbox, xwing } = letter;
  const reply = { mailbox, xwing, number, letter: idOf(first!.id), text, files: [], salt, name };
  const stored = await who.answers({ id: mailbox, identity: { publicKey: xwing } } as never, reply);
  box.answers.push(toBinary(StoredAnswerSchema, stored));
}

export async function comeBack(at: House, code: string, seed = 2): Promise<MailboxLetters> {
  const letters = at.page('asking', seed);
  letters.open(code);
  await until(() => letters.state.value.kind !== 'busy');
  return letters;
}
