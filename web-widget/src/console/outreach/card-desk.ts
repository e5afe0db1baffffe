/** The one card that is open: its face, its numbers while they are shown, and the text to it. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Yes } from '../../courtesy/cells.ts';
import { MINUTE } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import { members } from '../login/read.ts';
import { sealNote } from '../sealed/note.ts';
import { openFace, openNumbers } from './parts.ts';
import { createRelease, type Release } from './release.ts';
import {
  facePlace,
  hasCall,
  LONGEST_CARD_NOTE,
  LONGEST_PART,
  LONGEST_PROOF,
  MOST_PROOF,
  noted,
  writeFace,
  type CardNote,
  type CardNumber,
  type Face,
} from './sealed.ts';
import { actRefusal, pathOf, refusal, type ActRefusal, type OutreachTools, type Refusal } from './tools.ts';
import type { ThreadList } from './waiting.ts';
import { readCard, type Card, type SafeTime } from './wire.ts';
import { cardOf, type Worklist } from './worklist.ts';

/** Numbers are hidden again after this. */
const SHOWN_FOR = MINUTE;
/** Names of cards that were opened, for the list; the oldest go first. */
const MOST_FACES = 200;
/** Cards that somebody holds at once. */
const MOST_HELD = 20;
const HANDS_FULL = 423;
const TAKEN_BACK = 410;

export type CardAct = 'take' | 'give-back' | 'never' | 'delete';
export type FaceView = { readonly kind: 'opening' } | { readonly kind: 'open'; readonly face: Face } | { readonly kind: Refusal | 'not-here' };

/** Why an act came to nothing. `full`: one holds 20 cards. `taken-back`: the yes of that day was taken back since. */
export type Untaken = ActRefusal | 'full' | 'taken-back';

/** What this person read of conversations, and the list that has them. */
type Conversations = Pick<ThreadList, 'threads' | 'looks' | 'look'>;

export interface ShownCard {
  readonly card: Card;
  readonly face: FaceView;
  /** Undefined while they are hidden. */
  readonly numbers: readonly CardNumber[] | undefined;
  /** The last act did not happen. */
  readonly trouble: Untaken | 'not-here' | undefined;
  /** The note that is being written; it outlives a lost answer. */
  readonly noting: string;
  /** It came with *Next*, so that whoever pressed may go on with the same key. */
  readonly next: boolean;
  /** The text to it; undefined on a card of somebody else or of nobody. */
  readonly release: Release | undefined;
}

/** `meanwhile`: a colleague wrote first; the face was read again, and the note is not on it. */
export type Noting = 'kept' | 'too-long' | 'no-keys' | Refusal;

/** What became of a call. `kept`: it stands among the notes. `counted`: it is a contact, but does not stand there. */
export type Calling = 'kept' | 'counted';

export type Taking = 'taken' | 'none' | 'full' | Refusal;

/** What may be changed of a card beside its notes: the language to write in, and when it is safe to. */
export interface CardFacts {
  readonly language: string;
  readonly window: SafeTime | undefined;
}

export interface CardDesk {
  readonly shown: ReadonlySignal<ShownCard | undefined>;
  /** Faces that were opened here, by card; at most 200. */
  readonly faces: ReadonlySignal<ReadonlyMap<string, Face>>;
  /** Takes the next card that may be contacted now; a second call meanwhile is the same one. `full`: one holds 20. */
  next(languages: readonly string[]): Promise<Taking>;
  open(card: Card): Promise<void>;
  act(act: CardAct): Promise<boolean>;
  /** This person called the number at this place of the card. Undefined: the server did not say that it counts. */
  called(place: number): Promise<Calling | undefined>;
  showNumbers(): Promise<void>;
  hideNumbers(): void;
  writeNote(text: string): void;
  /** Adds the note that was written to the face. */
  note(): Promise<Noting>;
  /** Words by which the person knows that it is us, at most ten. */
  prove(words: readonly string[]): Promise<Noting>;
  /** What was drafted before is drafted anew, but for a text whose answer was lost: it may be on its way. */
  setFacts(facts: CardFacts): Promise<Noting>;
  /** Notes that the person said yes to be written to first on WhatsApp; undefined, that they took it back. */
  consent(said: Yes | undefined): Promise<boolean>;
  leave(): void;
  close(): void;
}

