/** Words about rounds outdoors and indoors; the page that counts them has its own. */

import type { Gathered, Struck } from '../services/rounds.ts';

export interface RoundsTexts {
  /** The way to the page that counts. */
  readonly out: string;
  readonly opens: string;
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly place: string;
  readonly places: Readonly<Record<string, string>>;
  readonly estimated: string;
  readonly counts: Readonly<Record<Gathered, string>>;
  readonly strike: StrikeTexts;
}

/** Taking out a wrong round. */
interface StrikeTexts {
  readonly title: string;
  readonly lead: string;
  readonly service: string;
  readonly code: string;
  readonly press: string;
  readonly outcomes: Readonly<Record<Struck, string>>;
}

export const nbRounds: RoundsTexts = {
  out: 'Ute',
  opens: 'åpnes i en ny fane',
  title: 'Runder ute og inne',
  lead: 'Talt av dem som gikk, uten å skrive noe om noen. Tall under 5 er skjult, også 0; snitt, færrest og flest skjules sammen. Til 14 dager etter måneden kan runder komme til: da er tallene rundet ned til nærmeste 5, og de fornyes én gang i døgnet.',
  none: 'Ingen runder er talt ennå.',
  place: 'Hvor',
  places: { street: 'På gata', indoor: 'Inne', elsewhere: 'Andre steder' },
  estimated: 'anslag',
  counts: {
    rounds: 'Runder',
    people: 'Møtt',
    first: 'Første gang',
    places: 'Steder',
    mean: 'Snitt',
    least: 'Færrest',
    most: 'Flest',
  },
  strike: {
    title: 'Stryk en gal runde',
    lead: 'Den som talte, kan selv trekke runden tilbake på telefonen i 14 dager. Ellers: be om koden som står ved runden der, og skriv den her. Tallene blir borte. Tabellen viser det fra neste dag.',
    service: 'Tjeneste',
    code: 'Kode, 12 tegn',
    press: 'Stryk runden',
    outcomes: {
      struck: 'Runden er strøket.',
      none: 'Tjenesten har ingen runde med den koden fra de siste 14 dagene.',
      forbidden: 'Ikke strøket: du har ikke lov, eller er logget ut.',
      busy: 'Ikke strøket: for mange prøver samtidig. Prøv igjen om litt.',
      unreachable: 'Vet ikke om runden er strøket: ingen svarte. Prøv igjen.',
    },
  },
};

export const enRounds: RoundsTexts = {
  out: 'Out',
  opens: 'opens in a new tab',
  title: 'Rounds outdoors and indoors',
  lead: 'Counted by those who went out, with nothing written about anybody. Numbers below 5 are hidden, 0 too; mean, fewest and most are hidden together. Until 14 days after the month rounds can still come: then numbers are rounded down to fives, and renewed once a day.',
  none: 'No round was counted yet.',
  place: 'Where',
  places: { street: 'Outdoors', indoor: 'Indoors', elsewhere: 'Elsewhere' },
  estimated: 'estimate',
  counts: {
    rounds: 'Rounds',
    people: 'Met',
    first: 'First time',
    places: 'Places',
    mean: 'Mean',
    least: 'Fewest',
    most: 'Most',
  },
  strike: {
    title: 'Strike a wrong round',
    lead: 'Whoever counted it can take it back on their phone for 14 days. Otherwise ask for the code that stands beside the round there, and write it here. The numbers will be gone. The table shows it from the next day on.',
    service: 'Service',
    code: 'Code, 12 characters',
    press: 'Strike the round',
    outcomes: {
      struck: 'The round is struck.',
      none: 'The service has no round with this code of the last 14 days.',
      forbidden: 'Not struck: you may not, or are signed out.',
      busy: 'Not struck: too many try at the same time. Try again in a moment.',
      unreachable: 'Not known whether the round is struck: nobody answered. Try again.',
    },
  },
};
