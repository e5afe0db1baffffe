/** Words about writing services. */

import type { Section } from '../services/changes.ts';
import type { Counted } from '../services/figures.ts';
import type { Outcome } from '../services/services.ts';

export interface ServicesTexts {
  readonly title: string;
  readonly lead: string;
  readonly list: string;
  readonly loading: string;
  readonly none: string;
  readonly unreachable: string;
  readonly make: string;
  readonly edit: string;
  readonly editNamed: (name: string) => string;
  readonly off: string;
  readonly neverPublished: string;
  readonly publishedAt: (when: string, by: string) => string;
  readonly draft: string;
  readonly newTitle: string;
  readonly back: string;
  readonly id: string;
  readonly idHint: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly hints: Readonly<Partial<Record<Section, string>>>;
  readonly offLabel: string;
  readonly language: string;
  readonly name: string;
  readonly days: Readonly<Record<string, string>>;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly through: string;
  readonly what: string;
  readonly note: string;
  readonly lane: string;
  readonly number: string;
  readonly kind: string;
  readonly row: (list: string, number: number) => string;
  readonly add: (list: string) => string;
  readonly remove: (list: string, number: number) => string;
  readonly removeShort: string;
  readonly values: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<'nobody' | 'service' | 'phone', string>>;
  readonly afterService: string;
  readonly afterPhone: string;
  readonly hoursTitle: string;
  readonly whoTitle: string;
  readonly whereTitle: string;
  readonly lookTitle: string;
  readonly lookText: string;
  readonly lookAt: string;
  readonly look: string;
  readonly open: (until: string) => string;
  readonly openAlways: string;
  readonly closed: string;
  readonly opens: (when: string) => string;
  readonly opensNever: string;
  readonly thatDay: (spans: string) => string;
  readonly thatDayNone: string;
  readonly laneOpen: (lane: string) => string;
  readonly laneClosed: (lane: string, opens: string) => string;
  readonly insteadNow: (name: string) => string;
  readonly insteadFrom: (name: string, from: string) => string;
  readonly faults: string;
  readonly changesTitle: string;
  readonly changesNone: string;
  readonly gone: string;
  readonly come: string;
  readonly save: string;
  readonly publish: string;
  readonly discard: string;
  readonly behind: string;
  readonly editions: string;
  readonly edition: (number: number, when: string, by: string) => string;
  readonly commandLine: string;
  readonly undo: string;
  readonly undoAsk: string;
  readonly undoText: string;
  readonly undoFirst: string;
  readonly reload: string;
  readonly reloadText: string;
  readonly figures: string;
  readonly figuresText: string;
  readonly figuresNone: string;
  readonly month: string;
  readonly running: (month: string) => string;
  readonly counted: Readonly<Record<Counted, string>>;
  readonly hidden: string;
  readonly csv: string;
  readonly outcomes: Readonly<Record<Exclude<Outcome['kind'], 'none' | 'faults'>, string>>;
}

