/** Every word about files, in letters and in a running chat; fetched with their screens. */

import type { Unsendable } from '../../../screen/chosen.ts';
import type { HelpCalled } from '../../session-view.ts';
import type { FileOutcome, FileTrouble } from '../../letters-view.ts';

export interface FileTexts {
  readonly shown: {
    readonly voice: (seconds: number) => string;
      /** A sound whose length nobody said. */
    readonly sound: string;
    readonly image: string;
    readonly pdf: string;
    readonly fetch: string;
    readonly fetching: string;
    readonly failed: string;
    readonly save: string;
    /** It is not what it is called. */
    readonly unfit: string;
    /** Why a chosen file cannot be sent. */
    readonly refused: Readonly<Record<Unsendable, string>>;
  };
  /** After ten minutes without a word of the visitor's. */
  readonly quiet: { readonly title: string; readonly lead: string; readonly here: string };
  /** Whoever took the chat has no connection, and nobody said anything yet. */
  readonly alone: { readonly title: string; readonly lead: string; readonly hint: string };
  /** In a running chat. */
  readonly danger: {
    readonly call: string;
    readonly again: string;
    readonly states: Readonly<Record<'calling' | HelpCalled, string>>;
  };
  readonly chat: {
    readonly voice: string;
    readonly blocked: string;
    readonly attach: string;
    /** Before a file is sent: what is taken out of it, and what is not. */
    readonly image: string;
    readonly asItIs: string;
    readonly tooMany: string;
    readonly send: string;
    readonly outgoing: string;
    readonly sending: string;
    readonly again: string;
    readonly remove: string;
    readonly troubles: Readonly<Record<FileTrouble, string>>;
    /** Why a file is not shown. */
    readonly not: Readonly<Record<Exclude<FileOutcome['kind'], 'open' | 'unfit'>, string>>;
  };
}
