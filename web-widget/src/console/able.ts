/** What this person can do, and for whom that is right. The server decides in the same way (`havn.matching.Fit`). */

export interface Abilities {
  /** BCP 47 languages that they speak; without one nobody goes on duty. */
  readonly languages: readonly string[];
  /** Lanes that they answer; none, all of them. */
  readonly lanes: readonly string[];
  /** What visitors may wish for, such as `gender:woman`. */
  readonly traits: readonly string[];
}

export const NOTHING_SAID: Abilities = { languages: [], lanes: [], traits: [] };

/** The most of each that is told. */
export const MOST: Readonly<Record<keyof Abilities, number>> = { languages: 16, lanes: 8, traits: 8 };

/** What visitors may wish for; whose community is meant is never said. */
export const TRAITS = [
  'gender:woman',
  'gender:man',
  'profession:social-worker',
  'profession:nurse',
  'profession:doctor',
  'profession:lawyer',
  'profession:therapist',
  'community:outside',
] as const;

/** Of no community whose people write here. */
export const OUTSIDE = 'community:outside';

/** What keeps this person from taking somebody. */
export type Bar = 'language' | 'lane' | 'wish';

export interface Wanted {
  readonly lane: string;
  readonly language: string;
  /** Why they stand in front. */
  readonly boost: string;
  /** Genders and professions that they wish for. */
  readonly wishes: readonly string[];
  /** What they gave up: `gender`, `profession`, or `language:` and another one that they can do with. */
  readonly relaxed: readonly string[];
}

const OTHER = 'language:';
const INTERPRETED = '-x-interp';

/** Languages that they can do with beside their own. */
export const otherLanguages = ({ relaxed }: Pick<Wanted, 'relaxed'>): readonly string[] =>
  relaxed.filter((word) => word.startsWith(OTHER) && !word.endsWith(INTERPRETED)).map((word) => word.slice(OTHER.length));

/** Whether an interpreter will do for them. */
export const viaInterpreter = ({ relaxed }: Pick<Wanted, 'relaxed'>): boolean => relaxed.some((word) => word.endsWith(INTERPRETED));

export function barTo(wanted: Wanted, { languages, lanes, traits }: Abilities): Bar | undefined {
  if (wanted.boost === 'danger') return undefined;
  if (!viaInterpreter(wanted) && ![wanted.language, ...otherLanguages(wanted)].some((tag) => languages.includes(tag))) return 'language';
  if (lanes.length > 0 && !lanes.includes(wanted.lane)) return 'lane';
  const unmet = (kind: string): boolean => {
    const held = wanted.relaxed.includes(kind) ? [] : wanted.wishes.filter((wish) => wish.startsWith(`${kind}:`));
    return held.length > 0 && !held.some((wish) => traits.includes(wish));
  };
  return unmet('gender') || unmet('profession') ? 'wish' : undefined;
}

/** With or without a word; as it was when that would be too many. */
export function toggled(able: Abilities, part: keyof Abilities, word: string, on: boolean): Abilities {
  const without = able[part].filter((other) => other !== word);
  const now = on ? [...without, word] : without;
  return now.length > MOST[part] ? able : { ...able, [part]: now };
}