export function createCardDesk(tools: OutreachTools, worklist: Pick<Worklist, 'cards' | 'look'>, conversations: Conversations): CardDesk {
  const { http, clock } = tools;
  const shown = signal<ShownCard | undefined>(undefined);
  const faces = signal<ReadonlyMap<string, Face>>(new Map());
  /** Version of the shown face, as the server counts. */
  let version = 0;
  let cancelHiding = (): void => undefined;
  /** Cards that are held and were shown here. The server shows others again: their answer was lost. */
  let held: readonly string[] = [];
  let taking: Promise<Taking> | undefined;

  const change = (card: string, next: Partial<ShownCard>): void => {
    if (shown.value?.card.card === card) shown.value = { ...shown.value, ...next };
  };
  const hideNumbers = (): void => {
    cancelHiding();
    if (shown.value?.numbers !== undefined) shown.value = { ...shown.value, numbers: undefined };
  };
  const leave = (): void => {
    cancelHiding();
    shown.value?.release?.close();
    shown.value = undefined;
  };
  const readFace = async (card: string): Promise<void> => {
    const part = await openFace(tools, card);
    if (part.kind !== 'open') {
      // What was read once stays in sight while nobody answers.
      const lost = part.kind === 'unreachable' || part.kind === 'too-fast';
      if (!lost || shown.value?.face.kind !== 'open') change(card, { face: { kind: part.kind } });
      return;
    }
    const { face } = part.value;
    if (shown.value?.card.card !== card) return;
    version = part.value.version;
    change(card, { face: { kind: 'open', face } });
    faces.value = new Map([...[...faces.value].filter(([id]) => id !== card).slice(1 - MOST_FACES), [card, face]]);
  };
  const listed = (card: string): Card | undefined => worklist.cards.value?.find((each) => each.card === card);
  /** What was sent, or said by telephone, shows at once on the card and in the list. */
  const sent = async (card: string): Promise<void> => {
    const looked = worklist.look();
    // The list is a page of 200, and who was contacted last stands last.
    const stands = await cardOf(tools, card);
    if (typeof stands !== 'string' && stands.mine) change(card, { card: stands });
    else if (typeof stands !== 'string') anew(stands);
    await looked;
  };
  const releaseOf = (card: Card): Release | undefined =>
    card.mine ? createRelease(tools, card, () => unattended(sent(card.card))) : undefined;
  const show = (card: Card, next = false): Promise<void> => {
    const noting = shown.value?.card.card === card.card ? shown.value.noting : '';
    leave();
    held = [...held.filter((each) => each !== card.card), ...(card.mine ? [card.card] : [])].slice(-MOST_HELD);
    const release = releaseOf(card);
    shown.value = { card, face: { kind: 'opening' }, numbers: undefined, trouble: undefined, noting, next, release };
    return readFace(card.card);
  };
  const isSending = (): boolean => shown.value?.release?.view.value.step === 'sending';
  const post = async (card: string, body: unknown): Promise<Untaken | undefined> => {
    const answer = await http.post(pathOf(tools, `cards/${card}/acts`), body);
    if (answer.kind === 'ok') return undefined;
    if (answer.kind === 'refused' && answer.status === HANDS_FULL) return 'full';
    return answer.kind === 'refused' && answer.status === TAKEN_BACK ? 'taken-back' : actRefusal(answer);
  };
  /**
   * Seals another face and reads it again. Without facts, those of the card stay as they are.
   *
   * @param from the version of the face that this one is made from: it may be read again while anything is awaited
   */
  const rewrite = async (card: string, face: Face, from = version, facts?: CardFacts): Promise<Noting> => {
    const sealed = await sealNote(await tools.sealTo(tools.service), facePlace(tools.service, card), writeFace(face));
    if (sealed === undefined) return 'no-keys';
    if (sealed.file.length > LONGEST_PART) return 'too-long';
    const body = { face: sealed.file, devices: sealed.devices, version: from, ...(facts && written(facts)) };
    const answer = await http.post(pathOf(tools, `cards/${card}/face`), body);
    const outcome: Noting = answer.kind === 'ok' ? 'kept' : refusal(answer);
    // Also after a lost answer: the face says what is on it.
    if (outcome === 'kept' || outcome === 'meanwhile' || outcome === 'unreachable') await readFace(card);
    return outcome;
  };
  const faceOf = (card: string): Face | undefined =>
    shown.value?.card.card === card && shown.value.face.kind === 'open' ? shown.value.face.face : undefined;
  /** Puts a call among the notes of a card that is still shown; once more when a colleague wrote first. */
  const keepCall = async (card: string, call: CardNote): Promise<Calling> => {
    let outcome: Noting = 'meanwhile';
    for (let tries = 0; tries < 2 && outcome === 'meanwhile'; tries += 1) {
      const face = faceOf(card);
      if (face === undefined) return 'counted';
      if (hasCall(face, call)) return 'kept';
      outcome = await rewrite(card, noted(face, call));
    }
    if (outcome === 'kept') return 'kept';
    // Also after a lost answer: the face says what is on it.
    const face = faceOf(card);
    return face !== undefined && hasCall(face, call) ? 'kept' : 'counted';
  };
  /**
   * Something of it has changed, so that its text is another one, which does not hurry: the keyboard stays where it is. A text of which
   * nobody knows whether it is on its way stays as it is.
   */
  const anew = (card: Card): void => {
    if (shown.value?.card.card !== card.card) return;
    change(card.card, { card, next: false });
    const { release } = shown.value;
    if (release !== undefined && ['sending', 'unknown', ...(card.mine ? ['sent'] : [])].includes(release.view.value.step)) return;
    release?.close();
    change(card.card, { release: releaseOf(card) });
  };
  const giveBack = async (card: string): Promise<void> => {
    if ((await post(card, { act: 'give-back' })) === undefined) held = held.filter((each) => each !== card);
  };
  const take = async (languages: readonly string[]): Promise<Taking> => {
    const before = shown.value?.card;
    const answer = await http.post(pathOf(tools, 'next'), { languages, knows: held });
    if (answer.kind !== 'ok') {
      const why = refusal(answer);
      if (answer.kind === 'refused' && answer.status === HANDS_FULL) return 'full';
      return why === 'gone' ? 'none' : why;
    }
    const card = readCard(members(answer.value)['card']);
    const showing = show(card, true);
    // Only now: given back before, it would be the next one itself.
    if (before?.mine === true && before.card !== card.card) await giveBack(before.card);
    await showing;
    await worklist.look();
    return 'taken';
  };
  return {
    shown,
    faces,
    next(languages) {
      taking ??= take(languages).finally(() => {
        taking = undefined;
      });
      return taking;
    },
    async open(card) {
      // What became of a text that is under way is seen where it was sent.
      if (isSending()) return;
      await show(card);
    },
    async act(act) {
      const card = shown.value?.card;
      if (card === undefined) return false;
      const trouble = await post(card.card, act === 'never' ? { act, seen: seenOf(conversations) } : { act });
      await worklist.look();
      // The way to the conversation is in the list.
      if (trouble === 'unread') await conversations.look();
      change(card.card, { trouble });
      if (trouble !== undefined) return false;
      if (act !== 'take') held = held.filter((each) => each !== card.card);
      if (act === 'take') await show({ ...card, ...listed(card.card), mine: true });
      else if (shown.value?.card.card === card.card) leave();
      return true;
    },
    async called(place) {
      const card = shown.value?.card;
      if (card === undefined) return undefined;
      const at = clock.now();
      const trouble = await post(card.card, { act: 'called', place });
      change(card.card, { trouble });
      const came = trouble === undefined ? await keepCall(card.card, { at, by: tools.name, text: '', called: place }) : undefined;
      await sent(card.card);
      const release = shown.value?.card.card === card.card ? shown.value.release : undefined;
      // A call is a contact: whether it may be written to now is another matter.
      if (trouble === undefined && release !== undefined) unattended(release.draft(release.view.value.place, release.view.value.language));
      return came;
    },
    async showNumbers() {
      const card = shown.value?.card.card;
      if (card === undefined) return;
      const part = await openNumbers(tools, card, 'numbers');
      if (part.kind !== 'open') {
        change(card, { trouble: part.kind });
        return;
      }
      change(card, { numbers: part.value, trouble: undefined });
      cancelHiding();
      cancelHiding = clock.after(SHOWN_FOR, hideNumbers);
    },
    hideNumbers,
    writeNote(text) {
      if (shown.value !== undefined) shown.value = { ...shown.value, noting: text.slice(0, LONGEST_CARD_NOTE) };
    },
    async note() {
      const now = shown.value;
      if (now?.face.kind !== 'open') return 'gone';
      const { card } = now.card;
      const at = clock.now();
      let outcome = await rewrite(card, noted(now.face.face, { at, by: tools.name, text: now.noting.trim() }));
      if (outcome === 'unreachable' && hasNote(shown.value, card, at)) outcome = 'kept';
      if (outcome === 'kept' && shown.value?.noting === now.noting) change(card, { noting: '' });
      return outcome;
    },
    async prove(words) {
      const now = shown.value;
      if (now?.face.kind !== 'open') return 'gone';
      return rewrite(now.card.card, { ...now.face.face, proof: words.slice(0, MOST_PROOF).map((word) => word.slice(0, LONGEST_PROOF)) });
    },
    async setFacts(facts) {
      const now = shown.value;
      if (now?.face.kind !== 'open') return 'gone';
      const { card } = now.card;
      const from = version;
      const stands = await cardOf(tools, card);
      if (typeof stands === 'string') return stands;
      if (!stands.mine) {
        anew(stands);
        change(card, { trouble: 'meanwhile' });
        return 'refused';
      }
      // An earlier press may have written them though its answer was lost.
      const isWritten = isSame(stands, facts);
      if (!isWritten && !isSame(stands, now.card)) {
        anew(stands);
        return 'meanwhile';
      }
      const outcome = isWritten ? 'kept' : await rewrite(card, now.face.face, from, facts);
      if (outcome === 'kept' || outcome === 'unreachable') await worklist.look();
      if (outcome === 'kept') anew({ ...now.card, ...listed(card), ...facts, mine: true });
      return outcome;
    },
    async consent(said) {
      const card = shown.value?.card;
      if (card === undefined || isSending()) return false;
      const trouble = await post(card.card, said === undefined ? { act: 'withdraw' } : { act: 'consent', ...said });
      await worklist.look();
      change(card.card, { trouble });
      if (trouble === undefined) anew({ ...card, ...listed(card.card), consent: said && { ...said, by: tools.name } });
      return trouble === undefined;
    },
    leave() {
      if (!isSending()) leave();
    },
    close() {
      leave();
      faces.value = new Map();
    },
  };
}

/** Conversations that wait and were read here, each as far as it was. */
const seenOf = ({ threads, looks }: Conversations): readonly { readonly thread: string; readonly words: number }[] =>
  (threads.value ?? []).flatMap(({ thread, waits }) => {
    const look = looks.value.get(thread);
    return waits && look?.opens === true ? [{ thread, words: look.words }] : [];
  });

const written = ({ language, window }: CardFacts): Readonly<Record<string, unknown>> => ({ language, ...(window && { window }) });
const isSame = (one: CardFacts, other: CardFacts): boolean =>
  one.language === other.language && one.window?.from === other.window?.from && one.window?.to === other.window?.to;

/** Whether somebody noted something on the shown card at this moment. */
const hasNote = (shown: ShownCard | undefined, card: string, at: number): boolean =>
  shown?.card.card === card && shown.face.kind === 'open' && shown.face.face.notes.some((note) => note.at === at);
