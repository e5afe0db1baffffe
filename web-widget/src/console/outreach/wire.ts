/** What the channels' port says of outreach, read without trusting its shape (`outreach.yaml`). */

import { HOWS, type Yes } from '../../courtesy/cells.ts';
import { list, members, number, text } from '../login/read.ts';

const WHYS = [
  'stopped',
  'call-only',
  'blocked',
  'silence',
  'too-soon',
  'reminded',
  'nothing-to-remind-of',
  'three-a-year',
  'nobody-wrote',
  'consent-decayed',
  'too-late',
  'no-consent',
  'day-over',
  'stop-day-over',
  'no-hour',
  'old-code',
] as const;
const STAGES = ['new', 'contacted', 'reminded', 'replied', 'stopped', 'call-only'] as const;
const STATES = ['received', 'queued', 'sent', 'delivered', 'failed', 'perhaps', 'stopped', 'again', 'answered'] as const;
const LOST = ['failed', 'perhaps', 'again'] as const;
const OCCASIONS = ['first', 'reminder', 'answer', 'automatic', 'opt-out', 'undo'] as const;
const CAMPAIGN_STATES = ['proposed', 'approved', 'stopped', 'done'] as const;
const OPENINGS = ['first', 'reminder', 'content-free'] as const;
/** Where numbers come from. */
export const SOURCES = ['advert', 'self', 'partner', 'street', 'other'] as const;
const KINDS = ['mobile', 'call-only', 'none', 'short'] as const;

export type Source = (typeof SOURCES)[number];
/** `other`: a reason that this console does not know. */
export type Why = (typeof WHYS)[number] | 'other';
export type Stage = (typeof STAGES)[number];
export type MessageState = (typeof STATES)[number];
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** When something may go out; `at` in ms since 1970. */
export type Permission =
  | { readonly may: 'now' }
  | { readonly may: 'later'; readonly at: number }
  | { readonly may: 'never'; readonly why: Why };

/** Minutes of the day in Oslo; may run over midnight. */
export interface SafeTime {
  readonly from: number;
  readonly to: number;
}

/** That the person said yes to be written to first on WhatsApp. */
export interface Consent extends Yes {
  /** Who noted it; empty when they are gone. */
  readonly by: string;
}

/** A contact card without what is sealed. */
export interface Card {
  readonly card: string;
  /** Two letters. */
  readonly language: string;
  readonly stage: Stage;
  readonly numbers: number;
  readonly adverts: number;
  readonly window: SafeTime | undefined;
  /** Where its numbers come from. */
  readonly source: Source;
  /** The day on which they were entered, such as `2026-11-20`; empty when the server does not say. */
  readonly made: string;
  /** The day it is deleted, such as `2027-11-20`. */
  readonly ends: string;
  /** The last day when somebody contacted it first; empty when nobody did. */
  readonly begun: string;
  readonly permission: Permission;
  /** Who holds it; empty when nobody does. */
  readonly by: string;
  readonly mine: boolean;
  /** Undefined when nobody noted one. */
  readonly consent: Consent | undefined;
  /** Other cards of the service with one of its numbers. */
  readonly shared: number;
}

export interface Counts {
  readonly cards: number;
  readonly numbers: number;
  readonly adverts: number;
  readonly contacted: number;
  readonly replied: number;
  readonly stopped: number;
}

/** What a number is worth: `none` is no number, `short` an emergency, short or service number. */
export interface Worth {
  readonly kind: (typeof KINDS)[number];
  readonly e164: string;
  readonly stopped: boolean;
  /** Whether somebody contacted it first, in 13 months. */
  readonly begun: boolean;
  /** The day on which they took back a yes to WhatsApp, in 13 months; empty when they did not. */
  readonly withdrawn: string;
  readonly cards: readonly string[];
  /** Safe times of cards of the service with the number. */
  readonly windows: readonly SafeTime[];
}

export interface Thread {
  readonly thread: string;
  readonly at: number;
  /** For an answer. */
  readonly waits: boolean;
  /** When they began to wait; of one that does not wait, when something was written last. */
  readonly since: number;
  /** The answer that is known not to have arrived; empty when none is. */
  readonly unanswered: string;
  /** How many texts of theirs came that wait for an answer, ever. */
  readonly words: number;
  /** A card of the service with that number; empty when there is none. */
  readonly card: string;
  readonly language: string;
  readonly by: string;
  readonly mine: boolean;
  readonly stopped: boolean;
  /** What became of the newest text to them, when it was lost. */
  readonly lost: (typeof LOST)[number] | undefined;
  /** Where it waits, for whoever is on duty, though an answer may come too late. A server that does not say rings. */
  readonly rings: boolean;
  readonly answerable: Permission;
}

export interface SealedMessage {
  readonly message: string;
  readonly inward: boolean;
  readonly at: number;
  /** Who released it; empty when it was sent by itself. */
  readonly by: string;
  readonly occasion: (typeof OCCASIONS)[number] | undefined;
  readonly state: MessageState;
  /** When a queued one goes out; undefined otherwise. */
  readonly due: number | undefined;
  readonly file: string;
}

