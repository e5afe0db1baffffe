/** Words of the outreach page, complete in each language; loaded with the page. */

import type { Column, FileFault } from '../../courtesy/sheet.ts';
import type { Yes } from '../../courtesy/cells.ts';
import type { Fault as RowFault } from '../../courtesy/import.ts';
import type { Verdict } from '../outreach/candidates.ts';
import type { Calling, CardAct, Noting, Untaken } from '../outreach/card-desk.ts';
import type { Answering, ThreadAct } from '../outreach/threads.ts';
import type { CampaignState, Counts, MessageState, Source, Stage, Why } from '../outreach/wire.ts';
import { enOutreach } from './en-outreach.ts';
import { nbOutreach } from './nb-outreach.ts';
import type { Language } from './texts.ts';

export type Tab = 'worklist' | 'threads' | 'campaigns' | 'import' | 'optOuts';

/** What the server finds missing in a text. */
export type Lack = 'link' | 'stop' | 'own-words';

export interface OutreachTexts {
  readonly lead: string;
  readonly service: string;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly parts: string;
  readonly none: string;
  readonly unreachable: string;
  readonly loading: string;
  /** The service that was chosen does not know this browser, or not yet. */
  readonly notHere: string;
  /** Who can open the cards. */
  readonly lone: string;
  readonly closed: (cards: number) => string;
  readonly refusals: Readonly<Record<Untaken | 'not-here', string>>;
  readonly whys: Readonly<Record<Why, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly counts: Readonly<Record<keyof Counts, string>>;
  readonly goesNow: string;
  readonly goesLater: (when: string) => string;
  readonly goesNever: (why: string) => string;
  readonly list: ListTexts;
  readonly card: CardTexts;
  readonly release: ReleaseTexts;
  readonly counter: CounterTexts;
  readonly threads: ThreadsTexts;
  readonly campaigns: CampaignsTexts;
  readonly imports: ImportTexts;
  readonly optOuts: OptOutTexts;
  readonly silence: SilenceTexts;
}

/** After a restore from a backup. */
export interface SilenceTexts {
  readonly title: string;
  readonly text: (until: string) => string;
  readonly end: string;
  readonly lead: string;
  readonly nothingSent: string;
  readonly stopsImported: string;
  readonly press: string;
  readonly ended: string;
  readonly over: string;
}

export interface ListTexts {
  readonly title: string;
  readonly next: string;
  readonly nextNone: string;
  readonly anyLanguage: string;
  readonly language: string;
  readonly empty: string;
  readonly shown: (shown: number, all: number) => string;
  readonly begun: (day: string) => string;
  readonly holds: (name: string) => string;
  readonly mine: string;
  readonly window: (from: string, to: string) => string;
  readonly shared: (count: number) => string;
  readonly open: string;
  readonly openNote: string;
  readonly find: {
    readonly title: string;
    readonly number: string;
    readonly hint: string;
    readonly find: string;
    readonly noNumber: string;
    readonly found: (count: number) => string;
  };
  readonly pages: string;
  readonly page: (n: number) => string;
  readonly back: string;
  readonly on: string;
}

export interface CardTexts {
  readonly none: string;
  readonly noneHint: string;
  readonly names: string;
  readonly seen: string;
  readonly notes: string;
  readonly proof: string;
  readonly nothing: string;
  readonly opening: string;
  readonly from: (source: string, day: string) => string;
  readonly ends: (day: string) => string;
  readonly numbers: (count: number) => string;
  readonly show: string;
  readonly showNote: string;
  readonly hide: string;
  readonly hides: string;
  readonly kinds: Readonly<Record<'mobile' | 'call-only', string>>;
  readonly called: string;
  readonly calling: Readonly<Record<Calling, string>>;
  /** A call among the notes; of a card with several numbers, which one of them. */
  readonly call: (nth: number | undefined) => string;
  readonly callHours: string;
  readonly callNever: string;
  readonly note: string;
  readonly noteHint: string;
  readonly noteKeep: string;
  readonly proofHint: string;
  readonly proofKeep: string;
  readonly noting: Readonly<Record<Noting, string>>;
  readonly facts: Readonly<Record<'title' | 'language' | 'from' | 'to' | 'hint' | 'keep' | 'kept' | 'half' | 'meanwhile', string>>;
  readonly consent: ConsentTexts;
  readonly acts: Readonly<Record<CardAct, string>>;
  readonly neverAsk: string;
  readonly neverText: string;
  readonly neverYes: string;
  readonly deleteAsk: string;
  readonly deleteText: string;
  readonly deleteYes: string;
  readonly takeFirst: string;
  readonly thread: string;
}

export interface ConsentTexts {
  readonly none: string;
  readonly given: string;
  readonly hint: string;
  readonly how: string;
  readonly hows: Readonly<Record<Yes['how'], string>>;
  readonly day: string;
  readonly wrongDay: string;
  readonly by: (name: string) => string;
  readonly keep: string;
  readonly withdraw: string;
  /** The same where the card has no yes. */
  readonly refused: string;
  /** It was noted that they took it back, or never wanted it. */
  readonly took: string;
}

