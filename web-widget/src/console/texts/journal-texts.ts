/** Words of the journal's page, complete in each language; loaded with the page. */

import type { Language } from './texts.ts';

export interface JournalTexts {
  readonly lead: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly whole: (when: string) => string;
  readonly flawed: (line: number, when: string) => string;
  readonly flawedDo: string;
  readonly notChecked: string;
  readonly notThrough: string;
  readonly standing: (when: string) => string;
  readonly standingWhy: string;
  readonly none: string;
  readonly stranger: (id: string) => string;
  readonly server: string;
  readonly cut: (line: number) => string;
  readonly line: (number: number) => string;
  readonly thing: (id: string) => string;
  readonly unreadable: string;
  readonly noTime: string;
  readonly earlier: string;
  readonly newest: string;
  readonly export: string;
  readonly exportWhy: string;
  /** By the act as the journal prints it. */
  readonly acts: Readonly<Record<string, string>>;
}

const nb: JournalTexts = {
  lead: 'Hvem som gjorde hva, og når. Ingenting her handler om en besøkende. Hver gang du henter en side eller alt, blir det en linje her.',
  loading: 'Henter journalen …',
  unreachable: 'Journalen kan ikke hentes akkurat nå. Prøv igjen.',
  notChecked: 'Serveren har ikke kontrollert journalen ennå. Det gjør den hver time.',
  notThrough: 'Slutten av journalen er som den ble skrevet. Serveren har ikke kommet gjennom alle linjene ennå.',
  whole: (when) => `Hver linje var som den ble skrevet da alt sist ble kontrollert, ${when}.`,
  flawed: (line, when) => `Linje ${String(line)} er ikke som den ble skrevet, eller er borte. Kontrollert ${when}.`,
  flawedDo: 'Noen har endret databasen utenom Havn. Last ned alt, noter hvor det sto, og snakk med den som driver serveren.',
  standing: (when) => `Der sto den ${when}`,
  standingWhy: 'Noter dette et annet sted. Med «havn journal verify --at» viser det senere om linjer er tatt bort på slutten.',
  none: 'Ingen linjer.',
  stranger: (id) => `Noen andre (${id})`,
  server: 'Serveren',
  cut: (line) => `Linjer til og med nr. ${String(line)} er fjernet, tolv måneder etter at de ble skrevet.`,
  line: (number) => `Nr. ${String(number)}`,
  thing: (id) => `Det gjaldt ${id}`,
  unreadable: 'Linjen kan ikke leses',
  noTime: 'Ukjent tid',
  earlier: 'Eldre',
  newest: 'Nyeste',
  export: 'Last ned alt',
  exportWhy: 'Filen kan kontrolleres uten nett med «havn journal verify FIL».',
  acts: {
    'archive.open': 'Åpnet en lagret samtale',
    'archive.erase': 'Slettet en lagret samtale',
    'campaign.propose': 'Foreslo en utsending',
    'campaign.approve': 'Godkjente en utsending',
    'campaign.stop': 'Stoppet en utsending',
    'chat.show': 'Spurte om noen under opplæring kan se på en samtale',
    'chat.watch': 'Kom inn for å se på en samtale',
    'contact.import': 'La inn kontaktkort',
    'contact.open': 'Åpnet et kontaktkort',
    'contact.reveal': 'Viste numrene på et kontaktkort',
    'contact.send': 'Brukte numrene på et kontaktkort til en tekst',
    'contact.call': 'Ringte noen på et kontaktkort',
    'contact.consent': 'Noterte at noen kan kontaktes på WhatsApp',
    'contact.withdraw': 'Noterte at noen trakk tilbake sitt ja til WhatsApp',
    'contact.never': 'Bestemte at noen aldri skal kontaktes',
    'contact.delete': 'Slettet et kontaktkort',
    'contact.look': 'Slo opp numre fra en liste',
    'contact.reseal': 'Fikk et kontaktkort for å forsegle det på nytt',
    'contact.write': 'Endret det som vises av et kontaktkort',
    'desk.open': 'Åpnet en tjeneste som vanlig',
    'desk.full': 'Satte en tjeneste til fullt',
    'desk.closed-to-new': 'Stengte en tjeneste for nye',
    'desk.winding-down': 'Satte en tjeneste til å avslutte',
    'desk.close': 'Stengte en tjeneste før tiden',
    'desk.stay': 'Holdt en tjeneste åpen 30 minutter til',
    'device.recover': 'Hentet tilbake sin egen enhet',
    'journal.cut': 'Fjernet linjer som er eldre enn tolv måneder',
    'journal.read': 'Så i journalen',
    'journal.export': 'Lastet ned hele journalen',
    'notes.open': 'Åpnet forseglede notater',
    'outreach.again': 'Lot tjenestene skrive først igjen etter en gjenoppretting',
    'service.publish': 'Publiserte en tjeneste',
    'round.strike': 'Strøk en gal runde',
    'service.undo': 'Angret en publisering',
    'shift.plan': 'Endret vaktplanen',
    'task.raise': 'Meldte en oppgave',
    'task.take': 'Tok en oppgave',
    'task.give-back': 'Ga en oppgave tilbake',
    'task.done': 'Fullførte en oppgave',
    'task.skip': 'Hoppet over et kontor for en oppgave',
    'task.open': 'Åpnet det som er forseglet i en oppgave',
    'staff.restrict': 'Tok tjenester fra en ansatt',
    'staff.extend': 'Ga en ansatt flere tjenester',
    'staff.role': 'Ga en ansatt en annen rolle',
    'staff.off': 'Avsluttet en ansatt',
    'staff.invite': 'Inviterte noen ny',
    'staff.link': 'Laget en ny innloggingslenke for en ansatt',
    'text.release': 'Sendte en tekst',
    'thread.open': 'Åpnet en samtale på telefon',
    'thread.delete': 'Slettet en samtale på telefon',
  },
};

