/** Words of the page where rounds are counted. Neutral: whoever sees the phone learns numbers and a service's name. */

import type { Fault } from './desk.ts';
import type { Counter, Place } from './round.ts';

export interface FieldTexts {
  /** For Intl, BCP 47. */
  readonly locale: string;
  readonly title: string;
  readonly reading: string;
  readonly keepsNothing: string;
  readonly noServices: string;
  readonly notAllowed: string;
  readonly toConsole: string;
  readonly service: string;
  readonly day: string;
  readonly place: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly begin: string;
  readonly beginHow: string;
  readonly full: string;
  readonly counters: Readonly<Record<Counter, string>>;
  readonly one: Readonly<Record<'more' | 'less', (counter: string) => string>>;
  readonly firstHow: string;
  readonly estimated: string;
  readonly undo: string;
  readonly done: string;
  readonly checkTitle: string;
  readonly checkHow: string;
  readonly countsFault: string;
  readonly send: string;
  readonly back: string;
  readonly discard: string;
  /** Before something is deleted from the phone, by where the round is. */
  readonly discardAsks: Readonly<Record<'here' | 'perhaps' | 'there', string>>;
  /** Before a round is deleted from the phone that the server has. */
  readonly discardSent: string;
  /** Before a round is deleted from the phone that somebody struck on the server. */
  readonly discardStruck: string;
  readonly discardYes: string;
  readonly keep: string;
  readonly forgottenTitle: (day: string) => string;
  readonly forgotten: string;
  readonly forgottenFinish: string;
  readonly forgottenGoOn: string;
  readonly rounds: string;
  readonly sums: (counts: Readonly<Record<Counter, number>>, place: Place) => string;
  readonly earlier: string;
  readonly guess: string;
  readonly takeUp: string;
  readonly takeUpNamed: (round: string) => string;
  readonly discardNamed: (round: string) => string;
  readonly onPhone: string;
  readonly willBeSent: string;
  readonly signIn: string;
  readonly sent: string;
  readonly code: (code: string) => string;
  readonly strike: string;
  readonly strikeNamed: (round: string) => string;
  readonly strikeAsks: string;
  readonly strikeYes: string;
  readonly faults: Readonly<Record<Fault, string>>;
  readonly lapsed: string;
  readonly offline: string;
  readonly offlineNot: string;
  readonly signedIn: string;
  readonly perhapsSignedIn: string;
  readonly signOutFailed: string;
  readonly signOut: string;
}

const parts = (...all: readonly (string | false)[]): string => all.filter((part) => part !== false).join(', ');

