/** What every page says of outreach; the words of its own page are loaded with it. */

export interface OutreachTabTexts {
  readonly title: string;
  readonly waiting: (count: number) => string;
  readonly arrived: (count: number) => string;
  /** Conversations that wait, in the line of whoever is on duty. */
  readonly inLine: {
    readonly kind: string;
    readonly noLanguage: string;
    readonly mine: string;
    readonly open: string;
    readonly openThis: (service: string, language: string, waited: string) => string;
    readonly hint: string;
    readonly unreached: string;
  };
  readonly loading: string;
  readonly notLoaded: string;
}

export const nbOutreachTab: OutreachTabTexts = {
  title: 'Oppsøkende',
  waiting: (count) => (count === 1 ? '1 samtale venter på svar' : `${String(count)} samtaler venter på svar`),
  arrived: (count) => (count === 1 ? '1 ny SMS' : `${String(count)} nye SMS-er`),
  inLine: {
    kind: 'Tekstmelding, ikke anonym',
    noLanguage: 'Ukjent språk',
    mine: 'Du har den',
    open: 'Åpne',
    openThis: (service, language, waited) => `Åpne tekstmeldingen: ${service}, ${language}, ventet ${waited}`,
    hint: 'Åpne tekstmeldingen når du er klar. Da ser kolleger at du har den.',
    unreached: 'Nye tekstmeldinger kan ikke hentes akkurat nå.',
  },
  loading: 'Henter siden …',
  notLoaded: 'Siden kunne ikke hentes. Prøv igjen.',
};

export const enOutreachTab: OutreachTabTexts = {
  title: 'Outreach',
  waiting: (count) => (count === 1 ? '1 conversation waits for an answer' : `${String(count)} conversations wait for an answer`),
  arrived: (count) => (count === 1 ? '1 new text message' : `${String(count)} new text messages`),
  inLine: {
    kind: 'Text message, not anonymous',
    noLanguage: 'Unknown language',
    mine: 'You have it',
    open: 'Open',
    openThis: (service, language, waited) => `Open the text message: ${service}, ${language}, waited ${waited}`,
    hint: 'Open the text message when you are ready. Colleagues then see that you have it.',
    unreached: 'New text messages cannot be fetched at the moment.',
  },
  loading: 'Fetching the page …',
  notLoaded: 'The page could not be fetched. Try again.',
};
