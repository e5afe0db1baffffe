/** The one card that is open: its face, its numbers while they are shown, and the text to it. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { MINUTE } from '../../kernel/clock.ts';
import { members } from '../login/read.ts';
import { sealNote } from '../sealed/note.ts';
import { openFace, openNumbers } from './parts.ts';
import { createRelease, type Release } from './release.ts';
import { facePlace, LONGEST_CARD_NOTE, LONGEST_PART, noted, writeFace, type CardNumber, type Face } from './sealed.ts';
import { pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readCard, type Card } from './wire.ts';
import type { Worklist } from './worklist.ts';

/** Numbers are hidden again after this. */
const SHOWN_FOR = MINUTE;
/** Names of cards that were opened, for the list; the oldest go first. */
const MOST_FACES = 200;

export type CardAct = 'take' | 'give-back' | 'never' | 'delete';
export type FaceView = { readonly kind: 'opening' } | { readonly kind: 'open'; readonly face: Face } | { readonly kind: Refusal | 'not-here' };

export interface ShownCard {
  readonly card: Card;
  readonly face: FaceView;
  /** Undefined while they are hidden. */
  readonly numbers: readonly CardNumber[] | undefined;
  /** The last act did not happen. */
  readonly trouble: Refusal | 'not-here' | undefined;
  /** The text to it; undefined on a card of somebody else or of nobody. */
  readonly release: Release | undefined;
}

/** `meanwhile`: a colleague wrote first; the face was read again, and the note is not on it. */
export type Noting = 'kept' | 'too-long' | 'no-keys' | Refusal;

export interface CardDesk {
  readonly shown: ReadonlySignal<ShownCard | undefined>;
  /** Faces that were opened here, by card; at most 200. */
  readonly faces: ReadonlySignal<ReadonlyMap<string, Face>>;
  /** Takes the next card that may be contacted now. */
  next(languages: readonly string[]): Promise<'taken' | 'none' | Refusal>;
  open(card: Card): Promise<void>;
  act(act: CardAct): Promise<boolean>;
  /** Somebody called the number at this place of the card. */
  called(place: number): Promise<boolean>;
  showNumbers(): Promise<void>;
  hideNumbers(): void;
  note(text: string): Promise<Noting>;
  leave(): void;
  close(): void;
}

export function createCardDesk(tools: OutreachTools, worklist: Pick<Worklist, 'cards' | 'look'>): CardDesk {
  const { http, clock } = tools;
  const shown = signal<ShownCard | undefined>(undefined);
  const faces = signal<ReadonlyMap<string, Face>>(new Map());
  /** Version of the shown face, as the server counts. */
  let version = 0;
  let cancelHiding = (): void => undefined;

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
      change(card, { face: { kind: part.kind } });
      return;
    }
    const { face } = part.value;
    if (shown.value?.card.card !== card) return;
    version = part.value.version;
    change(card, { face: { kind: 'open', face } });
    faces.value = new Map([...[...faces.value].filter(([id]) => id !== card).slice(1 - MOST_FACES), [card, face]]);
  };
  const show = (card: Card): Promise<void> => {
    leave();
    const release = card.mine ? createRelease(tools, card) : undefined;
    shown.value = { card, face: { kind: 'opening' }, numbers: undefined, trouble: undefined, release };
    return readFace(card.card);
  };
  const post = async (card: string, body: unknown): Promise<Refusal | undefined> => {
    const answer = await http.post(pathOf(tools, `cards/${card}/acts`), body);
    return answer.kind === 'ok' ? undefined : refusal(answer);
  };
  return {
    shown,
    faces,
    async next(languages) {
      const before = shown.value?.card;
      const answer = await http.post(pathOf(tools, 'next'), { languages });
      if (answer.kind !== 'ok') {
        const why = refusal(answer);
        return why === 'gone' ? 'none' : why;
      }
      const card = readCard(members(answer.value)['card']);
      const showing = show(card);
      // Only now: given back before, it would be the next one itself.
      if (before?.mine === true && before.card !== card.card) await post(before.card, { act: 'give-back' });
      await showing;
      await worklist.look();
      return 'taken';
    },
    open: show,
    async act(act) {
      const card = shown.value?.card;
      if (card === undefined) return false;
      const trouble = await post(card.card, { act });
      await worklist.look();
      change(card.card, { trouble });
      if (trouble !== undefined) return false;
      const now = worklist.cards.value?.find((each) => each.card === card.card);
      if (act === 'take') await show({ ...card, ...now, mine: true });
      else if (shown.value?.card.card === card.card) leave();
      return true;
    },
    async called(place) {
      const card = shown.value?.card.card;
      if (card === undefined) return false;
      const trouble = await post(card, { act: 'called', place });
      change(card, { trouble });
      await worklist.look();
      return trouble === undefined;
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
    async note(text) {
      const now = shown.value;
      if (now?.face.kind !== 'open') return 'gone';
      const { card, language, window } = now.card;
      const face = noted(now.face.face, { at: clock.now(), by: tools.name, text: text.slice(0, LONGEST_CARD_NOTE) });
      const sealed = await sealNote(await tools.sealTo(tools.service), facePlace(tools.service, card), writeFace(face));
      if (sealed === undefined) return 'no-keys';
      if (sealed.file.length > LONGEST_PART) return 'too-long';
      const body = { face: sealed.file, devices: sealed.devices, version, language, ...(window && { window }) };
      const answer = await http.post(pathOf(tools, `cards/${card}/face`), body);
      const outcome = answer.kind === 'ok' ? 'kept' : refusal(answer);
      // Also after a lost answer: the face says whether the note is on it.
      if (outcome === 'kept' || outcome === 'meanwhile' || outcome === 'unreachable') await readFace(card);
      return outcome;
    },
    leave,
    close() {
      leave();
      faces.value = new Map();
    },
  };
}
