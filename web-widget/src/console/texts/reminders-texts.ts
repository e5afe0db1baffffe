/** Words about reminders and about what others changed in one's shifts. */

import type { TextKind, Trouble } from '../reminders/reminders.ts';
import type { Change } from '../shifts/shifts.ts';

export interface RemindersTexts {
  readonly title: string;
  readonly lead: string;
  readonly number: string;
  readonly numberHint: string;
  readonly send: string;
  readonly sent: string;
  readonly code: string;
  readonly confirm: string;
  readonly other: string;
  readonly confirmed: string;
  readonly shifts: string;
  readonly offers: string;
  readonly alarmsLeading: string;
  readonly alarmsOfTasks: string;
  readonly unheard: (services: string) => string;
  readonly noTexts: string;
  readonly forget: string;
  readonly loading: string;
  readonly troubles: Readonly<Record<Exclude<Trouble, 'none'>, string>>;
  readonly lost: (kind: TextKind, when: string) => string;
  readonly perhaps: (kind: TextKind, when: string) => string;
  readonly usedUp: (kind: TextKind) => string;
  readonly news: string;
  readonly newsCount: (count: number) => string;
  readonly changes: Readonly<Record<Change, string>>;
  readonly seen: string;
}

const nbKinds: Readonly<Record<TextKind, string>> = {
  code: 'Koden',
  shift: 'Påminnelsen om en vakt',
  change: 'Beskjeden om en endring',
  offer: 'Beskjeden om at noen venter',
  late: 'Beskjeden om at ingen er på plass',
  lane: 'Beskjeden om at det mangler noen nå',
  gap: 'Beskjeden om at en vakt mangler noen',
  task: 'Beskjeden om en frist',
  urgent: 'Beskjeden om en frist',
  called: 'Beskjeden om at noen er i fare',
  unanswered: 'Beskjeden om at ingen kom til noen i fare',
  line: 'Beskjeden om at noen i køen er i fare',
  untaken: 'Beskjeden om at ingen kom til noen i fare i køen',
  overtime: 'Beskjeden om at noen holder på etter stengetid',
  aftershift: 'Beskjeden om at noen bør løses av',
};

const enKinds: Readonly<Record<TextKind, string>> = {
  code: 'The code',
  shift: 'The reminder of a shift',
  change: 'The message about a change',
  offer: 'The message that somebody waits',
  late: 'The message that nobody is there',
  lane: 'The message that somebody is missing now',
  gap: 'The message that a shift lacks somebody',
  task: 'The message about a deadline',
  urgent: 'The message about a deadline',
  called: 'The message that somebody is in danger',
  unanswered: 'The message that nobody came to somebody in danger',
  line: 'The message that somebody in the line is in danger',
  untaken: 'The message that nobody came to somebody in danger in the line',
  overtime: 'The message that somebody goes on after closing time',
  aftershift: 'The message that somebody should be relieved',
};

export const nbReminders: RemindersTexts = {
  title: 'Påminnelser på telefonen',
  lead: 'Et døgn før en vakt du ikke har bekreftet, og når andre endrer vaktene dine, kan du få en SMS mellom kl. 10 og 20. Den nevner ikke tjenesten.',
  number: 'Mobilnummeret ditt',
  numberHint: 'Nummeret lagres kryptert, og vises aldri igjen. Verken koordinatorer eller andre på vakt kan se det.',
  send: 'Send en kode',
  sent: 'En kode er på vei. Den gjelder i ti minutter.',
  code: 'Koden fra meldingen',
  confirm: 'Bekreft nummeret',
  other: 'Bruk et annet nummer',
  confirmed: 'Nummeret ditt er bekreftet.',
  shifts: 'Vakter jeg skal bekrefte, og endringer',
  offers: 'Når jeg er alene på vakt, ikke ser på konsollen eller har låst telefonen, og noen venter (høyst én melding hvert tredje minutt), og når noen er i fare mens jeg er på vakt og ikke ser på konsollen',
  alarmsLeading: 'Når noen er i fare og ingen har kommet, når ingen er på plass fem minutter etter åpning, når noen fortsatt har en samtale etter vakten sin eller en halv time etter stengetid, når en vakt mangler noen, og når en frist er ute. Alt utenom vakter og frister som ikke haster, kommer også om natten',
  alarmsOfTasks: 'Når en frist er ute, og når en frivillig fortsatt har en samtale etter vakten sin. Frister som haster, og samtaler, kommer også om natten',
  unheard: (services) => `Ingen får varsel på telefonen for ${services}. Den som er koordinator, kan bekrefte et nummer her.`,
  noTexts: 'Ingen får varsel på telefonen: Her sendes ingen SMS. Se i konsollen om ingen er på plass, om en vakt mangler noen, og om en frist er ute.',
  forget: 'Glem nummeret',
  loading: 'Henter …',
  troubles: {
    number: 'Dit kan det ikke sendes SMS. Skriv et mobilnummer, med + og landkode hvis det ikke er norsk.',
    'too-many': 'Du har bedt om mange koder. Prøv igjen senere.',
    code: 'Det er ikke koden.',
    over: 'Koden er for gammel, eller er prøvd fem ganger. Be om en ny.',
    unreachable: 'Det gikk ikke nå. Prøv igjen om litt.',
  },
  lost: (kind, when) => `${nbKinds[kind]} ${when} kom ikke frem.`,
  perhaps: (kind, when) => `${nbKinds[kind]} ${when} kom kanskje ikke frem.`,
  usedUp: (kind) => `${nbKinds[kind]} har kommet så mange ganger det siste døgnet at det ikke kommer flere nå. Ha konsollen åpen, med lyd.`,
  news: 'Endret i vaktene dine',
  newsCount: (count) => `${String(count)} av vaktene dine er endret`,
  changes: {
    removed: 'Vakten utgår. Du har ikke plassen lenger.',
    replaced: 'Planen er endret, og har ikke plass til deg.',
    restricted: 'Du har ikke lenger denne tjenesten eller rollen, og mistet plassen.',
    moved: 'Vakten er flyttet. Bekreft den på nytt.',
    'taken-over': 'Noen overtok plassen du tilbød.',
    swapped: 'Byttet er godtatt. Denne plassen er den andres nå.',
    declined: 'Den andre ville ikke bytte. Du har plassen din.',
    unasked: 'Vakten du ville bytte til deg, finnes ikke lenger. Du har plassen din.',
  },
  seen: 'Jeg har sett det',
};

