/** Words about the desks of services: what visitors are told, and what one press changes. */

import type { Mode, Press } from '../service-desk/service-desks.ts';

export interface HoursTexts {
  readonly title: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly closes: (time: string) => string;
  readonly opens: (time: string) => string;
  readonly late: string;
  readonly busy: string;
  /** Why nobody new is taken though it is open. */
  readonly notNew: Readonly<Record<'closing' | 'long', string>>;
  readonly presses: Readonly<Record<Press, string>>;
  readonly more: string;
  readonly until: string;
  readonly refused: string;
  readonly alarm: (service: string, since: string | undefined) => string;
  readonly alarmDo: string;
  /** Somebody in danger waits in the line, and nobody took them for three minutes. */
  readonly untaken: (service: string, since: string) => string;
  readonly untakenDo: string;
  readonly untakenNotify: string;
  /** The server has not answered since then. */
  readonly untakenUnknown: (since: string) => string;
  readonly untakenUnknownDo: string;
  /** Somebody is there, and nobody for those who ask on this lane. */
  readonly lateLane: (service: string, lane: string) => string;
  readonly lateLaneDo: string;
  /** Chats that go on half an hour after closing, or after the hours were taken off. */
  readonly afterShift: Readonly<Record<'own' | 'others', (service: string) => string>> & { readonly ownDo: string; readonly othersDo: string; readonly notify: string };
  readonly overtime: Readonly<Record<'own' | 'others', (service: string) => string>> & { readonly ownDo: string; readonly othersDo: string };
  readonly calendar: (service: string, day: string) => string;
  readonly calendarDo: string;
  readonly instead: (service: string, day: string) => string;
  readonly insteadDo: string;
}

export const nbHours: HoursTexts = {
  title: 'Dette får besøkende vite',
  modes: {
    open: 'Åpen',
    full: 'Fullt i dag',
    'closed-to-new': 'Tar ikke imot nye',
    'winding-down': 'Bare de med kode',
    closed: 'Stengt nå',
  },
  closes: (time) => `til ${time}`,
  opens: (time) => `Åpner ${time}`,
  late: 'Skulle vært åpen',
  busy: 'Åpen, og alle er opptatt',
  notNew: { closing: 'Ingen nye nå: det stenger om ti minutter eller mindre.', long: 'Ingen nye nå: de ville ventet for lenge.' },
  presses: {
    open: 'Åpne igjen',
    full: 'Fullt i dag',
    'closed-to-new': 'Ta ikke imot nye',
    'winding-down': 'Bare de med kode',
    'close-now': 'Steng nå',
    stay: 'Bli 30 minutter til',
  },
  more: 'Andre valg',
  until: 'Gjelder til åpningstiden er slutt, høyst et døgn. Køen og samtalene går videre.',
  refused: 'Det gikk ikke. Se om tjenesten er åpen nå, og om du er på vakt for den.',
  alarm: (service, since) =>
    since === undefined ? `Ingen er på vakt på ${service}` : `${service} skulle hatt åpent fra kl. ${since}, og ingen er der`,
  alarmDo: 'Ring den som har vakten, eller gå på vakt selv. Kommer ingen, så skriv et unntak i åpningstidene, så besøkende får vite det.',
  untaken: (service, since) => `Noen i fare venter på ${service} siden kl. ${since}, og ingen har tatt samtalen`,
  untakenDo: 'Gå på vakt og ta den, eller ring dem som er på vakt.',
  untakenNotify: 'Noen i fare venter, og ingen har tatt samtalen',
  untakenUnknown: (since) => `Noen i fare ventet kl. ${since}, og ingen hadde tatt samtalen. Siden da svarer ikke serveren, så det kan være annerledes nå`,
  untakenUnknownDo: 'Ring dem som er på vakt.',
  lateLane: (service, lane) => `På ${service} er ingen på vakt for: ${lane}`,
  lateLaneDo: 'Ring den som har vakten, eller be noen på vakt svare dem også. Kommer ingen, så endre tidene deres.',
  overtime: {
    own: (service) => `${service} er stengt, og du har en samtale igjen`,
    others: (service) => `${service} er stengt, og noen har en samtale igjen`,
    ownDo: 'Vil du gå videre? Du kan avslutte, gi samtalen videre, eller fortsette. Koordinator får vite det.',
    othersDo: 'Spør om de trenger hjelp, eller om noen kan ta over.',
  },
  afterShift: {
    own: (service) => `Vakten din på ${service} er over, og du har en samtale igjen`,
    others: (service) => `En frivillig på ${service} er ikke på vakt, og har fortsatt en samtale`,
    ownDo: 'Trykk «Hent inn en kollega» i samtalen, og spør en ansatt om å ta over. Du beholder samtalen til noen gjør det.',
    othersDo: 'Avtal hvem som tar over. Den frivillige trykker «Hent inn en kollega», og du svarer ja.',
    notify: 'En frivillig er ikke på vakt, og har fortsatt en samtale',
  },
  calendar: (service, day) => `Åpningstidene for ${service} slutter ${day}`,
  calendarDo: 'Etter den dagen er tjenesten stengt. Skriv en ny siste dag i åpningstidene.',
  instead: (service, day) => `Tidene for den som svarer på telefon når ${service} er stengt, slutter ${day}`,
  insteadDo: 'Etter den dagen sier siden ikke at noen svarer. Skriv nye tider under Tjenester.',
};

