/** Every word about letters and return codes; fetched with their screens. A language lacking a line does not compile. */

import type { LetterStop, LettersState, LetterTrouble } from '../../letters-view.ts';
import type { Opening } from '../../stores/opening.ts';
import type { FileTexts } from '../files/texts.ts';
import type { Advice } from '../texts.ts';

export type Doing = Extract<LettersState, { kind: 'busy' }>['doing'];

export interface LetterTexts {
  readonly back: string;
  readonly troubles: Readonly<Record<LetterTrouble, string>>;

  readonly write: {
    readonly title: string;
    readonly lead: string;
    readonly againTitle: string;
    readonly againLead: string;
    readonly label: string;
    readonly send: string;
    readonly voice: string;
    readonly voiceHint: string;
    readonly voiceBlocked: string;
    readonly file: string;
    readonly fileHint: string;
    readonly tooMany: string;
    readonly tooLong: (over: number) => string;
    readonly remove: string;
    readonly attached: string;
  };

  readonly files: FileTexts['shown'];

  readonly code: {
    readonly title: string;
    readonly why: string;
    readonly show: string;
    readonly hide: string;
    readonly words: string;
    readonly digits: string;
    readonly form: string;
    readonly advice: string;
    readonly settled: string;
    readonly practise: string;
    readonly practiseLabel: string;
    readonly right: string;
    readonly wrong: string;
  };

  readonly typed: {
    readonly unknown: (words: string) => string;
    readonly missingWords: (count: number) => string;
    readonly tooManyWords: string;
    readonly missingDigits: (count: number) => string;
    readonly tooManyDigits: string;
    readonly whole: string;
  };

  readonly keep: {
    readonly title: string;
    readonly lead: string;
    readonly keep: string;
    readonly keptTitle: string;
    readonly keptLead: string;
    readonly ends: (day: string) => string;
    readonly back: string;
    /** While somebody was at the code, the line came to them. */
    readonly answered: string;
    readonly news: string;
    readonly over: string;
  };

  readonly busy: Readonly<Record<Doing, string>> & { readonly lead: string; readonly stop: string };

  readonly sent: {
    readonly title: string;
    readonly from: (opening: Opening | undefined) => string;
    readonly soon: string;
    readonly ends: (date: string) => string;
    readonly noCode: string;
    readonly open: string;
    readonly done: string;
  };

  readonly word: {
    readonly last: string;
    readonly doubt: string;
    readonly next: string;
    readonly lost: string;
  };

  readonly ask: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly open: string;
  };

  readonly box: {
    readonly title: string;
    readonly answers: string;
    readonly none: string;
    readonly unverified: (count: number) => string;
    readonly letters: string;
    readonly leftAt: (when: string) => string;
    readonly ends: (date: string) => string;
    readonly again: string;
    readonly refresh: string;
    readonly ring: string;
    readonly ringWish: string;
    readonly erase: string;
    readonly eraseQuestion: string;
    readonly eraseLead: string;
    readonly eraseYes: string;
    readonly eraseNo: string;
    readonly close: string;
  };

  readonly erased: { readonly title: string; readonly lead: string };
  readonly nobody: Advice;
  readonly stopped: Readonly<Record<LetterStop, Advice>>;
}
