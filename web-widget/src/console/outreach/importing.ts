/** An import: a file that is read here, what the server says of its numbers, and its cards kept five at a time. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../../kernel/clock.ts';
import { todayInOslo } from '../../kernel/oslo.ts';
import { readImport, type Imported, type NewCard, type Problem } from '../../courtesy/import.ts';
import type { FileFault } from '../../courtesy/sheet.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import { list, members, text } from '../login/read.ts';
import { sealNote } from '../sealed/note.ts';
import { advertsOf, candidateOf, endsFits, faceOf, type Candidate } from './candidates.ts';
import { facePlace, LONGEST_PART, numbersPlace, writeFace, writeNumbers } from './sealed.ts';
import { drawId, pathOf, pause, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readWorth, type Source, type Worth } from './wire.ts';

/** Numbers of one question. */
const ASKED_AT_ONCE = 50;
/** Cards of one step. */
const KEPT_AT_ONCE = 5;
/** The keys to which cards are sealed are asked for anew after so many steps. */
const STEPS_WITH_KEYS = 20;
const PATIENCE = 3 * SECOND;
const MOST_TRIES = 5;

export interface Provenance {
  readonly source: Source;
  /** The day on which the cards are deleted. */
  readonly ends: string;
  /** Of contacts of whom the file names none. */
  readonly language: string;
}

/** What became of cards: `known` ones were kept by an earlier try of this import. */
export interface Outcomes {
  readonly kept: number;
  readonly noNumber: number;
  /** The service has 5,000 cards. */
  readonly full: number;
  readonly tooLong: number;
}

export interface ImportView {
  readonly step: 'none' | 'refused' | 'checking' | 'ready' | 'keeping' | 'stopped' | 'done';
  readonly why: FileFault | undefined;
  readonly candidates: readonly Candidate[];
  readonly problems: readonly Problem[];
  /** Columns that nobody reads. */
  readonly ignored: readonly string[];
  readonly numbers: number;
  /** Numbers or cards that the server has had, and how many there are. */
  readonly done: number;
  readonly of: number;
  readonly outcomes: Outcomes;
  readonly trouble: Refusal | 'no-keys' | undefined;
}

export interface Importing {
  readonly view: ReadonlySignal<ImportView>;
  /** Reads a file, and asks the server what its numbers are worth. Nothing is kept. */
  read(bytes: Uint8Array): Promise<void>;
  /** Asks once more for what could not be asked. */
  check(): Promise<void>;
  /** Keeps the cards, or those that are left after a stop; false when the day does not fit. */
  keep(provenance: Provenance): Promise<boolean>;
  /** After the step that is under way. What was kept stays. */
  stop(): void;
  /** Forgets the file, unless its cards are being kept: that goes on, and the outcome stays until the next time. */
  leave(): void;
  /** Forgets the file. */
  forget(): void;
}

const NOTHING: ImportView = {
  step: 'none',
  why: undefined,
  candidates: [],
  problems: [],
  ignored: [],
  numbers: 0,
  done: 0,
  of: 0,
  outcomes: { kept: 0, noNumber: 0, full: 0, tooLong: 0 },
  trouble: undefined,
};

export const wanted = ({ candidates }: Pick<ImportView, 'candidates'>): readonly Candidate[] =>
  candidates.filter(({ verdict }) => verdict === 'keep');

/** In how many adverts the people of the file were seen. */
export const advertsIn = ({ candidates }: Pick<ImportView, 'candidates'>, source: Source): number =>
  candidates.reduce((sum, candidate) => sum + advertsOf(candidate, source), 0);

/** Cards that would be kept without the yes that the file has, as it was taken back. */
export const takenBack = (view: Pick<ImportView, 'candidates'>): number => wanted(view).filter(({ yes }) => yes === 'taken-back').length;

