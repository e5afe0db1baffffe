/** What the widget's screens see and may ask of the visit. Implemented by `session.ts`. */

import type { ReadonlySignal } from '@preact/signals';
import type { StopReason } from '../talk/stop.ts';
import type { TalkView } from '../talk/view.ts';
import type { HelpCalled, VisitFiles } from './chat-files.ts';
import type { Letters, LettersBegin } from './letters-view.ts';

export type { HelpCalled, VisitFiles };

/** Another organisation by phone, or another service of this server. */
export interface Elsewhere {
  readonly name: string;
  readonly phone?: string;
  readonly service?: string;
}

export type Admits = 'welcome' | NotNow;
/** Why somebody new is not taken although somebody is there. */
export type NotNow = 'closing' | 'long' | 'full' | 'closed-to-new' | 'winding-down';

/** How it is in one lane now. */
export type LaneInfo = Pick<ServiceInfo, 'state' | 'opensAt' | 'admits' | 'closesAt'>;

/** Answer of GET /api/v1/services/<id>. */
export interface ServiceInfo {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  /** Language tag → the service's own words: a short line, and what happens with what is written. */
  readonly welcome?: Readonly<Record<string, string>>;
  readonly kept?: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly lanes: readonly string[];
  readonly retentionDays: number;
  readonly state: 'open' | 'busy' | 'late' | 'closed';
  readonly waiting: number;
  /** Those of its languages that somebody on duty speaks now; without it, all. */
  readonly spoken?: readonly string[];
  readonly opensAt: string | null;
  readonly lateSince: string | null;
  readonly now: string;
  readonly answersNow: Elsewhere | null;
  /** Who will answer instead, when nobody does now. */
  readonly answersLater?: (Elsewhere & { readonly from: string }) | null;
  /** Whether somebody new is taken into the line, and if not, why; without it, whoever comes. */
  readonly admits?: Admits;
  readonly closesAt?: string | null;
  /** Lanes in which it is otherwise than in the service as a whole. */
  readonly limitedLanes?: Readonly<Record<string, LaneInfo>>;
  readonly emergency: readonly { readonly number: string; readonly kind: string }[];
  /** What staff are obliged to do, by language; told before somebody writes. */
  readonly duty?: Readonly<Record<string, string>>;
  /** Neutral page for quick exit. */
  readonly exit: string;
}

/** What visitors may give up while they wait. */
export type Preference = 'profession' | 'gender' | 'language';

/** The server asks whether the visitor gives something up. */
export interface LineQuestion {
  readonly number: number;
  readonly preference: Preference;
}

/** Whom the line has for the visitor. */
export interface LineMatch {
  readonly question: LineQuestion | undefined;
  /** Languages that somebody on duty speaks now. */
  readonly spoken: readonly string[];
  /** Whether one of them is the visitor's, or one that they can do with. */
  readonly understood: boolean;
}

/** What a visitor gives up, or keeps; `language`: another one that they can do with. */
export interface Relaxing {
  readonly preference: Preference;
  readonly yes: boolean;
  readonly language?: string;
  /** Of the question that this answers. */
  readonly number?: number;
}

export type WaitBand = 'unknown' | 'under-5' | '5-15' | 'over-15';

/** `removed`, `silent` and `given`: the service left the visitor. `gone`: away for too long; `lost`: away only shortly, and the server knows nothing of the visit any more. */
export type EndedBy = 'visitor' | 'staff' | 'gone' | 'lost' | 'limit' | 'deleted' | LeftBy;

/** Why the service left a chat; its page rings again by itself, and stands in front. */
export type LeftBy = 'removed' | 'silent' | 'given';

export type VisitState =
  | { readonly kind: 'loading' }
  /** The service did not answer; retried by itself. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'start'; readonly service: ServiceInfo }
  | {
      readonly kind: 'waiting';
      readonly service: ServiceInfo;
      readonly position: number;
      readonly band: WaitBand;
      readonly connected: boolean;
      /** As the line told it. */
      readonly match?: LineMatch | undefined;
      /** The chat before this ring was left by the service. */
      readonly left?: LeftBy | undefined;
      /** They stand in front as somebody in danger now, as the line told it. */
      readonly danger?: boolean | undefined;
    }
  /** A worker took the chat; the page checks who it is. `alone`: they have no connection now, as the server told. */
  | { readonly kind: 'checking'; readonly service: ServiceInfo; readonly alone?: boolean | undefined }
  | { readonly kind: 'talking'; readonly service: ServiceInfo; readonly talk: TalkView }
  | { readonly kind: 'ended'; readonly service: ServiceInfo; readonly by: EndedBy }
  | {
      readonly kind: 'stopped';
      /** `unconfirmed`: before any chat, nothing leads from the pin to those who answer. */
      readonly reason: StopReason | 'unconfirmed';
      readonly code: number | undefined;
      readonly service?: ServiceInfo;
    }
  /** The ring was refused; the page shows why and may ring again. */
  | { readonly kind: 'refused'; readonly service: ServiceInfo; readonly why: 'closed' | 'full' | 'unknown'; readonly left?: LeftBy | undefined };

export interface VisitorSession {
  readonly state: ReadonlySignal<VisitState>;
  /** The page was loaded anew, and what it kept is not to be had any more. */
  readonly lost: ReadonlySignal<boolean>;
  /** Lets the page come back after it is loaded anew; answers what its address must hold, or undefined when that cannot be. */
  keep(): Promise<string | undefined>;
  /** The page cannot come back any more. Never fails. */
  letGo(): void;
  /** Forgets every key and word without an end of the visit: the page may come back. */
  suspend(): void;
  /** `language` is BCP 47; `lane` one of the service's; `wishes` at most 8 of at most 32 characters. */
  ring(lane: string, language: string, wishes?: readonly string[]): void;
  /** Rings once more after a refusal, as before. */
  again(language?: string): void;
  /** Whoever waits is in danger now: they stand in front, in the place that they have. Said until the server knows. */
  danger(): void;
  /** Whether they said so and the server never answered that it knows: not the line, and no call for help out of the chat. */
  unsaid(): boolean;
  /** Letters and return codes, fetched when they are needed. Fails when they cannot be had. */
  letters(begin: LettersBegin, language: () => string): Promise<Letters>;
  /** Files of the running chat, fetched when it begins. Fails when they cannot be had. */
  files(): Promise<VisitFiles>;
  /** Seals and sends; answers false, and keeps nothing, when the chat may not send now. */
  send(text: string): boolean;
  typing(): void;
  /** Tells the server that somebody is here; false when that cannot be told now. */
  here(): boolean;
  /** Answers whether the colleague that the page asks about may join or take over. */
  answer(yes: boolean): void;
  /** Asks that a member leaves; `device` as in the view of the talk. */
  wishAway(device: string): void;
  /** Gives up something that was wished for, or keeps it. Without effect outside the line. */
  relax(what: Relaxing): void;
  /** Leaves the line or ends the chat. */
  leave(): void;
  /** *Delete now*: ends the visit and deletes everything of it. Fails unless the server says that it did. */
  erase(): Promise<void>;
  /** Quick exit: revoke at once, forget every key and word, close. Never fails, works offline. */
  vanish(): void;
}