export const enHours: HoursTexts = {
  title: 'What visitors are told',
  modes: {
    open: 'Open',
    full: 'Full today',
    'closed-to-new': 'Takes nobody new',
    'winding-down': 'Only people with a code',
    closed: 'Closed now',
  },
  closes: (time) => `until ${time}`,
  opens: (time) => `Opens ${time}`,
  late: 'Should be open',
  busy: 'Open, and everybody is busy',
  notNew: { closing: 'Nobody new now: it closes in ten minutes or less.', long: 'Nobody new now: they would wait too long.' },
  presses: {
    open: 'Open again',
    full: 'Full today',
    'closed-to-new': 'Take nobody new',
    'winding-down': 'Only people with a code',
    'close-now': 'Close now',
    stay: 'Stay 30 minutes more',
  },
  more: 'Other choices',
  until: 'Counts until the opening hours end, a day at most. The line and the chats go on.',
  refused: 'That had no effect. See whether the service is open now, and whether you are on duty for it.',
  alarm: (service, since) =>
    since === undefined ? `Nobody is on duty at ${service}` : `${service} should be open since ${since}, and nobody is there`,
  alarmDo: 'Call whoever has the shift, or go on duty yourself. If nobody can come, write an exception in the hours, so that visitors are told.',
  untaken: (service, since) => `Somebody in danger waits at ${service} since ${since}, and nobody has taken them`,
  untakenDo: 'Go on duty and take the chat, or call those who are on duty.',
  untakenNotify: 'Somebody in danger waits, and nobody has taken them',
  untakenUnknown: (since) => `Somebody in danger waited at ${since}, and nobody had taken them. The server has not answered since, so it may be otherwise now`,
  untakenUnknownDo: 'Call those who are on duty.',
  lateLane: (service, lane) => `At ${service} nobody is on duty for: ${lane}`,
  lateLaneDo: 'Call whoever has the shift, or ask somebody on duty to answer them too. If nobody can come, change their hours.',
  overtime: {
    own: (service) => `${service} is closed, and you still have a chat`,
    others: (service) => `${service} is closed, and somebody still has a chat`,
    ownDo: 'Do you want to go on? You can end it, hand it over, or continue. A coordinator is told.',
    othersDo: 'Ask whether they need help, or whether somebody can take over.',
  },
  afterShift: {
    own: (service) => `Your shift at ${service} is over, and you still have a chat`,
    others: (service) => `A volunteer at ${service} is not on duty, and still has a chat`,
    ownDo: 'Press “Bring in a colleague” in the chat, and ask a worker to take over. You keep the chat until somebody does.',
    othersDo: 'Agree on who takes it over. The volunteer presses “Bring in a colleague”, and you say yes.',
    notify: 'A volunteer is not on duty, and still has a chat',
  },
  calendar: (service, day) => `The opening hours of ${service} end on ${day}`,
  calendarDo: 'After that day the service is closed. Write a new last day in its hours.',
  instead: (service, day) => `The hours of whoever answers by phone when ${service} is closed end on ${day}`,
  insteadDo: 'After that day the page does not say that anybody answers. Write new hours under Services.',
};
