/** For whom somebody asks, as visitors say it and workers read it; a service may have others, which are shown as they are called. */
export type KnownLane = 'self' | 'on-behalf' | 'professional' | 'other';

/** Lane → words: of each that is known, in every language, on both sides. */
export type LaneNames = Readonly<Record<KnownLane, string>> & Readonly<Record<string, string | undefined>>;