export const nbServices: ServicesTexts = {
  title: 'Tjenester',
  lead: 'Skriv, prøv og publiser det besøkende får vite. Ingenting endres før du publiserer, og det kan angres.',
  list: 'Dine tjenester',
  loading: 'Henter tjenestene …',
  none: 'Det er ingen tjenester ennå.',
  unreachable: 'Tjenestene kan ikke hentes nå.',
  make: 'Ny tjeneste',
  edit: 'Åpne',
  editNamed: (name) => `Åpne: ${name}`,
  off: 'Tatt ned: stengt hele tiden',
  neverPublished: 'Ikke publisert',
  publishedAt: (when, by) => `Publisert ${when}, ${by}`,
  draft: 'Har en kladd',
  newTitle: 'Ny tjeneste',
  back: 'Til listen',
  id: 'Kort navn i adresser',
  idHint: 'a–z, 0–9 og bindestrek. Det kan ikke endres etterpå.',
  sections: {
    off: 'Tatt ned',
    names: 'Navn som vises',
    languages: 'Språk dere svarer på',
    lanes: 'Hvem som kan spørre',
    laneHours: 'Egne tider for noen av dem',
    audience: 'Hvem tjenesten er for',
    weekly: 'Åpent hver uke',
    breaks: 'Pauser',
    exceptions: 'Unntak',
    holidays: 'Røde dager',
    until: 'Siste dag',
    origins: 'Nettsider som kan vise chatten',
    retentionDays: 'Dager samtaler blir lagret',
    exit: 'Hvor «Forlat siden» fører',
    emergency: 'Nødnumre',
    after: 'Hvem som svarer når dere har stengt',
  },
  hints: {
    languages: 'Språkkoder med komma mellom: nb, en, es',
    lanes: 'Korte navn med komma mellom: self, professional',
    exceptions: 'Uten klokkeslett gjelder det hele dagen. Julaften og nyttårsaften er ikke røde dager.',
    until: 'Etter den dagen er tjenesten stengt. La den stå tom hvis tjenesten fortsetter.',
    origins: 'En adresse på hver linje: https://www.example.org',
    retentionDays: '0: ingenting blir lagret. 30 er det meste.',
    exit: 'En side hvem som helst kan lese, for eksempel været.',
    weekly: 'Klokkeslett som i Oslo. 24:00 er midnatt; en tidligere sluttid betyr neste dag.',
  },
  offLabel: 'Ta tjenesten ned: stengt hele tiden. Åpne samtaler går videre.',
  language: 'Språk',
  name: 'Navn',
  days: {
    monday: 'Mandag',
    tuesday: 'Tirsdag',
    wednesday: 'Onsdag',
    thursday: 'Torsdag',
    friday: 'Fredag',
    saturday: 'Lørdag',
    sunday: 'Søndag',
  },
  day: 'Dag',
  from: 'Fra',
  to: 'Til',
  date: 'Dato',
  through: 'Til og med',
  what: 'Åpent eller stengt',
  note: 'Hvorfor (for ansatte)',
  lane: 'Hvem',
  number: 'Nummer',
  kind: 'Hvem svarer',
  row: (list, number) => `${list}, rad ${number}`,
  add: (list) => `Legg til: ${list}`,
  remove: (list, number) => `Fjern: ${list}, rad ${number}`,
  removeShort: 'Fjern',
  values: {
    open: 'åpent',
    closed: 'stengt',
    sellers: 'De som selger sex, og deres nære',
    buyers: 'De som kjøper sex',
    'as-usual': 'Åpent som vanlig',
    'closed-holidays': 'Stengt på røde dager',
    health: 'Ambulanse',
    police: 'Politi',
    doctor: 'Legevakt',
    violence: 'Vold og overgrep',
    child: 'Barnevern',
    off: 'Stengt hele tiden',
  },
  after: { nobody: 'Ingen', service: 'En annen tjeneste', phone: 'Noen på telefon' },
  afterService: 'Tjeneste',
  afterPhone: 'Telefon',
  hoursTitle: 'Åpningstider',
  whoTitle: 'Navn og språk',
  whereTitle: 'Hvor og hvordan',
  lookTitle: 'Hva ser en besøkende?',
  lookText: 'Velg dag og klokkeslett. Ingenting blir lagret.',
  lookAt: 'Tidspunkt',
  look: 'Vis',
  open: (until) => `Åpningstid til ${until}.`,
  openAlways: 'Åpningstid hele tiden.',
  closed: 'Stengt.',
  opens: (when) => `Åpner ${when}.`,
  opensNever: 'Ingen ny åpning er satt.',
  thatDay: (spans) => `Åpent den dagen: ${spans}`,
  thatDayNone: 'Ikke åpent den dagen.',
  laneOpen: (lane) => `${lane}: åpent.`,
  laneClosed: (lane, opens) => `${lane}: stengt. ${opens}`,
  insteadNow: (name) => `${name} svarer imens.`,
  insteadFrom: (name, from) => `${name} svarer fra ${from}.`,
  faults: 'Dette må rettes før den kan publiseres:',
  changesTitle: 'Dette blir endret',
  changesNone: 'Det er som det som er publisert.',
  gone: 'Bort',
  come: 'Nytt',
  save: 'Lagre kladd',
  publish: 'Publiser',
  discard: 'Kast kladden',
  behind: 'Noen har publisert etter at kladden ble begynt. Se på endringene: lagrer du nå, bygger kladden på det nye.',
  editions: 'Publisert før',
  edition: (number, when, by) => `Nr. ${number}, ${when}, ${by}`,
  commandLine: 'fra kommandolinjen',
  undo: 'Angre siste publisering',
  undoAsk: 'Angre siste publisering?',
  undoText: 'Det som gjaldt før blir publisert igjen. Angrer du en gang til, kommer dette tilbake.',
  undoFirst: 'Det er ingenting før dette. Tjenesten blir tatt ned: stengt hele tiden, mens åpne samtaler går videre.',
  reload: 'Last siden på nytt',
  reloadText: 'Tjenesten er din. Last siden på nytt for å invitere folk til den og gå på vakt for den.',
  figures: 'Hvor mye det er',
  figuresText:
    'Serveren teller selv, uten å lese noe. Tall under 5 er skjult, også 0; ventetidene skjules sammen. Måneden som er i gang, er rundet ned til nærmeste 5.',
  figuresNone: 'Ingenting er talt ennå.',
  month: 'Måned',
  running: (month) => `${month}, hittil`,
  counted: {
    chats: 'Samtaler',
    under5: 'Ventet under 5 min',
    from5to15: '5–15 min',
    over15: 'Over 15 min',
    unanswered: 'Gikk uten svar',
    letters: 'Meldinger',
  },
  hidden: 'skjult',
  csv: 'Last ned som CSV',
  outcomes: {
    busy: 'Et øyeblikk …',
    saved: 'Kladden er lagret. Besøkende ser den ikke.',
    published: 'Publisert. Besøkende ser det om et par sekunder.',
    undone: 'Det som gjaldt før er publisert igjen.',
    discarded: 'Kladden er kastet.',
    overtaken: 'Noen andre lagret eller publiserte i mellomtiden. Gå til listen og åpne tjenesten på nytt.',
    taken: 'Navnet er tatt av andre, eller tjenesten er ikke din.',
    unreachable: 'Det gikk ikke nå. Prøv igjen.',
  },
};