export interface ReleaseTexts {
  readonly title: string;
  readonly occasions: Readonly<Record<'first' | 'reminder', string>>;
  readonly text: string;
  readonly number: string;
  readonly nth: (n: number) => string;
  readonly language: string;
  readonly drafting: string;
  readonly send: string;
  readonly sending: string;
  readonly sentNow: string;
  readonly sentLater: (when: string) => string;
  readonly unknown: string;
  readonly again: string;
  readonly draftAgain: string;
  readonly tooFast: string;
}

export interface CounterTexts {
  readonly segments: (segments: number, units: number, encoding: string) => string;
  readonly forcing: (characters: string) => string;
  readonly plain: string;
  readonly telling: (words: string) => string;
  /** It is no number to which an answer may go, or not that of the conversation. */
  readonly otherNumber: string;
  readonly lacks: Readonly<Record<Lack, string>>;
}

export interface ThreadsTexts {
  readonly title: string;
  readonly empty: string;
  readonly none: string;
  readonly noneHint: string;
  readonly waits: string;
  readonly more: string;
  readonly stopped: string;
  readonly wroteAgain: string;
  /** No hour is left in which an answer may go out. */
  readonly wroteTooLate: string;
  readonly notAnonymous: string;
  readonly numberless: string;
  readonly log: string;
  readonly them: string;
  readonly byItself: string;
  readonly notHere: string;
  readonly wordless: string;
  readonly states: Readonly<Record<MessageState, string>>;
  readonly due: (when: string) => string;
  readonly answer: string;
  readonly link: string;
  readonly send: string;
  readonly again: string;
  readonly answering: Readonly<Record<Exclude<Answering, 'idle'>, string>>;
  readonly acts: Readonly<Record<ThreadAct, string>>;
  readonly back: string;
  readonly card: string;
  readonly deleteText: string;
}

export interface CampaignsTexts {
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly propose: string;
  readonly onlyNew: string;
  readonly find: string;
  readonly found: (count: number) => string;
  readonly proposed: string;
  readonly by: (name: string, when: string) => string;
  readonly approvedBy: (name: string) => string;
  readonly states: Readonly<Record<CampaignState, string>>;
  readonly progress: (sent: number, cards: number, refused: number) => string;
  readonly without: (cards: number) => string;
  readonly read: string;
  readonly approveAsk: string;
  readonly approveText: string;
  readonly inLanguage: (language: string, cards: number) => string;
  readonly noText: string;
  readonly openings: Readonly<Record<'first' | 'reminder' | 'content-free', string>>;
  readonly fate: (delivered: number, lost: number, perhaps: number) => string;
  readonly approve: string;
  readonly stopAsk: string;
  readonly stopText: string;
  readonly stopYes: string;
  readonly ownApproval: string;
  readonly run: string;
  readonly stopRun: string;
  readonly stop: string;
  readonly running: (sent: number) => string;
  readonly runDone: (sent: number) => string;
  readonly runStopped: (sent: number) => string;
  readonly faults: (count: number) => string;
  readonly noNumber: string;
}

export interface ImportTexts {
  readonly title: string;
  readonly lead: string;
  readonly file: string;
  readonly fileHint: string;
  readonly refused: Readonly<Record<FileFault, string>>;
  readonly checking: (done: number, of: number) => string;
  readonly checkAgain: string;
  readonly tooMany: string;
  readonly sums: (cards: number, adverts: number, numbers: number) => string;
  readonly wanted: (count: number) => string;
  readonly ignored: (names: string) => string;
  readonly preview: string;
  readonly columns: Readonly<Record<'rows' | 'name' | 'numbers' | 'language' | 'verdict', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly numbers: (mobile: number, callOnly: number) => string;
  readonly badNumbers: (numbers: string) => string;
  readonly over: (count: number) => string;
  readonly begun: string;
  readonly consents: string;
  readonly tookBack: string;
  /** Cards whose yes is left out. */
  readonly takenBack: (count: number) => string;
  readonly shared: (count: number) => string;
  readonly more: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly problem: (row: number, column: string, what: string) => string;
  readonly leftOut: string;
  readonly wholeRow: string;
  readonly parts: Readonly<Record<Column, string>>;
  readonly faults: Readonly<Record<RowFault, string>>;
  readonly source: string;
  readonly sources: Readonly<Record<Source, string>>;
  readonly ends: string;
  readonly endsHint: string;
  readonly endsWrong: string;
  readonly language: string;
  readonly keep: (count: number) => string;
  readonly goOn: string;
  readonly keeping: (done: number, of: number) => string;
  readonly notTaken: string;
  readonly stop: string;
  readonly kept: (count: number) => string;
  readonly stopped: (kept: number, of: number) => string;
  readonly full: (count: number) => string;
  readonly tooLong: (count: number) => string;
  readonly noNumber: (count: number) => string;
  readonly noKeys: string;
  readonly forget: string;
}

export interface OptOutTexts {
  readonly title: string;
  readonly lead: string;
  readonly file: string;
  readonly numbers: string;
  readonly hint: string;
  readonly keep: string;
  readonly progress: (done: number, of: number) => string;
  readonly done: (kept: number) => string;
  readonly unread: (count: number) => string;
  readonly over: (count: number) => string;
}

export const outreachTexts = (language: Language): OutreachTexts => (language === 'en' ? enOutreach : nbOutreach);