const en: JournalTexts = {
  lead: 'Who did what, and when. Nothing here is about a visitor. Each time you fetch a page or all of it, that is a line here.',
  loading: 'Fetching the journal …',
  unreachable: 'The journal cannot be fetched at the moment. Try again.',
  notChecked: 'The server has not checked the journal yet. It does so every hour.',
  notThrough: 'The end of the journal is as it was written. The server has not come through all lines yet.',
  whole: (when) => `Every line was as it was written when all of it was last checked, ${when}.`,
  flawed: (line, when) => `Line ${String(line)} is not as it was written, or is gone. Checked ${when}.`,
  flawedDo: 'Somebody changed the database past Havn. Download all of it, note where it stood, and talk with whoever runs the server.',
  standing: (when) => `Where it stood ${when}`,
  standingWhy: 'Note this somewhere else. With “havn journal verify --at” it shows later whether lines were taken away at the end.',
  none: 'No lines.',
  stranger: (id) => `Somebody else (${id})`,
  server: 'The server',
  cut: (line) => `Lines up to no. ${String(line)} are gone, twelve months after they were written.`,
  line: (number) => `No. ${String(number)}`,
  thing: (id) => `About ${id}`,
  unreadable: 'This line cannot be read',
  noTime: 'Time unknown',
  earlier: 'Earlier',
  newest: 'Newest',
  export: 'Download all of it',
  exportWhy: 'The file can be checked without a network with “havn journal verify FILE”.',
  acts: {
    'archive.open': 'Opened a kept chat',
    'archive.erase': 'Erased a kept chat',
    'campaign.propose': 'Proposed a campaign',
    'campaign.approve': 'Approved a campaign',
    'campaign.stop': 'Stopped a campaign',
    'chat.show': 'Asked somebody in training to watch a chat',
    'chat.watch': 'Came in to watch a chat',
    'contact.import': 'Added contact cards',
    'contact.open': 'Opened a contact card',
    'contact.reveal': 'Showed the numbers of a contact card',
    'contact.send': 'Used the numbers of a contact card for a text',
    'contact.call': 'Called somebody on a contact card',
    'contact.consent': 'Noted that somebody may be written to on WhatsApp',
    'contact.withdraw': 'Noted that somebody took back their yes to WhatsApp',
    'contact.never': 'Decided that somebody is never contacted',
    'contact.delete': 'Deleted a contact card',
    'contact.look': 'Looked up numbers of a list',
    'contact.reseal': 'Was given a contact card to seal it anew',
    'contact.write': 'Changed what is shown of a contact card',
    'desk.open': 'Opened a service as usual',
    'desk.full': 'Set a service to full',
    'desk.closed-to-new': 'Closed a service to new people',
    'desk.winding-down': 'Set a service to winding down',
    'desk.close': 'Closed a service early',
    'desk.stay': 'Kept a service open for 30 more minutes',
    'device.recover': 'Brought their own device back',
    'journal.cut': 'Removed lines that are older than twelve months',
    'journal.read': 'Looked at the journal',
    'journal.export': 'Downloaded the whole journal',
    'notes.open': 'Opened sealed notes',
    'outreach.again': 'Let services write to people first again after a restore',
    'service.publish': 'Published a service',
    'round.strike': 'Struck a wrong round',
    'service.undo': 'Undid a publication',
    'shift.plan': 'Changed the plan of shifts',
    'task.raise': 'Raised a task',
    'task.take': 'Took a task',
    'task.give-back': 'Gave a task back',
    'task.done': 'Finished a task',
    'task.skip': 'Skipped an office for a task',
    'task.open': 'Opened what is sealed in a task',
    'staff.restrict': 'Took services from somebody of staff',
    'staff.extend': 'Gave somebody of staff more services',
    'staff.role': 'Gave somebody of staff another role',
    'staff.off': 'Off-boarded somebody',
    'staff.invite': 'Invited somebody new',
    'staff.link': 'Made another sign-in link for somebody',
    'text.release': 'Sent a text',
    'thread.open': 'Opened a conversation on a phone',
    'thread.delete': 'Deleted a conversation on a phone',
  },
};

export const journalTexts = (language: Language): JournalTexts => (language === 'nb' ? nb : en);
