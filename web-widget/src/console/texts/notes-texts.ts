/** Words about the inbox of profiles and comments by which people are recognised. */

import type { Keeping, NoteAct } from '../notes/notes.ts';

export interface NotesTexts {
  readonly title: string;
  readonly lead: string;
  readonly unreachable: string;
  readonly refused: string;
  readonly waiting: (count: number) => string;
  readonly handovers: string;
  readonly handoversNone: string;
  readonly handoversWait: (count: number) => string;
  readonly handoverAdd: string;
  readonly handover: string;
  readonly handoverHint: string;
  readonly handoverKeep: string;
  readonly handoverAsk: string;
  readonly profiles: string;
  readonly profilesNone: string;
  readonly comments: string;
  readonly commentsText: string;
  readonly commentsNone: string;
  readonly open: string;
  readonly openNote: string;
  readonly close: string;
  readonly locked: string;
  readonly notHere: string;
  readonly search: string;
  readonly answered: string;
  readonly notAnswered: string;
  readonly came: (when: string, days: number) => string;
  readonly has: (name: string) => string;
  readonly done: string;
  readonly acts: Readonly<Record<NoteAct, string>>;
  readonly add: string;
  readonly service: string;
  readonly place: string;
  readonly about: string;
  readonly aboutHint: string;
  readonly isAnswered: string;
  readonly keep: string;
  readonly outcomes: Readonly<Record<Keeping, string>>;
  readonly comment: string;
  readonly commentHint: string;
  readonly commentTells: string;
  readonly keepComment: string;
}

export const nbNotes: NotesTexts = {
  title: 'Notater',
  lead: 'Til neste vakt, henvendelser til profilene våre på andre nettsteder, og korte kommentarer som hjelper oss å kjenne igjen folk. Alt er låst for serveren. Det til neste vakt slettes etter 7 dager, resten etter 30.',
  unreachable: 'Listen kan ikke hentes nå. Den kan være gammel.',
  refused: 'Det gikk ikke. En annen kan ha tatt den, eller den er borte.',
  waiting: (count) => (count === 1 ? '1 henvendelse venter' : `${String(count)} henvendelser venter`),
  handovers: 'Til neste vakt',
  handoversNone: 'Ingen vakt har lagt igjen noe.',
  handoversWait: (count) => `${count === 1 ? 'Det ligger et notat' : `Det ligger ${String(count)} notater`} til neste vakt under Notater.`,
  handoverAdd: 'Skriv til neste vakt',
  handover: 'Hva bør neste vakt vite?',
  handoverHint: 'Høyst 2 000 tegn. Ingen navn, og ingenting en besøkende kan kjennes igjen på. Slettes etter 7 dager.',
  handoverKeep: 'Legg det igjen',
  handoverAsk: 'Er det noe neste vakt bør vite? Skriv det under Notater før du går.',
  profiles: 'Henvendelser',
  profilesNone: 'Ingen har skrevet.',
  comments: 'Kommentarer',
  commentsText: 'Spør først: «Har vi snakket sammen før?»',
  commentsNone: 'Ingen kommentarer er lagret.',
  open: 'Åpne',
  openNote: 'At du åpner dem, skrives i journalen.',
  close: 'Lukk',
  locked: 'Låst. Åpne for å lese.',
  notHere: 'Denne nettleseren kan ikke åpne den.',
  search: 'Søk i kommentarene',
  answered: 'Besvart der',
  notAnswered: 'Ikke besvart',
  came: (when, days) => `${when} · slettes om ${String(days)} dager`,
  has: (name) => `${name} tar den`,
  done: 'Ferdig',
  acts: { claim: 'Ta den', 'give-back': 'Gi den tilbake', done: 'Ferdig', delete: 'Slett' },
  add: 'Skriv inn en henvendelse',
  service: 'Tjeneste',
  place: 'Hvor',
  about: 'Hva det handler om',
  aboutHint: 'Ikke skriv navn eller brukernavn.',
  isAnswered: 'Jeg har svart der',
  keep: 'Lagre',
  outcomes: {
    kept: 'Lagret.',
    'no-keys': 'Ingen enhet kan ta imot den nå. Prøv igjen om litt.',
    full: 'Tjenesten har 200 fra før. Slett noen først.',
    refused: 'Den ble ikke lagret. Prøv igjen.',
    unknown: 'Det er ikke sikkert om den ble lagret. Se under Notater før du prøver igjen.',
    untold: 'Den ble lagret, men personen fikk ikke vite det. Slett den under Notater.',
  },
  comment: 'Kort kommentar',
  commentHint: 'For å kjenne igjen personen. Høyst 280 tegn, ingen navn. Slettes etter 30 dager.',
  commentTells: 'Personen får vite at du lagret en kommentar, og kan slette den.',
  keepComment: 'Lagre kommentaren',
};

