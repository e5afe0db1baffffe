/** What every page says of outreach; the words of its own page are loaded with it. */

export interface OutreachTabTexts {
  readonly title: string;
  readonly waiting: (count: number) => string;
  readonly arrived: (count: number) => string;
  readonly loading: string;
  readonly notLoaded: string;
}

export const nbOutreachTab: OutreachTabTexts = {
  title: 'Oppsøkende',
  waiting: (count) => (count === 1 ? '1 samtale venter på svar' : `${String(count)} samtaler venter på svar`),
  arrived: (count) => (count === 1 ? '1 ny SMS' : `${String(count)} nye SMS-er`),
  loading: 'Henter siden …',
  notLoaded: 'Siden kunne ikke hentes. Prøv igjen.',
};

export const enOutreachTab: OutreachTabTexts = {
  title: 'Outreach',
  waiting: (count) => (count === 1 ? '1 conversation waits for an answer' : `${String(count)} conversations wait for an answer`),
  arrived: (count) => (count === 1 ? '1 new text message' : `${String(count)} new text messages`),
  loading: 'Fetching the page …',
  notLoaded: 'The page could not be fetched. Try again.',
};