export function createImport(tools: OutreachTools): Importing {
  const { http, clock, service } = tools;
  const view = signal<ImportView>(NOTHING);
  /** Of the file that is open: what an earlier one still awaits is thrown away. */
  let batch = '';
  let cards: readonly { readonly card: string; readonly from: NewCard }[] = [];
  let worths = new Map<string, Worth>();
  let going = new AbortController();

  const change = (of: string, next: Partial<ImportView>): void => {
    if (of === batch) view.value = { ...view.value, ...next };
  };
  const stop = (): void => going.abort();
  const forget = (): void => {
    stop();
    batch = '';
    cards = [];
    worths = new Map();
    view.value = NOTHING;
  };
  /** Tries again what was refused for haste, or whose answer was lost: the same again changes nothing. */
  const patiently = async (path: string, body: unknown): Promise<{ readonly value: unknown } | Refusal> => {
    const ended = going.signal;
    for (let tried = 0; ; tried += 1) {
      const answer = await http.post(pathOf(tools, path), body);
      if (answer.kind === 'ok') return answer;
      const why = refusal(answer);
      if ((why !== 'unreachable' && why !== 'too-fast') || tried + 1 >= MOST_TRIES || ended.aborted) return why;
      await pause(clock, PATIENCE, ended);
    }
  };
  const check = async (): Promise<void> => {
    const mine = batch;
    const asked = [...new Set(cards.flatMap(({ from }) => from.numbers))];
    const left = asked.filter((number) => !worths.has(number));
    going = new AbortController();
    change(mine, { step: 'checking', trouble: undefined, of: asked.length, done: asked.length - left.length });
    for (let from = 0; from < left.length; from += ASKED_AT_ONCE) {
      const numbers = left.slice(from, from + ASKED_AT_ONCE);
      const answer = await patiently('numbers', { numbers });
      if (mine !== batch) return;
      if (typeof answer === 'string') {
        change(mine, { trouble: answer });
        return;
      }
      list(members(answer.value)['numbers']).forEach((each, at) => {
        const number = numbers[at];
        if (number !== undefined) worths.set(number, readWorth(each));
      });
      change(mine, { done: asked.length - left.length + from + numbers.length });
    }
    const candidates = cards.map(({ card, from }) => candidateOf(card, from, worths));
    const numbers = new Set(candidates.flatMap((candidate) => candidate.numbers.map(({ e164 }) => e164))).size;
    change(mine, { step: 'ready', candidates, numbers, done: 0, of: 0 });
  };
  /** Right after a sign-in nobody has stated keys yet. */
  const somebodysKeys = async (ended: AbortSignal): Promise<readonly MailboxKey[]> => {
    for (let tried = 1; ; tried += 1) {
      const keys = await tools.sealTo(service);
      if (keys.length > 0 || tried >= MOST_TRIES || ended.aborted) return keys;
      await pause(clock, PATIENCE, ended);
    }
  };
  const sealed = async (
    candidate: Candidate,
    keys: readonly MailboxKey[],
    { language, source }: Provenance,
  ): Promise<Readonly<Record<string, unknown>> | 'no-keys' | 'too-long'> => {
    const { card, numbers, window, from, yes } = candidate;
    const face = await sealNote(keys, facePlace(service, card), writeFace(faceOf(candidate, clock.now(), tools.name)));
    const kept = await sealNote(keys, numbersPlace(service, card), writeNumbers(numbers));
    if (face === undefined || kept === undefined) return 'no-keys';
    if (Math.max(face.file.length, kept.file.length) > LONGEST_PART) return 'too-long';
    return {
      card,
      face: face.file,
      numbers: kept.file,
      devices: face.devices,
      language: from.language ?? language,
      ...(window && { window }),
      written: numbers.map(({ e164 }) => e164),
      adverts: advertsOf(candidate, source),
      ...(yes !== undefined && yes !== 'taken-back' && { consent: yes }),
    };
  };
  const count = (came: readonly unknown[], tooLong: number): void => {
    const of = (...words: readonly string[]): number => came.filter((each) => words.includes(text(each))).length;
    const { outcomes } = view.value;
    change(batch, {
      outcomes: {
        kept: outcomes.kept + of('kept', 'known'),
        noNumber: outcomes.noNumber + of('no-number'),
        full: outcomes.full + of('full'),
        tooLong: outcomes.tooLong + tooLong,
      },
    });
  };
  /** Keeps one step; what ended it, if anything did. */
  const step = async (few: readonly Candidate[], keys: readonly MailboxKey[], of: Provenance, mine: string): Promise<ImportView['trouble']> => {
    const bodies: Readonly<Record<string, unknown>>[] = [];
    let tooLong = 0;
    for (const candidate of few) {
      const body = await sealed(candidate, keys, of);
      if (body === 'no-keys') return body;
      if (body === 'too-long') tooLong += 1;
      else bodies.push(body);
    }
    const answer =
      bodies.length === 0 ? { value: {} } : await patiently('cards', { batch: mine, source: of.source, ends: of.ends, cards: bodies });
    if (typeof answer === 'string') return answer;
    if (mine === batch) count(list(members(answer.value)['cards']), tooLong);
    return undefined;
  };
  return {
    view,
    async read(bytes) {
      forget();
      const file = readImport(bytes, todayInOslo(clock.now()));
      if (file.kind === 'refused') {
        view.value = { ...NOTHING, step: 'refused', why: file.why };
        return;
      }
      batch = drawId(tools.random);
      cards = file.cards.map((from) => ({ card: drawId(tools.random), from }));
      view.value = { ...NOTHING, ...headOf(file) };
      await check();
    },
    check,
    async keep(provenance) {
      const now = view.value;
      if (now.step !== 'ready' && now.step !== 'stopped') return false;
      if (!endsFits(provenance.ends, clock.now())) return false;
      const mine = batch;
      const all = wanted(now);
      going = new AbortController();
      const ended = going.signal;
      change(mine, { step: 'keeping', of: all.length, trouble: undefined });
      let keys: readonly MailboxKey[] = [];
      for (let at = now.done, steps = 0; at < all.length && !ended.aborted; at += KEPT_AT_ONCE, steps += 1) {
        if (steps % STEPS_WITH_KEYS === 0) keys = await somebodysKeys(ended);
        const few = all.slice(at, at + KEPT_AT_ONCE);
        const trouble = await step(few, keys, provenance, mine);
        if (mine !== batch) return true;
        if (trouble !== undefined) {
          change(mine, { step: 'stopped', trouble });
          return true;
        }
        change(mine, { done: at + few.length });
      }
      if (mine === batch) change(mine, { step: view.value.done < all.length ? 'stopped' : 'done' });
      return true;
    },
    stop,
    leave() {
      if (view.value.step !== 'keeping') forget();
    },
    forget,
  };
}

const headOf = ({ problems, ignored, distinctNumbers }: Imported): Partial<ImportView> => ({
  problems,
  ignored,
  numbers: distinctNumbers,
});
