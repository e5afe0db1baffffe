import { equal, fromUtf8 } from '../kernel/bytes.ts';
import { toHex } from '../kernel/hex.ts';
import { decodeFileRef } from '../letters/file-ref.ts';
import { readHistory } from '../seal/history.ts';
import { ANSWER, CARE, FILE, HISTORY, PROPOSAL, REMOVAL, TEXT } from '../seal/plaintext.ts';
import type { Plaintext } from '../seal/plaintext.ts';
import { readAnswer, readProposal } from '../seal/proposal.ts';
import type { Answer, Proposal } from '../seal/proposal.ts';
import { VISITOR } from './accept-epoch.ts';
import { marksCare } from './care.ts';
import { Consents } from './consents.ts';
import type { Epoch, Person } from './epoch.ts';
import type { Side } from './ports.ts';
import { Doubt } from './stop.ts';
import { Story } from './story.ts';
import type { Message, Question, TalkEvent } from './view.ts';
import { watches } from './watching.ts';

/** Words, or a file and no words. */
export type Said = Pick<Message, 'text' | 'file' | 'care'>;

/** Kinds that say something. */
export type Saying = typeof TEXT | typeof FILE | typeof CARE;
export const isSaying = (kind: number | undefined): kind is Saying => kind === TEXT || kind === FILE || kind === CARE;

/** What the body of a text, a file or the service's words says. Fails with a {@link Doubt} when it is none. */
export function readSaid(kind: Saying, body: Uint8Array): Said {
  const text = kind === FILE ? '' : fromUtf8(body);
  const file = kind === FILE ? decodeFileRef(body) : undefined;
  if (text === undefined || (kind === FILE && file === undefined)) throw new Doubt('frame-refused');
  return { text, ...(file && { file }), ...(kind === CARE && { care: true }) };
}

type Content = Pick<Plaintext, 'id' | 'kind' | 'body'>;

/** What opened frames say: words for the story, questions and answers about who is in the chat. */
export class Contents {
  readonly story = new Story();
  readonly consents = new Consents();

  get question(): Question | undefined {
    const { standing } = this.consents;
    if (standing === undefined) return undefined;
    const { what, device, name, role } = standing.proposal;
    return { what, device: toHex(device), name, role, state: standing.yes ? 'yes' : 'asked' };
  }

  /**
   * A frame of `slot` was opened.
   *
   * @param side checks a question that is new to this page, and opens what was said before
   */
  async opened(
    epoch: Epoch,
    slot: number,
    content: Content,
    at: number,
    side: Pick<Side, 'proposed' | 'history'>,
  ): Promise<void> {
    const mine = slot === epoch.place.slot;
    const { id, kind, body } = content;
    if (kind === PROPOSAL) {
      const proposal = readProposal(body);
      if (proposal === undefined || slot !== epoch.leadSlot) throw new Doubt('frame-refused');
      if (this.story.knows(id)) return;
      if (!mine) await side.proposed(proposal);
      this.asked(id, proposal, at);
      return;
    }
    if (kind === ANSWER) {
      const answer = readAnswer(body);
      const mayAnswer = slot === VISITOR.slot || (slot === epoch.leadSlot && answer?.yes === false);
      if (answer === undefined || !mayAnswer) throw new Doubt('frame-refused');
      this.answered(id, answer, slot === VISITOR.slot, at);
      return;
    }
    const person = epoch.people.find((one) => one.slot === slot);
    if (kind === REMOVAL) {
      if (slot !== VISITOR.slot || body.length !== 16) throw new Doubt('frame-refused');
      this.wishedAway(id, epoch, body, at);
      return;
    }
    if (kind === HISTORY) {
      const history = readHistory(body);
      const known = epoch.people.some((one) => one.kind === 'staff' && equal(one.device, history?.device ?? VISITOR.device));
      if (history === undefined || slot !== epoch.leadSlot || !known) throw new Doubt('frame-refused');
      if (this.story.knows(id)) return;
      this.opens(id, epoch, history.device, at);
      await side.history(history.device, history.file);
      return;
    }
    if (watches(person?.role) || (kind === CARE && !marksCare(person?.role))) throw new Doubt('frame-refused');
    const said = isSaying(kind) ? readSaid(kind, body) : undefined;
    this.story.add(id, {
      from: said === undefined ? 'page' : mine ? 'me' : 'them',
      name: person?.kind === 'staff' ? person.name : undefined,
      text: '',
      ...said,
      at,
      tick: mine ? 'stored' : undefined,
    });
  }

  /** Said here, and still to be sealed. */
  said(id: Uint8Array, said: Said, at: number): void {
    this.story.add(id, { from: 'me', name: undefined, ...said, at, tick: 'held' });
  }

  asked(id: Uint8Array, proposal: Proposal, at: number): void {
    this.consents.asked(id, proposal);
    this.note(id, proposal.what === 'join' ? 'asked-join' : 'asked-handover', proposal, at);
  }

  /** An answer of the visitor, or the lead's word that nobody need answer any more. */
  answered(id: Uint8Array, answer: Answer, byVisitor: boolean, at: number): void {
    if (this.story.knows(id)) return;
    const proposal = this.consents.answered(answer);
    if (proposal !== undefined) this.note(id, !byVisitor ? 'withdrawn' : answer.yes ? 'yes' : 'no', proposal, at);
  }

  /** The visitor wants a member to go. */
  wishedAway(id: Uint8Array, epoch: Epoch, device: Uint8Array, at: number): void {
    const person = epoch.people.find((one) => one.kind === 'staff' && equal(one.device, device));
    if (person === undefined || this.story.knows(id)) return;
    this.consents.wishAway(device);
    this.note(id, 'unwanted', person, at);
  }

  /** A member can read what was said before. */
  opens(id: Uint8Array, epoch: Epoch, device: Uint8Array, at: number): void {
    const person = epoch.people.find((one) => one.kind === 'staff' && equal(one.device, device));
    if (person !== undefined) this.note(id, 'history', person, at);
  }

  /** Says who came and who left when an epoch follows another. */
  changed(before: Epoch | undefined, now: Epoch, headerHash: Uint8Array, at: number): void {
    if (before === undefined) return;
    const staffOf = ({ people }: Epoch): readonly Person[] => people.filter(({ kind }) => kind === 'staff');
    const missing = (some: readonly Person[], others: readonly Person[]): readonly Person[] =>
      some.filter(({ slot }) => others.every((other) => other.slot !== slot));
    const tell = (kind: TalkEvent['kind'], { slot, name, role }: Person): void =>
      this.note(headerHash.slice(0, 15).with(0, slot), kind, { name, role }, at);
    for (const person of missing(staffOf(before), staffOf(now))) tell('left', person);
    for (const person of missing(staffOf(now), staffOf(before))) {
      tell(person.slot === now.leadSlot ? 'leads' : watches(person.role) ? 'watches' : 'joined', person);
    }
    const lead = staffOf(now).find(({ slot }) => slot === now.leadSlot);
    const stayed = lead !== undefined && staffOf(before).some(({ slot }) => slot === lead.slot);
    if (stayed && before.leadSlot !== now.leadSlot) tell('leads', lead);
  }

  /** Forgets what was said. */
  clear(): void {
    this.story.clear();
    this.consents.settled();
  }

  private note(id: Uint8Array, kind: TalkEvent['kind'], who: { readonly name: string; readonly role: string }, at: number): void {
    const event = { kind, name: who.name, role: who.role };
    this.story.add(id, { from: 'page', name: undefined, text: '', at, tick: undefined, event });
  }
}