export const enServices: ServicesTexts = {
  title: 'Services',
  lead: 'Write, try and publish what visitors are told. Nothing changes before you publish, and it can be undone.',
  list: 'Your services',
  loading: 'Reading the services …',
  none: 'There are no services yet.',
  unreachable: 'The services cannot be read now.',
  make: 'New service',
  edit: 'Open',
  editNamed: (name) => `Open: ${name}`,
  off: 'Taken off: closed at all hours',
  neverPublished: 'Not published',
  publishedAt: (when, by) => `Published ${when}, ${by}`,
  draft: 'Has a draft',
  newTitle: 'New service',
  back: 'Back to the list',
  id: 'Short name in addresses',
  idHint: 'a–z, 0–9 and hyphen. It can never be changed.',
  sections: {
    off: 'Taken off',
    names: 'Name shown',
    languages: 'Languages you answer in',
    lanes: 'Who may ask',
    laneHours: 'Hours of some of them',
    audience: 'Whom it is for',
    weekly: 'Open every week',
    breaks: 'Breaks',
    exceptions: 'Exceptions',
    holidays: 'Public holidays',
    until: 'Last day',
    origins: 'Websites that may show the chat',
    retentionDays: 'Days that chats are kept',
    exit: 'Where “Leave this page” leads',
    emergency: 'Emergency numbers',
    after: 'Who answers when you are closed',
  },
  hints: {
    languages: 'Language tags with commas between: nb, en, es',
    lanes: 'Short names with commas between: self, professional',
    exceptions: 'Without times it is the whole day. Christmas Eve and New Year’s Eve are no public holidays.',
    until: 'After that day the service is closed. Leave it empty if the service goes on.',
    origins: 'One address a line: https://www.example.org',
    retentionDays: '0: nothing is kept. 30 is the most.',
    exit: 'A page that anybody might be reading, such as the weather.',
    weekly: 'Times as in Oslo. 24:00 is midnight; an earlier end means the next day.',
  },
  offLabel: 'Take the service off: closed at all hours. Open chats go on.',
  language: 'Language',
  name: 'Name',
  days: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  day: 'Day',
  from: 'From',
  to: 'To',
  date: 'Date',
  through: 'Through',
  what: 'Open or closed',
  note: 'Why (for staff)',
  lane: 'Who',
  number: 'Number',
  kind: 'Who answers',
  row: (list, number) => `${list}, row ${number}`,
  add: (list) => `Add: ${list}`,
  remove: (list, number) => `Remove: ${list}, row ${number}`,
  removeShort: 'Remove',
  values: {
    open: 'open',
    closed: 'closed',
    sellers: 'People who sell sex, and those close to them',
    buyers: 'People who buy sex',
    'as-usual': 'Open as usual',
    'closed-holidays': 'Closed on public holidays',
    health: 'Ambulance',
    police: 'The police',
    doctor: 'Doctor on duty',
    violence: 'Violence and abuse',
    child: 'Child protection',
    off: 'Closed at all hours',
  },
  after: { nobody: 'Nobody', service: 'Another service', phone: 'Somebody by phone' },
  afterService: 'Service',
  afterPhone: 'Phone',
  hoursTitle: 'Opening hours',
  whoTitle: 'Name and languages',
  whereTitle: 'Where and how',
  lookTitle: 'What does a visitor see?',
  lookText: 'Choose a day and a time. Nothing is kept.',
  lookAt: 'Moment',
  look: 'Show',
  open: (until) => `Within hours until ${until}.`,
  openAlways: 'Within hours at all times.',
  closed: 'Closed.',
  opens: (when) => `Opens ${when}.`,
  opensNever: 'No next opening is set.',
  thatDay: (spans) => `Open that day: ${spans}`,
  thatDayNone: 'Not open that day.',
  laneOpen: (lane) => `${lane}: open.`,
  laneClosed: (lane, opens) => `${lane}: closed. ${opens}`,
  insteadNow: (name) => `${name} answers meanwhile.`,
  insteadFrom: (name, from) => `${name} answers from ${from}.`,
  faults: 'This has to be mended before it can be published:',
  changesTitle: 'What will change',
  changesNone: 'It is the same as what is published.',
  gone: 'Goes',
  come: 'Comes',
  save: 'Keep as a draft',
  publish: 'Publish',
  discard: 'Discard the draft',
  behind: 'Somebody published after this draft was begun. Look at the changes: when you keep it now, it builds on the new one.',
  editions: 'Published before',
  edition: (number, when, by) => `No. ${number}, ${when}, ${by}`,
  commandLine: 'from the command line',
  undo: 'Undo the last publication',
  undoAsk: 'Undo the last publication?',
  undoText: 'What was before is published again. A second undo brings this back.',
  undoFirst: 'There is nothing before this. The service is taken off: closed at all hours, while open chats go on.',
  reload: 'Load the page anew',
  reloadText: 'The service is yours. Load the page anew to invite people to it and to go on duty for it.',
  figures: 'How much there is',
  figuresText:
    'The server counts by itself and reads nothing. Numbers below 5 are hidden, 0 too; the waits are hidden together. The month that is running is rounded down to fives.',
  figuresNone: 'Nothing was counted yet.',
  month: 'Month',
  running: (month) => `${month}, so far`,
  counted: {
    chats: 'Chats',
    under5: 'Waited under 5 min',
    from5to15: '5–15 min',
    over15: 'More than 15 min',
    unanswered: 'Left unanswered',
    letters: 'Messages left',
  },
  hidden: 'hidden',
  csv: 'Download as CSV',
  outcomes: {
    busy: 'A moment …',
    saved: 'The draft is kept. Visitors do not see it.',
    published: 'Published. Visitors see it in a few seconds.',
    undone: 'What was before is published again.',
    discarded: 'The draft is gone.',
    overtaken: 'Somebody else saved or published in the meantime. Go to the list and open the service anew.',
    taken: 'The name is taken by others, or the service is not yours.',
    unreachable: 'That did not work now. Try again.',
  },
};