export interface Campaign {
  readonly campaign: string;
  readonly by: string;
  readonly mine: boolean;
  /** By whom; empty when nobody did. */
  readonly approved: string;
  readonly at: number;
  readonly state: CampaignState;
  readonly cards: number;
  readonly sent: number;
  readonly refused: number;
  /** They get nothing: their language had no text when it was approved. */
  readonly without: number;
  /** Of those sent, as far as providers told. */
  readonly delivered: number;
  readonly lost: number;
  readonly perhaps: number;
}

/** What a campaign would send to the cards of a language; no texts: there is none in the language. */
export interface CampaignTexts {
  readonly language: string;
  readonly cards: number;
  readonly texts: readonly { readonly opening: (typeof OPENINGS)[number]; readonly text: string }[];
}

/** The word when it is one of these. */
const oneOf = <T extends string>(words: readonly T[], value: unknown): T | undefined => words.find((word) => word === value);

export const readWhy = (value: unknown): Why | undefined => oneOf(WHYS, value);

export function readPermission(value: unknown): Permission {
  const json = members(value);
  if (json['may'] === 'now') return { may: 'now' };
  const at = Date.parse(text(json['at']));
  if (json['may'] === 'later' && !Number.isNaN(at)) return { may: 'later', at };
  return { may: 'never', why: readWhy(json['why']) ?? 'other' };
}

function readWindow(value: unknown): SafeTime | undefined {
  const { from, to } = members(value);
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined;
}

function readConsent(value: unknown): Consent | undefined {
  const json = members(value);
  const how = oneOf(HOWS, json['how']);
  return how === undefined ? undefined : { how, day: text(json['day']), by: text(json['by']) };
}

export function readCard(value: unknown): Card {
  const json = members(value);
  return {
    card: text(json['card']),
    language: text(json['language']),
    stage: oneOf(STAGES, json['stage']) ?? 'stopped',
    numbers: number(json['numbers']),
    adverts: number(json['adverts']),
    window: readWindow(json['window']),
    source: oneOf(SOURCES, json['source']) ?? 'other',
    made: text(json['made']),
    ends: text(json['ends']),
    begun: text(json['begun']),
    permission: readPermission(json['permission']),
    by: text(json['by']),
    mine: json['mine'] === true,
    consent: readConsent(json['consent']),
    shared: number(json['shared']),
  };
}

export function readCounts(value: unknown): Counts {
  const json = members(value);
  const of = (name: keyof Counts): number => number(json[name]);
  return {
    cards: of('cards'),
    numbers: of('numbers'),
    adverts: of('adverts'),
    contacted: of('contacted'),
    replied: of('replied'),
    stopped: of('stopped'),
  };
}

export function readWorth(value: unknown): Worth {
  const json = members(value);
  return {
    kind: oneOf(KINDS, json['kind']) ?? 'none',
    e164: text(json['e164']),
    stopped: json['stopped'] === true,
    begun: json['begun'] === true,
    withdrawn: text(json['withdrawn']),
    cards: list(json['cards']).map(text),
    windows: list(json['windows']).flatMap((each) => readWindow(each) ?? []),
  };
}

export function readThread(value: unknown): Thread {
  const json = members(value);
  const [at, since] = [Date.parse(text(json['at'])), Date.parse(text(json['since']))];
  return {
    thread: text(json['thread']),
    at,
    waits: json['waits'] === true,
    since: Number.isNaN(since) ? at : since,
    unanswered: text(json['unanswered']),
    words: number(json['words']),
    card: text(json['card']),
    language: text(json['language']),
    by: text(json['by']),
    mine: json['mine'] === true,
    stopped: json['stopped'] === true,
    lost: oneOf(LOST, json['lost']),
    rings: json['rings'] !== false,
    answerable: readPermission(json['answerable']),
  };
}

export function readMessage(value: unknown): SealedMessage {
  const json = members(value);
  const due = Date.parse(text(json['due']));
  return {
    message: text(json['message']),
    inward: json['inward'] === true,
    at: Date.parse(text(json['at'])),
    by: text(json['by']),
    occasion: oneOf(OCCASIONS, json['occasion']),
    // A state that this console does not know: nobody here can tell what became of it.
    state: oneOf(STATES, json['state']) ?? 'perhaps',
    due: Number.isNaN(due) ? undefined : due,
    file: text(json['file']),
  };
}

export function readCampaign(value: unknown): Campaign {
  const json = members(value);
  return {
    campaign: text(json['campaign']),
    by: text(json['by']),
    mine: json['mine'] === true,
    approved: text(json['approved']),
    at: Date.parse(text(json['at'])),
    state: oneOf(CAMPAIGN_STATES, json['state']) ?? 'stopped',
    cards: number(json['cards']),
    sent: number(json['sent']),
    refused: number(json['refused']),
    without: number(json['without']),
    delivered: number(json['delivered']),
    lost: number(json['lost']),
    perhaps: number(json['perhaps']),
  };
}

export const readCampaignTexts = (value: unknown): readonly CampaignTexts[] =>
  list(value).map((each) => {
    const json = members(each);
    const texts = list(json['texts']).flatMap((said) => {
      const opening = oneOf(OPENINGS, members(said)['opening']);
      return opening === undefined ? [] : [{ opening, text: text(members(said)['text']) }];
    });
    return { language: text(json['language']), cards: number(json['cards']), texts };
  });
