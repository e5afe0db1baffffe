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
    readonly mineNew: string;
    readonly open: string;
    readonly openThis: (service: string, language: string, waited: string) => string;
    readonly hint: string;
    readonly unreached: string;
    readonly closed: (count: number) => string;
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
    mineNew: 'Du har den. De har skrevet igjen.',
    open: 'Åpne',
    openThis: (service, language, waited) => `Åpne tekstmeldingen: ${service}, ${language}, ventet ${waited}`,
    hint: 'Åpne tekstmeldingen når du er klar. Da ser kolleger at du har den.',
    unreached: 'Nye tekstmeldinger kan ikke hentes akkurat nå.',
    closed: (count) => `${count === 1 ? '1 tekstmelding' : `${String(count)} tekstmeldinger`} kan ikke åpnes i denne nettleseren. En kollega må svare.`,
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
    mineNew: 'You have it. They have written again.',
    open: 'Open',
    openThis: (service, language, waited) => `Open the text message: ${service}, ${language}, waited ${waited}`,
    hint: 'Open the text message when you are ready. Colleagues then see that you have it.',
    unreached: 'New text messages cannot be fetched at the moment.',
    closed: (count) => `${count === 1 ? '1 text message' : `${String(count)} text messages`} cannot be opened in this browser. A colleague has to answer.`,
  },
  loading: 'Fetching the page …',
  notLoaded: 'The page could not be fetched. Try again.',
};