const nb: FieldTexts = {
  locale: 'nb-NO',
  title: 'Ute',
  reading: 'Henter det som ligger på telefonen …',
  keepsNothing: 'Denne nettleseren tar ikke vare på det du trykker. Bruk et vanlig vindu, ikke et privat, og se at telefonen har plass.',
  noServices: 'Logg inn i vaktrommet én gang på denne telefonen mens du har nett. Etterpå virker siden uten nett.',
  notAllowed: 'Rollen din teller ikke runder, eller enheten er tatt ut av listen.',
  toConsole: 'Til vaktrommet',
  service: 'Tjeneste',
  day: 'Dag',
  place: 'Hvor',
  places: { street: 'På gata', indoor: 'Inne', elsewhere: 'Andre steder' },
  begin: 'Ny runde',
  beginHow: 'Trykk på hvor dere går. Tellingen begynner med en gang.',
  full: 'Ti runder ligger på telefonen. Send dem før dere begynner på en ny.',
  counters: { people: 'Møtt', first: 'Første gang', places: 'Steder' },
  one: { more: (counter) => `${counter}: én til`, less: (counter) => `${counter}: én mindre` },
  firstHow: '«Første gang» teller også på «Møtt».',
  estimated: 'Anslag',
  undo: 'Angre',
  done: 'Ferdig',
  checkTitle: 'Stemmer dette?',
  checkHow: 'Bare tallene blir sendt. Rett dem her hvis det trengs.',
  countsFault: 'Tallene må være fra 0 til 999, og «Første gang» kan ikke være mer enn «Møtt».',
  send: 'Send',
  back: 'Tell videre',
  discard: 'Slett',
  discardAsks: {
    here: 'Slette runden fra telefonen? Tallene blir borte.',
    perhaps: 'Slette runden fra telefonen? Kanskje kom den fram; da blir den stående, og kan ikke rettes herfra.',
    there: 'Slette endringen? Det som er sendt før, blir stående.',
  },
  discardSent: 'Slette runden fra telefonen? Det som er sendt, blir stående, og kan ikke rettes herfra mer.',
  discardStruck: 'Slette runden fra telefonen? Den er strøket, og telles ikke.',
  discardYes: 'Ja, slett',
  keep: 'Nei',
  forgottenTitle: (day) => `Runden fra ${day} er ikke ferdig`,
  forgotten: 'Det dere teller nå, kommer på den runden hvis dere teller videre på den.',
  forgottenFinish: 'Gjør den ferdig',
  forgottenGoOn: 'Tell videre på den',
  rounds: 'På denne telefonen',
  sums: ({ people, first, places }, place) => parts(`${people} møtt`, `${first} for første gang`, place === 'indoor' && (places === 1 ? '1 sted' : `${places} steder`)),
  earlier: 'Tidligere runder',
  guess: 'anslag',
  takeUp: 'Rett',
  takeUpNamed: (round) => `Rett: ${round}`,
  discardNamed: (round) => `Slett: ${round}`,
  onPhone: 'Ligger på denne telefonen',
  willBeSent: 'Ligger på denne telefonen. Sendes når det er nett.',
  signIn: 'Kan ikke sendes: logg inn',
  sent: 'Sendt',
  code: (code) => `Kode: ${code}`,
  strike: 'Trekk tilbake',
  strikeNamed: (round) => `Trekk tilbake: ${round}`,
  strikeAsks: 'Trekke runden tilbake? Den telles ikke mer, og blir borte her.',
  strikeYes: 'Ja, trekk tilbake',
  faults: {
    day: 'Kan ikke sendes: dagen må være i dag eller inntil 14 dager tilbake. Rett dagen.',
    full: 'Kan ikke sendes: tjenesten har 20 runder den dagen. Rett dagen, eller legg tallene til en annen runde.',
    service: 'Kan ikke sendes: du jobber ikke for tjenesten. Rett tjenesten.',
    struck: 'Runden er strøket, og telles ikke. Slett den her.',
    strike: 'Ikke trukket tilbake. Prøv igjen når du er logget inn.',
    'perhaps-struck': 'Vet ikke om den er trukket tilbake. Prøv igjen når du har nett.',
    other: 'Kan ikke sendes: serveren tok det ikke imot. Last siden på nytt.',
  },
  lapsed: 'En runde ble slettet fra telefonen, fordi den var eldre enn 14 dager.',
  offline: 'Siden virker uten nett.',
  offlineNot: 'Siden virker ikke uten nett ennå. La den stå åpen.',
  signedIn: 'Du er logget inn.',
  perhapsSignedIn: 'Kanskje er du logget inn. Uten nett vet ikke siden det.',
  signOutFailed: 'Du er ikke logget ut. Prøv igjen når det er nett.',
  signOut: 'Logg ut',
};

