import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import type { EpochHeader } from '../seal/epoch.ts';
import { readFrameHeader } from '../seal/frame.ts';
import { openGrant } from '../seal/grant.ts';
import { hash } from '../seal/hash.ts';
import { MOST_EPOCHS } from '../seal/history.ts';
import type { PastKey } from '../seal/history.ts';
import { CARE, TEXT } from '../seal/plaintext.ts';
import { readStatement } from '../seal/statement.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import { VISITOR } from './accept-epoch.ts';
import { marksCare } from './care.ts';
import { isSaying, readSaid } from './contents.ts';
import { Epoch } from './epoch.ts';
import type { Person, SealedBytes } from './epoch.ts';
import type { Statements } from './statements.ts';
import { Doubt } from './stop.ts';
import type { Message } from './view.ts';

/** No member's slot. */
const NOBODY = -1;

type WhoOf = (device: Uint8Array) => Pick<Person, 'name' | 'role'>;

interface PastEpoch {
  readonly word: EpochWord;
  readonly header: EpochHeader;
  /** What this device could not read of it, in order. */
  readonly frames: SealedBytes[];
}

/** A text or file of an epoch that this device was no member of. */
export interface PastText extends Omit<Message, 'id'> {
  /** Message id, 16 bytes. */
  readonly id: Uint8Array;
}

/** The epochs of a stream with what this device cannot read of them. Bounded by the 2,000 entries of a conversation. */
export class Past {
  private readonly epochs = new Map<number, PastEpoch>();

  epoch(word: EpochWord): void {
    const header = readEpochHeader(word.header);
    if (header !== undefined) this.epochs.set(header.number, { word, header, frames: [] });
  }

  unread(sealed: SealedBytes): void {
    const number = readFrameHeader(sealed.frame)?.epoch ?? 0;
    this.epochs.get(number)?.frames.push(sealed);
  }

  /** Keys of the newest 64 epochs that `device` was no member of and this device's grants open. */
  async keysFor(device: Uint8Array, identity: XWingIdentity): Promise<readonly PastKey[]> {
    const before = [...this.epochs.values()].filter(({ header }) =>
      header.members.every((member) => !equal(member.device, device)),
    );
    const keys: PastKey[] = [];
    for (const { word, header } of before.slice(-MOST_EPOCHS)) {
      const grant = await openGrant(identity, word.grant, word.header);
      if (grant !== undefined) keys.push({ number: header.number, secret: grant.secret, headerHash: hash(word.header) });
    }
    return keys;
  }

  /**
   * The texts of these epochs. Fails with a {@link Doubt} when a key is for another epoch than the stream has, or a
   * frame is not what a member sealed.
   *
   * @param whoOf shown name and role of a device of staff; empty where nobody knows it any more
   */
  async read(
    keys: readonly PastKey[],
    statements: Statements,
    whoOf: WhoOf,
    random: Random,
  ): Promise<readonly PastText[]> {
    const texts: PastText[] = [];
    for (const { number, secret, headerHash } of keys) {
      const past = this.epochs.get(number);
      if (past === undefined || !equal(hash(past.word.header), headerHash)) throw new Doubt('frame-refused');
      const { conversation, time, leadSlot } = past.header;
      const people = peopleOf(past.header, statements, whoOf);
      const place = { slot: NOBODY, signer: undefined, mayWrite: false };
      const epoch = new Epoch({ conversation, number, secret, headerHash }, place, people, leadSlot, time, random);
      for (const sealed of past.frames.splice(0)) {
        const header = readFrameHeader(sealed.frame);
        const plaintext = header && (await epoch.read(header, sealed));
        const author = people.find(({ slot }) => slot === header?.slot);
        if (author === undefined || plaintext === undefined || !isSaying(plaintext.kind)) continue;
        const name = author.kind === 'staff' ? author.name : undefined;
        // Words of whoever may not mark care are words.
        const kind = plaintext.kind === CARE && !marksCare(author.role) ? TEXT : plaintext.kind;
        texts.push({ id: plaintext.id, from: 'them', name, ...readSaid(kind, plaintext.body), at: time, tick: undefined });
      }
      epoch.forget();
    }
    return texts;
  }
}

const peopleOf = (
  { members }: EpochHeader,
  statements: Statements,
  whoOf: WhoOf,
): readonly Person[] =>
  members.map(({ slot, kind, device, statementHash }) => {
    if (kind === 'visitor') return VISITOR;
    const statement = statements.get(statementHash);
    return { slot, kind, ...whoOf(device), device, ed25519: statement && readStatement(statement)?.ed25519 };
  });
