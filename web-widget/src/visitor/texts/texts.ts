/** Every word a visitor can meet. A language lacking a line does not compile. */

import type { StopReason } from '../../talk/stop.ts';
import type { TalkEvent, Tick } from '../../talk/view.ts';
import type { EndedBy, NotNow, WaitBand } from '../session-view.ts';
import type { Finding } from '../stores/identity-number.ts';
import type { Opening } from '../stores/opening.ts';

export interface Advice {
  readonly title: string;
  /** What happened. */
  readonly what: string;
  /** What the person can do. */
  readonly next: string;
}

export interface Texts {
  /** BCP 47 tag for `lang`, dates, lists and names of languages. */
  readonly tag: string;
  /** The language's own name, for the switch. */
  readonly own: string;
  readonly direction: 'ltr' | 'rtl';
  /** Neutral: it stands in the browser's history. */
  readonly pageTitle: string;
  readonly switchLanguage: string;

  readonly exit: string;
  readonly exitHint: string;
  readonly history: string;

  readonly emergency: {
    readonly title: string;
    /** Where somebody is who is in none of the service's country. */
    readonly abroad: string;
    readonly kinds: Readonly<Record<string, string>>;
    readonly more: string;
    readonly fewer: string;
  };

  /** The page was loaded anew, and its chat cannot be had any more. */
  readonly lost: string;
  readonly loading: string;
  readonly unreachable: Advice;

  readonly open: { readonly title: string; readonly lead: string; readonly ring: string };
  readonly busy: { readonly title: string; readonly lead: (place: number) => string; readonly ring: string };
  readonly late: { readonly title: string; readonly lead: (since: Opening | undefined) => string };
  readonly closed: { readonly title: string; readonly next: (opening: Opening | undefined) => string };
  readonly answersNow: (name: string) => string;
  readonly answersLater: (name: string, from: Opening) => string;
  /** Leads to the other service. */
  readonly goThere: string;
  /** Somebody is there, and takes nobody new. */
  /** Somebody who is in danger now comes first, and is told so. */
  readonly danger: Readonly<Record<'ring' | 'known', string>>;
  readonly notNow: Readonly<Record<NotNow, string>> & { readonly title: string };
  readonly updates: string;
  readonly ahead: (waiting: number) => string;
  readonly leaveLetter: string;
  readonly haveCode: string;
  readonly keepCode: string;
  /** The heading over the facts, for screen readers. */
  readonly facts: string;
  readonly languages: (names: string) => string;
  readonly noName: string;
  readonly stored: (days: number) => string;
  readonly chatLanguage: string;

  readonly phone: {
    readonly question: string;
    readonly shared: string;
    readonly own: string;
    readonly sharedAdvice: string;
    readonly ownAdvice: string;
    /** In place of `ownAdvice` where a page that is loaded anew goes on. */
    readonly comesBack: string;
  };

  readonly waiting: {
    readonly title: (position: number) => string;
    readonly bands: Readonly<Record<WaitBand, string>>;
    readonly lost: string;
    readonly writeAhead: string;
    readonly writeAheadHint: string;
    readonly helpTitle: string;
    readonly help: readonly string[];
    readonly leave: string;
    readonly leaveSure: string;
    readonly letterInstead: string;
    readonly letterInsteadHint: string;
  };

  readonly checking: { readonly title: string; readonly lead: string };

  readonly talk: {
    readonly title: (names: string) => string;
    readonly roles: Readonly<Record<string, string>>;
    readonly readers: (count: number) => string;
    readonly sealed: string;
    readonly notSealed: string;
    readonly reconnecting: string;
    readonly connecting: string;
    readonly away: string;
    readonly typing: (name: string) => string;
    readonly log: string;
    readonly empty: string;
    readonly me: string;
    readonly page: string;
    readonly ticks: Readonly<Record<Tick, string>>;
    readonly write: string;
    readonly send: string;
    /** The page was loaded anew; the text waits. */
    readonly again: string;
    readonly full: string;
    readonly refused: string;
    readonly tooLong: (over: number) => string;
    readonly settings: string;
    readonly showTyping: string;
    readonly leave: string;
    readonly newBelow: string;
    /** A file, before the words for its kind are there. */
    readonly file: string;
  };

  /** Colleagues of the person one writes with. */
  readonly company: {
    readonly yes: string;
    readonly no: string;
    readonly answered: (name: string) => string;
    readonly ask: (name: string) => string;
    readonly events: Readonly<Record<TalkEvent['kind'], (name: string) => string>>;
  };

  readonly leave: { readonly question: string; readonly lead: string; readonly yes: string; readonly no: string };

  readonly warning: {
    readonly titles: Readonly<Record<Finding, string>>;
    readonly lead: string;
    readonly change: string;
    readonly send: string;
  };

  readonly ended: {
    readonly titles: Readonly<Record<EndedBy, string>>;
    readonly leads: Readonly<Record<EndedBy, string>>;
    readonly kept: (days: number) => string;
    readonly show: string;
    readonly hide: string;
    readonly again: string;
  };

  /** *Delete now*. */
  readonly erase: {
    readonly offer: string;
    readonly question: string;
    readonly lead: string;
    readonly yes: string;
    readonly no: string;
    readonly working: string;
    readonly failed: string;
  };

  readonly stopped: {
    readonly reasons: Readonly<Record<StopReason | 'unconfirmed', Advice>>;
    readonly nothing: string;
    readonly code: (code: number) => string;
    readonly again: string;
  };

  readonly refused: Readonly<Record<'closed' | 'full' | 'unknown', Advice>> & { readonly again: string };

  readonly cover: {
    readonly title: string;
    readonly lead: string;
    readonly back: string;
    readonly overTitle: string;
    readonly overLead: string;
  };
}