const nn: FieldTexts = {
  ...nb,
  locale: 'nn-NO',
  reading: 'Hentar det som ligg på telefonen …',
  keepsNothing: 'Denne nettlesaren tek ikkje vare på det du trykkjer. Bruk eit vanleg vindauge, ikkje eit privat, og sjå at telefonen har plass.',
  noServices: 'Logg inn i vaktrommet éin gong på denne telefonen mens du har nett. Etterpå verkar sida utan nett.',
  notAllowed: 'Rolla di tel ikkje rundar, eller eininga er teken ut av lista.',
  service: 'Teneste',
  place: 'Kvar',
  places: { street: 'På gata', indoor: 'Inne', elsewhere: 'Andre stader' },
  begin: 'Ny runde',
  beginHow: 'Trykk på kvar de går. Teljinga byrjar med ein gong.',
  full: 'Ti rundar ligg på telefonen. Send dei før de byrjar på ein ny.',
  counters: { people: 'Møtt', first: 'Første gong', places: 'Stader' },
  one: { more: (counter) => `${counter}: éin til`, less: (counter) => `${counter}: éin mindre` },
  firstHow: '«Første gong» tel òg på «Møtt».',
  checkHow: 'Berre tala blir sende. Rett dei her om det trengst.',
  countsFault: 'Tala må vere frå 0 til 999, og «Første gong» kan ikkje vere meir enn «Møtt».',
  back: 'Tel vidare',
  discardAsks: {
    here: 'Slette runden frå telefonen? Tala blir borte.',
    perhaps: 'Slette runden frå telefonen? Kanskje kom han fram; då blir han ståande, og kan ikkje rettast herifrå.',
    there: 'Slette endringa? Det som er sendt før, blir ståande.',
  },
  discardSent: 'Slette runden frå telefonen? Det som er sendt, blir ståande, og kan ikkje rettast herifrå meir.',
  discardStruck: 'Slette runden frå telefonen? Han er stroken, og tel ikkje.',
  earlier: 'Tidlegare rundar',
  forgottenTitle: (day) => `Runden frå ${day} er ikkje ferdig`,
  forgotten: 'Det de tel no, kjem på den runden om de tel vidare på han.',
  forgottenFinish: 'Gjer han ferdig',
  forgottenGoOn: 'Tel vidare på han',
  sums: ({ people, first, places }, place) => parts(`${people} møtt`, `${first} for første gong`, place === 'indoor' && (places === 1 ? '1 stad' : `${places} stader`)),
  onPhone: 'Ligg på denne telefonen',
  willBeSent: 'Ligg på denne telefonen. Blir sendt når det er nett.',
  signIn: 'Kan ikkje sendast: logg inn',
  strikeAsks: 'Trekkje runden tilbake? Han tel ikkje meir, og blir borte her.',
  faults: {
    day: 'Kan ikkje sendast: dagen må vere i dag eller inntil 14 dagar tilbake. Rett dagen.',
    full: 'Kan ikkje sendast: tenesta har 20 rundar den dagen. Rett dagen, eller legg tala til ein annan runde.',
    service: 'Kan ikkje sendast: du jobbar ikkje for tenesta. Rett tenesta.',
    struck: 'Runden er stroken, og tel ikkje. Slett han her.',
    strike: 'Ikkje trekt tilbake. Prøv igjen når du er logga inn.',
    'perhaps-struck': 'Veit ikkje om han er trekt tilbake. Prøv igjen når du har nett.',
    other: 'Kan ikkje sendast: tenaren tok det ikkje imot. Last sida på nytt.',
  },
  lapsed: 'Ein runde vart sletta frå telefonen, fordi han var eldre enn 14 dagar.',
  offline: 'Sida verkar utan nett.',
  offlineNot: 'Sida verkar ikkje utan nett enno. La ho stå open.',
  signedIn: 'Du er logga inn.',
  perhapsSignedIn: 'Kanskje er du logga inn. Utan nett veit ikkje sida det.',
  signOutFailed: 'Du er ikkje logga ut. Prøv igjen når det er nett.',
  signOut: 'Logg ut',
};