export const enReminders: RemindersTexts = {
  title: 'Reminders on your phone',
  lead: 'A day before a shift that you have not confirmed, and when others change your shifts, you can get a text between 10:00 and 20:00. It does not name the service.',
  number: 'The number of your mobile phone',
  numberHint: 'It is kept encrypted and never shown again. Neither coordinators nor others on duty can see it.',
  send: 'Send a code',
  sent: 'A code is on its way. It is good for ten minutes.',
  code: 'The code of the message',
  confirm: 'Confirm the number',
  other: 'Use another number',
  confirmed: 'Your number is confirmed.',
  shifts: 'Shifts that I have to confirm, and changes',
  offers: 'When I am alone on duty, do not look at the console or have locked the phone, and somebody waits (at most one message every three minutes), and when somebody is in danger while I am on duty and do not look at the console',
  alarmsLeading: 'When somebody is in danger and nobody has come, when nobody is there five minutes after opening, when somebody still has a chat after their shift or half an hour after closing, when a shift lacks somebody, and when a deadline has passed. All but shifts and deadlines that are not urgent also come at night',
  alarmsOfTasks: 'When a deadline has passed, and when a volunteer still has a chat after their shift. Urgent deadlines, and chats, also come at night',
  unheard: (services) => `Nobody is told of alarms on their phone for ${services}. Whoever is a coordinator can confirm a number here.`,
  noTexts: 'Nobody is told of alarms on their phone: no texts are sent here. Look in the console whether nobody is there, a shift lacks somebody, or a deadline has passed.',
  forget: 'Forget the number',
  loading: 'Fetching …',
  troubles: {
    number: 'No text can be sent there. Write the number of a mobile phone, with + and its country if it is not Norwegian.',
    'too-many': 'You asked for many codes. Try again later.',
    code: 'This is not the code.',
    over: 'The code is too old, or was tried five times. Ask for another.',
    unreachable: 'That did not work now. Try again in a moment.',
  },
  lost: (kind, when) => `${enKinds[kind]} ${when} did not arrive.`,
  perhaps: (kind, when) => `${enKinds[kind]} ${when} perhaps did not arrive.`,
  usedUp: (kind) => `${enKinds[kind]} came so often in the last 24 hours that no more come now. Keep the console open, with sound.`,
  news: 'Changed in your shifts',
  newsCount: (count) => `${String(count)} of your shifts were changed`,
  changes: {
    removed: 'The shift is left out. You have the seat no more.',
    replaced: 'The plan was changed and has no seat for you.',
    restricted: 'You no longer have this service or role, and lost the seat.',
    moved: 'The shift was moved. Confirm it again.',
    'taken-over': 'Somebody took over the seat you offered.',
    swapped: 'The swap is agreed. This seat is the other’s now.',
    declined: 'The other did not want to swap. You keep your seat.',
    unasked: 'The shift you wanted to swap for is no more. You keep your seat.',
  },
  seen: 'I have seen it',
};
