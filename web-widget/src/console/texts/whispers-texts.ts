/** Words about what colleagues in a chat say to each other, in both languages. */

export interface WhispersTexts {
  readonly title: string;
  readonly why: string;
  readonly log: string;
  readonly fresh: (count: number) => string;
  readonly you: string;
  readonly only: string;
  readonly write: string;
  readonly send: string;
  readonly empty: string;
  readonly soon: string;
  readonly full: string;
  readonly alone: string;
}

export const enWhispers: WhispersTexts = {
  title: 'Only for us who work here',
  why: 'The visitor never sees this, and no transcript keeps it. It is gone when the chat ends.',
  log: 'Said between colleagues',
  fresh: (count) => (count === 1 ? '1 new' : `${count} new`),
  you: 'You',
  only: 'only for us',
  write: 'Write to colleagues only',
  send: 'Say it to colleagues',
  empty: 'Nothing is said yet.',
  soon: 'Can be sent in a moment.',
  full: 'No more fits into this chat.',
  alone: 'No colleague is in the chat any more.',
};

export const nbWhispers: WhispersTexts = {
  title: 'Bare for oss som jobber her',
  why: 'Den besøkende ser aldri dette, og ingen utskrift tar vare på det. Det er borte når samtalen er slutt.',
  log: 'Sagt mellom kolleger',
  fresh: (count) => (count === 1 ? '1 ny' : `${count} nye`),
  you: 'Du',
  only: 'bare til oss',
  write: 'Skriv bare til kollegaene',
  send: 'Si det til kollegaene',
  empty: 'Ingenting er sagt ennå.',
  soon: 'Kan sendes om et øyeblikk.',
  full: 'Det er ikke plass til mer i denne samtalen.',
  alone: 'Ingen kollega er i samtalen lenger.',
};