const en: FieldTexts = {
  locale: 'en-GB',
  title: 'Out',
  reading: 'Getting what is on the phone …',
  keepsNothing: 'This browser does not keep what you press. Use an ordinary window, not a private one, and see that the phone has room.',
  noServices: 'Sign in to the duty console once on this phone while it has a network. After that the page works without one.',
  notAllowed: 'Your role counts no rounds, or the device was taken out of the list.',
  toConsole: 'To the duty console',
  service: 'Service',
  day: 'Day',
  place: 'Where',
  places: { street: 'Outdoors', indoor: 'Indoors', elsewhere: 'Elsewhere' },
  begin: 'New round',
  beginHow: 'Press where you are going. The counting begins at once.',
  full: 'Ten rounds are on the phone. Send them before you begin another one.',
  counters: { people: 'Met', first: 'First time', places: 'Places' },
  one: { more: (counter) => `${counter}: one more`, less: (counter) => `${counter}: one less` },
  firstHow: '“First time” also counts as “Met”.',
  estimated: 'Estimate',
  undo: 'Undo',
  done: 'Done',
  checkTitle: 'Is this right?',
  checkHow: 'Only the numbers are sent. Put them right here if you have to.',
  countsFault: 'Numbers go from 0 to 999, and “First time” cannot be more than “Met”.',
  send: 'Send',
  back: 'Go on counting',
  discard: 'Delete',
  discardAsks: {
    here: 'Delete the round from this phone? The numbers will be gone.',
    perhaps: 'Delete the round from this phone? Perhaps it arrived; then it stays, and cannot be corrected from here.',
    there: 'Delete the change? What was sent before stays.',
  },
  discardSent: 'Delete the round from this phone? What was sent stays, and cannot be corrected from here any more.',
  discardStruck: 'Delete the round from this phone? It was struck, and does not count.',
  discardYes: 'Yes, delete',
  keep: 'No',
  forgottenTitle: (day) => `The round of ${day} is not finished`,
  forgotten: 'What you count now is added to that round if you go on with it.',
  forgottenFinish: 'Finish that one',
  forgottenGoOn: 'Go on with that one',
  rounds: 'On this phone',
  sums: ({ people, first, places }, place) => parts(`${people} met`, `${first} for the first time`, place === 'indoor' && (places === 1 ? '1 place' : `${places} places`)),
  earlier: 'Earlier rounds',
  guess: 'estimate',
  takeUp: 'Correct',
  takeUpNamed: (round) => `Correct: ${round}`,
  discardNamed: (round) => `Delete: ${round}`,
  onPhone: 'Kept on this phone',
  willBeSent: 'Kept on this phone. Sent when there is a network.',
  signIn: 'Cannot be sent: sign in',
  sent: 'Sent',
  code: (code) => `Code: ${code}`,
  strike: 'Take back',
  strikeNamed: (round) => `Take back: ${round}`,
  strikeAsks: 'Take the round back? It counts no more, and goes from here.',
  strikeYes: 'Yes, take it back',
  faults: {
    day: 'Cannot be sent: the day has to be today or at most 14 days back. Correct the day.',
    full: 'Cannot be sent: the service has 20 rounds on that day. Correct the day, or add the numbers to another round.',
    service: 'Cannot be sent: you do not work for the service. Correct the service.',
    struck: 'The round was struck, and does not count. Delete it here.',
    strike: 'Not taken back. Try again when you are signed in.',
    'perhaps-struck': 'Not known whether it is taken back. Try again when you have a network.',
    other: 'Cannot be sent: the server did not take it. Load the page anew.',
  },
  lapsed: 'A round was deleted from the phone because it was older than 14 days.',
  offline: 'The page works without a network.',
  offlineNot: 'The page does not work without a network yet. Leave it open.',
  signedIn: 'You are signed in.',
  perhapsSignedIn: 'Perhaps you are signed in. Without a network the page does not know.',
  signOutFailed: 'You are not signed out. Try again when there is a network.',
  signOut: 'Sign out',
};

export const FIELD_TEXTS = { nb, nn, en } as const;
export type FieldLanguage = keyof typeof FIELD_TEXTS;

/** The first of the browser's languages that this page speaks; Norwegian otherwise. */
export function chosen(wanted: readonly string[]): FieldLanguage {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0] ?? '';
    if (language === 'nn' || language === 'en') return language;
    if (['nb', 'no', 'da', 'sv'].includes(language)) return 'nb';
  }
  return 'nb';
}
