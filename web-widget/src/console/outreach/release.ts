/** Releases one text: with an id of its own, so that a lost answer never sends it twice. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { members, text } from '../login/read.ts';
import { openNumbers } from './parts.ts';
import { detailOf, drawId, pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readPermission, readWhy, type Permission } from './wire.ts';

/** Characters of a text. */
export const LONGEST_TEXT = 480;

export type Released =
  | { readonly kind: 'queued'; readonly at: number }
  | { readonly kind: 'refused'; readonly why: Exclude<Refusal, 'unreachable'>; readonly detail: string }
  /** The answer was lost: the same release again tells, and sends nothing twice. */
  | { readonly kind: 'unknown' };

/** Whether a refusal tells that nothing of it is on its way: the server looks for the release before it refuses. */
export const settles = (why: Refusal): boolean => why === 'meanwhile' || why === 'words' || why === 'gone';

/** What is released: a text to a card that one holds, or an answer. */
export type Addressed =
  | { readonly card: string; readonly campaign?: string }
  /** How many texts of theirs had come when it was written: one that came since waits on. */
  | { readonly thread: string; readonly seen: number };

export async function releaseOnce(
  tools: Pick<OutreachTools, 'service' | 'http'>,
  said: Addressed & { readonly release: string; readonly to: string; readonly language?: string; readonly text: string },
): Promise<Released> {
  const answer = await tools.http.post(pathOf(tools, 'releases'), said);
  if (answer.kind === 'ok') return { kind: 'queued', at: Date.parse(text(members(answer.value)['at'])) };
  const why = refusal(answer);
  return why === 'unreachable' ? { kind: 'unknown' } : { kind: 'refused', why, detail: detailOf(answer) };
}

export type Drafted =
  | { readonly kind: 'draft'; readonly occasion: 'first' | 'reminder'; readonly text: string; readonly permission: Permission }
  | { readonly kind: Refusal };

/** Asks what would be sent to a number of a card that one holds. */
export async function draftOf(
  tools: Pick<OutreachTools, 'service' | 'http'>,
  card: string,
  place: number,
  language: string,
): Promise<Drafted> {
  const answer = await tools.http.post(pathOf(tools, `cards/${card}/draft`), { place, language });
  if (answer.kind !== 'ok') return { kind: refusal(answer) };
  const json = members(answer.value);
  const occasion = json['occasion'] === 'reminder' ? 'reminder' : 'first';
  return { kind: 'draft', occasion, text: text(json['text']), permission: readPermission(json['permission']) };
}

export interface ReleaseView {
  readonly step: 'drafting' | 'no-draft' | 'ready' | 'sending' | 'unknown' | 'sent';
  readonly occasion: 'first' | 'reminder';
  readonly text: string;
  readonly permission: Permission;
  /** Which number of the card. */
  readonly place: number;
  readonly language: string;
  /** When it goes out, of one that was sent. */
  readonly at: number;
  /** `not-here`: none of this browser's keys opens the number. */
  readonly trouble: Refusal | 'not-here' | undefined;
  /** What the server said of it; empty when it said nothing. */
  readonly detail: string;
}

/** The text to one card, from the draft until it is on its way. */
export interface Release {
  readonly view: ReadonlySignal<ReleaseView>;
  /** A new draft, with a proof code of its own. */
  draft(place: number, language: string): Promise<void>;
  write(text: string): void;
  /** Opens the number, sends, and forgets it. */
  send(): Promise<void>;
  close(): void;
}

const takesNoTexts = (drafted: Drafted): boolean =>
  drafted.kind === 'draft' && drafted.permission.may === 'never' && drafted.permission.why === 'call-only';

/** The draft to the first number of a card that takes texts; the last one's when none does. */
export async function firstDraft(
  tools: Pick<OutreachTools, 'service' | 'http'>,
  card: { readonly card: string; readonly numbers: number; readonly language: string },
): Promise<{ readonly place: number; readonly drafted: Drafted }> {
  for (let place = 0; ; place += 1) {
    const drafted = await draftOf(tools, card.card, place, card.language);
    if (!takesNoTexts(drafted) || place + 1 >= card.numbers) return { place, drafted };
  }
}

/**
 * Begins with the first draft.
 *
 * @param sent hears that it is on its way
 */
export function createRelease(
  tools: Pick<OutreachTools, 'service' | 'http' | 'keys' | 'random'>,
  card: { readonly card: string; readonly numbers: number; readonly language: string },
  sent: () => void = () => undefined,
): Release {
  let release = drawId(tools.random);
  let closed = false;
  /** How many drafts were asked for: the answer to an older one comes too late. */
  let asked = 0;
  const view = signal<ReleaseView>({
    step: 'drafting',
    occasion: 'first',
    text: '',
    permission: { may: 'now' },
    place: 0,
    language: card.language,
    at: 0,
    trouble: undefined,
    detail: '',
  });
  const change = (next: Partial<ReleaseView>): void => {
    if (!closed) view.value = { ...view.value, ...next };
  };
  const take = (place: number, language: string, drafted: Drafted): void => {
    if (drafted.kind !== 'draft') {
      change({ step: 'no-draft', place, language, text: '', trouble: drafted.kind });
      return;
    }
    const { occasion, permission, text } = drafted;
    change({ step: permission.may === 'never' ? 'no-draft' : 'ready', place, language, occasion, permission, text, trouble: undefined });
  };
  const begin = async (): Promise<void> => {
    const { place, drafted } = await firstDraft(tools, card);
    if (asked === 0) take(place, card.language, drafted);
  };
  begin().catch(() => change({ step: 'no-draft', trouble: 'unreachable' }));
  return {
    view,
    async draft(place, language) {
      // What may be on its way already is not written anew.
      if (['sending', 'unknown', 'sent'].includes(view.value.step)) return;
      change({ step: 'drafting', place, language, trouble: undefined });
      release = drawId(tools.random);
      const mine = (asked += 1);
      const drafted = await draftOf(tools, card.card, place, language);
      if (mine === asked) take(place, language, drafted);
    },
    write(text) {
      if (view.value.step === 'ready') change({ text: text.slice(0, LONGEST_TEXT) });
    },
    async send() {
      const { step, text, place, language } = view.value;
      if ((step !== 'ready' && step !== 'unknown') || text.trim() === '') return;
      change({ step: 'sending', trouble: undefined, detail: '' });
      const numbers = await openNumbers(tools, card.card, 'send');
      if (numbers.kind !== 'open') {
        change({ step, trouble: numbers.kind });
        return;
      }
      const to = numbers.value[place]?.e164;
      if (to === undefined) {
        change({ step, trouble: 'refused' });
        return;
      }
      const released = await releaseOnce(tools, { release, card: card.card, to, language, text });
      if (released.kind === 'queued') {
        change({ step: 'sent', text: '', at: released.at });
        sent();
      } else if (released.kind === 'unknown') change({ step: 'unknown', trouble: 'unreachable' });
      else if (step === 'unknown' && !settles(released.why)) change({ step, trouble: released.why, detail: released.detail });
      else {
        release = drawId(tools.random);
        // Its code was drafted anew elsewhere: the text stays in sight, and another one is drafted on request.
        const old = readWhy(released.detail) === 'old-code';
        change({ step: old ? 'no-draft' : 'ready', trouble: released.why, detail: released.detail });
      }
    },
    close() {
      closed = true;
      view.value = { ...view.value, text: '' };
    },
  };
}
