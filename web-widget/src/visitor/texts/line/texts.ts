/** Words about whom there is for whom; fetched with their screens. */

import type { LaneNames } from '../../../kernel/lanes.ts';
import type { Preference } from '../../session-view.ts';

export interface LineWords {
  readonly lanes: {
    readonly question: string;
    /** Lane → words; a lane without words is shown as it is called. */
    readonly names: LaneNames;
    readonly noClients: string;
  };
  readonly wishes: {
    readonly title: string;
    readonly gender: string;
    readonly profession: string;
    readonly any: string;
    readonly names: Readonly<Record<string, string>>;
    readonly advice: string;
    readonly outside: string;
    readonly outsideHow: string;
  };
  /** Nobody on duty speaks the language now. */
  readonly nobody: (language: string) => string;
  readonly ways: string;
  readonly noOther: string;
  readonly interpreter: (language: string) => string;
  readonly interpreterHow: string;
  readonly writeIn: (language: string) => string;
  readonly message: string;
  readonly asks: Readonly<Record<Exclude<Preference, 'language'>, string>>;
  readonly nothingWithout: string;
  readonly breathing: { readonly offer: string; readonly stop: string; readonly how: string; readonly inward: string; readonly outward: string };
  readonly yes: string;
  readonly no: string;
}
