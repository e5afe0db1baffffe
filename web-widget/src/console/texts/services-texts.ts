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
  readonly leaveAsk: string;
  readonly leaveText: string;
  readonly leave: string;
  readonly leaveNot: string;
  readonly id: string;
  readonly idHint: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly hints: Readonly<Partial<Record<Section, string>>>;
  readonly offLabel: string;
  readonly language: string;
  readonly name: string;
  readonly text: string;
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
  readonly afterPhoneHint: string;
  readonly afterAlways: string;
  readonly afterUntilHint: string;
  /** A list of hours, of whoever answers by phone. */
  readonly byPhone: (list: string) => string;
  readonly mannersHours: string;
  readonly mannersFrom: string;
  readonly mannersTo: string;
  readonly mannersNames: string;
  readonly mannersNamesHint: string;
  readonly hoursTitle: string;
  readonly whoTitle: string;
  readonly whereTitle: string;
  readonly lookTitle: string;
  readonly lookText: string;
  readonly lookAt: string;
  readonly look: string;
  readonly unanswered: string;
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
  readonly figuresOutreach: string;
  readonly figuresOutreachText: string;
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
  leaveAsk: 'Gå uten å lagre?',
  leaveText: 'Det du skrev ble ikke lagret. Hvorfor står over «Publiser». Går du nå, er det borte: kopier det du trenger først.',
  leave: 'Gå uten å lagre',
  leaveNot: 'Bli her',
  id: 'Kort navn i adresser',
  idHint: 'a–z, 0–9 og bindestrek. Det kan ikke endres etterpå.',
  sections: {
    off: 'Tatt ned',
    names: 'Navn som vises',
    welcome: 'Velkomst',
    kept: 'Hva som skjer med det som skrives',
    records: 'Om journal, før helsehjelp',
    languages: 'Språk dere svarer på',
    lanes: 'Hvem som kan spørre',
    laneHours: 'Egne tider for noen av dem',
    audience: 'Hvem tjenesten er for',
    zone: 'Klokken der tjenesten er',
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
    manners: 'Når dere skriver først',
    duties: 'Meldeplikt og oppgaver',
  },
  hints: {
    welcome: 'En kort linje øverst, bare for dem som leser på det språket. Høyst 160 tegn.',
    kept: 'Med deres egne ord, ved siden av det siden selv sier. Høyst 400 tegn.',
    records: 'Leses i samtalen før rådgivning blir til helsehjelp. Uten den kan ingen markere det. Høyst 600 tegn.',
    languages: 'Språkkoder med komma mellom: nb, en, es',
    lanes: 'Korte navn med komma mellom: self, on-behalf, professional, other',
    exceptions: 'Uten klokkeslett gjelder det hele dagen. Julaften og nyttårsaften er ikke røde dager.',
    until: 'Etter den dagen er tjenesten stengt. La den stå tom hvis tjenesten fortsetter.',
    origins: 'En adresse på hver linje: https://www.example.org',
    retentionDays: '0: ingenting blir lagret. 30 er det meste.',
    exit: 'En side hvem som helst kan lese, for eksempel været.',
    weekly: 'Klokkeslett som i Oslo. 24:00 er midnatt; en tidligere sluttid betyr neste dag.',
    manners: 'Gjelder det dere begynner på Oppsøkende. Tidene kan bare gjøres kortere enn 10:00–20:00. Tomt felt: 10:00 og 20:00. Svar innen 30 minutter går når som helst.',
  },
  offLabel: 'Ta tjenesten ned: stengt hele tiden. Åpne samtaler går videre.',
  language: 'Språk',
  name: 'Navn',
  text: 'Tekst',
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
    sundays: 'Vi skriver også på søndager',
    holidays: 'Vi skriver også på helligdager',
    minutes: 'minutter',
    always: 'Døgnet rundt',
    morning: 'neste arbeidsdag kl.',
    workingDays: 'arbeidsdager',
    tellOthers: 'de andre får vite det',
    againMinutes: 'varsles igjen etter minutter',
    keptDays: 'vises i dager',
    raise: 'kan meldes av',
  },
  after: { nobody: 'Ingen', service: 'En annen tjeneste', phone: 'Noen på telefon' },
  afterService: 'Tjeneste',
  afterPhone: 'Telefon',
  afterPhoneHint: 'Bytter du nummer, må tidene skrives på nytt.',
  afterAlways: 'De svarer døgnet rundt',
  afterUntilHint: 'Etter den dagen sier siden ikke lenger at de svarer. La den stå tom hvis tidene fortsetter.',
  byPhone: (list) => `${list} (på telefon)`,
  mannersHours: 'Klokkeslett for det dere begynner',
  mannersFrom: 'Tidligst',
  mannersTo: 'Senest',
  mannersNames: 'Navn som ikke skal stå i meldinger',
  mannersNamesHint: 'Navn som røper hvem dere er, med komma mellom. Serveren sender ingen første melding med et av dem.',
  hoursTitle: 'Åpningstider',
  whoTitle: 'Navn og språk',
  whereTitle: 'Hvor og hvordan',
  lookTitle: 'Hva ser en besøkende?',
  lookText: 'Velg dag og klokkeslett; det begynner med nå. Ingenting blir lagret.',
  lookAt: 'Tidspunkt',
  look: 'Vis',
  unanswered: 'Det kom ikke noe svar. Se på tidspunktet, og prøv igjen.',
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
  reloadText: 'Tjenesten er din: du kan invitere folk til den, og krysse av for den når du går på vakt. Skal dere skrive først i den, last siden på nytt.',
  figures: 'Hvor mye det er',
  figuresText:
    'Serveren teller selv, uten å lese noe. Tall under 5 er skjult, også 0; ventetidene skjules sammen. Måneden som er i gang, er rundet ned til nærmeste 5.',
  figuresNone: 'Ingenting er talt ennå.',
  figuresOutreach: 'Oppsøkende',
  figuresOutreachText: 'En tekst er talt når telefonselskapet har tatt imot den. Den som svarer, er talt én gang for hver gang vi begynner.',
  month: 'Måned',
  running: (month) => `${month}, hittil`,
  counted: {
    chats: 'Samtaler',
    under5: 'Ventet under 5 min',
    from5to15: '5–15 min',
    over15: 'Over 15 min',
    unanswered: 'Gikk uten svar',
    letters: 'Meldinger',
    textsBegun: 'Tekster vi begynte med',
    textsAnswered: 'Svar på tekst',
    calls: 'Ringt',
    wroteBack: 'Skrev tilbake',
    stopped: 'Sa stopp',
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