export const enNotes: NotesTexts = {
  title: 'Notes',
  lead: 'For the next shift, what people write to our profiles on other sites, and short comments that help us recognise people. All of it is sealed from the server. What is for the next shift is deleted after 7 days, the rest after 30.',
  unreachable: 'The list cannot be had now. It may be old.',
  refused: 'That did not work. Somebody else may have it, or it is gone.',
  waiting: (count) => (count === 1 ? '1 enquiry waits' : `${String(count)} enquiries wait`),
  handovers: 'For the next shift',
  handoversNone: 'No shift has left anything.',
  handoversWait: (count) => `${count === 1 ? 'There is a note' : `There are ${String(count)} notes`} for the next shift under Notes.`,
  handoverAdd: 'Write to the next shift',
  handover: 'What should the next shift know?',
  handoverHint: 'At most 2,000 characters. No names, and nothing a visitor could be recognised by. Deleted after 7 days.',
  handoverKeep: 'Leave it',
  handoverAsk: 'Is there something the next shift should know? Write it under Notes before you go.',
  profiles: 'Enquiries',
  profilesNone: 'Nobody has written.',
  comments: 'Comments',
  commentsText: 'Ask first: “Have we talked before?”',
  commentsNone: 'No comments are kept.',
  open: 'Open',
  openNote: 'That you open them is written into the journal.',
  close: 'Close',
  locked: 'Sealed. Open to read.',
  notHere: 'This browser cannot open it.',
  search: 'Search the comments',
  answered: 'Answered there',
  notAnswered: 'Not answered',
  came: (when, days) => `${when} · deleted in ${String(days)} days`,
  has: (name) => `${name} sees to it`,
  done: 'Finished',
  acts: { claim: 'Take it', 'give-back': 'Give it back', done: 'Finish', delete: 'Delete' },
  add: 'Enter an enquiry',
  service: 'Service',
  place: 'Where',
  about: 'What it is about',
  aboutHint: 'Write no names and no usernames.',
  isAnswered: 'I have answered there',
  keep: 'Keep it',
  outcomes: {
    kept: 'Kept.',
    'no-keys': 'No device can take it now. Try again in a while.',
    full: 'The service has 200 already. Delete some first.',
    refused: 'It was not kept. Try again.',
    unknown: 'It is not known whether it was kept. Look under Notes before you try again.',
    untold: 'It was kept, but the person was not told. Delete it under Notes.',
  },
  comment: 'Short comment',
  commentHint: 'To recognise the person. At most 280 characters, no names. Deleted after 30 days.',
  commentTells: 'The person is told that you kept a comment, and can delete it.',
  keepComment: 'Keep the comment',
};

/** What the visitor is told when a comment was kept, in Norwegian or English. */
export const commentTold = (language: string): string =>
  /^(nb|nn|no)\b/u.test(language)
    ? 'Jeg har lagret en kort kommentar, så vi kan kjenne deg igjen hvis du kommer tilbake. Bare de som jobber her, kan lese den. Den slettes etter 30 dager, eller når du sletter alt nå.'
    : 'I have kept a short comment so that we can recognise you if you come back. Only those who work here can read it. It is deleted after 30 days, or when you delete everything now.';
