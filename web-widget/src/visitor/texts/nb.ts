import type { Opening } from '../stores/opening.ts';
import type { Texts } from './texts.ts';
import { clock, date, weekday } from './when.ts';

const TAG = 'nb';

function when(opening: Opening): string {
  const time = `kl. ${clock(opening, TAG).replace(':', '.')}${opening.elsewhere ? ' norsk tid' : ''}`;
  switch (opening.day) {
    case 'today':
      return `i dag ${time}`;
    case 'tomorrow':
      return `i morgen, ${weekday(opening, TAG)}, ${time}`;
    case 'week':
      return `${weekday(opening, TAG)} ${time}`;
    case 'later':
      return `${weekday(opening, TAG)} ${date(opening, TAG)} ${time}`;
  }
}

export const nb: Texts = {
  tag: TAG,
  own: 'Norsk',
  direction: 'ltr',
  pageTitle: 'Chat',
  switchLanguage: 'Språk',

  exit: 'Forlat siden',
  exitHint: 'Lukker alt med en gang og viser en annen nettside. Du kan også trykke Shift tre ganger.',
  history: 'Nettleserens egen historikk blir liggende. Den må du slette selv.',

  emergency: {
    title: 'Fare nå?',
    abroad: 'Annet land',
    kinds: {
      any: 'Politi, ambulanse',
      health: 'Ambulanse',
      police: 'Politi',
      doctor: 'Legevakt',
      violence: 'Vold og overgrep',
      child: 'Barn og unge',
    },
    more: 'Flere',
    fewer: 'Færre',
  },

  lost: 'Samtalen du hadde på denne siden, er ikke å få tak i lenger. Du kan begynne på nytt.',
  loading: 'Ser etter om noen er her …',
  unreachable: {
    title: 'Vi får ikke kontakt',
    what: 'Nettet kan være borte, eller tjenesten svarer ikke akkurat nå.',
    next: 'Siden prøver igjen av seg selv. Du trenger ikke gjøre noe.',
  },

  open: {
    title: 'Noen er her nå',
    lead: 'Du skriver med et menneske.',
    ring: 'Skriv med oss',
  },
  busy: {
    title: 'Alle er opptatt akkurat nå',
    lead: (place) =>
      place === 1 ? 'Du er den neste som får svar.' : `Du blir nummer ${place} i køen. Vi tar én om gangen.`,
    ring: 'Still deg i kø',
  },
  late: {
    title: 'Ingen er på plass nå',
    lead: (since) =>
      since === undefined
        ? 'Vi skulle hatt åpent nå. Vi beklager at du må vente.'
        : `Vi skulle hatt åpent nå, fra kl. ${clock(since, TAG).replace(':', '.')}. Vi beklager at du må vente.`,
  },
  closed: {
    title: 'Vi har stengt nå',
    next: (opening) =>
      opening === undefined ? 'Vi vet ikke ennå når vi åpner igjen.' : `Vi åpner igjen ${when(opening)}.`,
  },
  answersNow: (name) => `${name} svarer nå. Det er en annen tjeneste.`,
  answersLater: (name, from) => `${name} svarer ${when(from)}. Det er en annen tjeneste.`,
  goThere: 'Gå dit',
  danger: {
    ring: 'Det er fare nå. Jeg må få hjelp først',
    known: 'Vi vet at det er fare nå, og du kommer før dem som ikke er i fare. Ring 112 hvis du kan.',
  },
  notNow: {
    title: 'Vi tar ikke imot flere nå',
    closing: 'Vi stenger om litt og rekker ikke en ny samtale.',
    long: 'Så mange venter at vi ikke rekker flere.',
    full: 'Det er fullt i dag.',
    'closed-to-new': 'Vi svarer bare dem som alt har begynt.',
    'winding-down': 'Vi svarer bare dem som har en kode fra før.',
  },
  updates: 'Siden sier fra når noen er her. Du kan la den stå åpen.',
  ahead: (waiting) => (waiting === 1 ? '1 person venter før deg.' : `${waiting} personer venter før deg.`),
  leaveLetter: 'Legg igjen en melding',
  haveCode: 'Jeg har en kode',
  keepCode: 'Få en kode å komme tilbake med',
  facts: 'Før du skriver',
  languages: (names) => `Vi svarer på ${names}.`,
  noName: 'Du trenger ikke si hvem du er.',
  stored: (days) =>
    days === 0
      ? 'Bare du og den som svarer, kan lese. Etterpå er ingenting lagret.'
      : `Bare du og de som svarer her, kan lese. Samtalen ligger låst i ${days} ${days === 1 ? 'dag' : 'dager'} og blir så slettet.`,
  chatLanguage: 'Jeg vil skrive på',

  phone: {
    question: 'Hvem bruker denne telefonen?',
    shared: 'Noen kan se på den',
    own: 'Bare jeg',
    sharedAdvice: 'Siden skjuler seg etter ett minutt i bakgrunnen, og alt blir borte etter 15 minutter.',
    ownAdvice: 'Samtalen står åpen til du avslutter den. Lukk siden når du er ferdig.',
    comesBack:
      'Samtalen går videre også om siden lastes på nytt. I en time kan adressen i nettleserens historikk åpne den igjen. Avslutt eller forlat siden når du er ferdig.',
  },

  waiting: {
    title: (position) => (position === 1 ? 'Du er neste' : `Du er nummer ${position} i køen`),
    bands: {
      unknown: 'Vi vet ikke ennå hvor lang tid det tar.',
      'under-5': 'Det tar vanligvis under 5 minutter.',
      '5-15': 'Det tar vanligvis 5 til 15 minutter.',
      'over-15': 'Det tar vanligvis mer enn 15 minutter.',
    },
    lost: 'Forbindelsen er brutt. Vi kobler til igjen, og plassen din er holdt av.',
    writeAhead: 'Skriv mens du venter',
    writeAheadHint: 'Teksten blir bare på denne siden. Du sender den selv når noen er her.',
    helpTitle: 'Dette kan vi snakke om',
    help: ['Helse og kropp', 'Lov og rettigheter', 'Penger og bolig', 'Trygghet', 'Bare snakke med noen'],
    letterInstead: 'Legg igjen en melding i stedet',
    letterInsteadHint: 'Da går du ut av køen, og svaret venter på deg her.',
    leave: 'Gå ut av køen',
    leaveSure: 'Vil du gå ut av køen? Du mister plassen din.',
  },

  checking: {
    title: 'Noen har svart',
    lead: 'Vi sjekker hvem det er og låser samtalen. Det tar et øyeblikk.',
  },

  talk: {
    title: (names) => `Du skriver med ${names}`,
    roles: {
      coordinator: 'leder',
      worker: 'ansatt',
      volunteer: 'frivillig',
      peer: 'erfaringskonsulent',
      mediator: 'tolk',
      partner: 'samarbeidspartner',
      trainee: 'under opplæring',
      auditor: 'kontrollør',
    },
    readers: (count) => (count === 1 ? '1 person kan lese dette' : `${count} personer kan lese dette`),
    sealed: 'Låst mellom dere',
    notSealed: 'Låses med første melding',
    reconnecting: 'Forbindelsen er brutt. Vi kobler til igjen. Det du skriver, blir sendt etterpå.',
    connecting: 'Kobler til …',
    away: 'Den du skriver med, er ikke tilkoblet akkurat nå. Det du skriver, kommer fram senere.',
    typing: (name) => `${name} skriver …`,
    log: 'Samtalen',
    empty: 'Nå kan du skrive. Du bestemmer hva du vil fortelle.',
    me: 'Du',
    page: 'Siden',
    ticks: { held: 'Venter her på siden', stored: 'Sendt', seen: 'Kommet fram' },
    write: 'Skriv en melding',
    send: 'Send',
    again: 'Et øyeblikk: vi låser samtalen på nytt. Teksten din blir stående.',
    full: 'Vent litt: meldingene dine må komme fram før du kan sende flere. Teksten din blir stående.',
    refused: 'Meldingen kunne ikke sendes nå. Teksten din står her fortsatt.',
    tooLong: (over) => `Meldingen er ${over} tegn for lang. Del den i to.`,
    settings: 'Innstillinger',
    showTyping: 'Vis den andre når jeg skriver',
    leave: 'Avslutt',
    newBelow: 'Ny melding',
    file: 'Fil',
  },

  company: {
    yes: 'Ja',
    no: 'Nei',
    answered: (name) => `Du sa ja. ${name} blir spurt nå.`,
    ask: (name) => `Jeg vil at ${name} går ut`,
    events: {
      'asked-join': (name) => `Du ble spurt om ${name} kan bli med.`,
      'asked-handover': (name) => `Du ble spurt om ${name} kan ta over.`,
      yes: (name) => `Du sa ja til ${name}.`,
      no: (name) => `Du sa nei til ${name}.`,
      withdrawn: (name) => `Det blir ikke ${name} likevel.`,
      unwanted: (name) => `Du ba om at ${name} går ut.`,
      joined: (name) => `${name} kan lese og skrive herfra.`,
      watches: (name) => `${name} kan lese herfra, og ikke skrive.`,
      left: (name) => `${name} kan ikke lese mer.`,
      history: (name) => `${name} kan nå lese det som er sagt før.`,
      leads: (name) => `Du skriver med ${name} herfra.`,
    },
  },

  leave: {
    question: 'Vil du avslutte samtalen?',
    lead: 'Den kan ikke åpnes igjen.',
    yes: 'Ja, avslutt',
    no: 'Nei, fortsett',
  },

  warning: {
    titles: {
      'national-id': 'Dette ligner et fødselsnummer eller D-nummer',
      immigration: 'Dette ligner et DUF-nummer',
      card: 'Dette ligner et kortnummer',
    },
    lead: 'Vi trenger det aldri for å hjelpe deg her.',
    change: 'Endre',
    send: 'Send likevel',
  },

  ended: {
    titles: {
      visitor: 'Samtalen er slutt',
      staff: 'Samtalen er avsluttet',
      gone: 'Samtalen er slutt',
      lost: 'Vi mistet samtalen',
      limit: 'Samtalen måtte avsluttes',
      deleted: 'Alt er slettet',
      removed: 'Samtalen ble stanset',
      silent: 'Ingen svarte deg',
      given: 'Plassen gikk videre',
    },
    leads: {
      visitor: 'Takk for at du skrev. Du er velkommen tilbake.',
      staff: 'Den du skrev med, har avsluttet. Du er velkommen tilbake.',
      gone: 'Forbindelsen var borte for lenge, eller det var stille i en time. Det betyr ikke at du gjorde noe feil.',
      lost: 'Noe gikk galt hos oss, og vi kan ikke fortsette her. Det var ikke noe du gjorde. Du kan starte på nytt med en gang.',
      limit: 'Den nådde lengden en samtale kan ha. Du kan starte en ny med en gang.',
      removed:
        'Telefonen eller maskinen til den du skrev med, er tatt ut av bruk hos oss, og kan ikke lese mer. Det var ikke noe du gjorde.',
      silent: 'Den du skrev med, har ikke svart på åtte minutter. Det beklager vi.',
      given: 'Det var stille lenge, og en annen fikk plassen. Du er først i køen.',
      deleted: 'Ingenting av samtalen ligger igjen hos oss. Det noen har lest, har de lest.',
    },
    kept: (days) =>
      days === 0
        ? 'Ingenting av samtalen er lagret hos oss.'
        : `Samtalen ligger låst hos oss i ${days} ${days === 1 ? 'dag' : 'dager'} og blir så slettet.`,
    show: 'Vis det som ble sagt',
    hide: 'Skjul det som ble sagt',
    again: 'Tilbake til start',
  },

  erase: {
    offer: 'Slett alt nå',
    question: 'Vil du slette alt fra denne samtalen?',
    lead: 'Den avsluttes, og det som ligger hos oss, er borte med en gang, for deg og for oss. Det kan ikke angres.',
    yes: 'Ja, slett',
    no: 'Nei, behold',
    working: 'Sletter …',
    failed: 'Det gikk ikke å slette nå. Sjekk forbindelsen og prøv igjen.',
  },

  stopped: {
    reasons: {
      unconfirmed: {
        title: 'Vi vet ikke sikkert hvem som svarer her',
        what: 'Denne siden fikk ikke bekreftet hvem som hører til tjenesten. Derfor kan du ikke skrive med noen herfra.',
        next: 'Ring tjenesten i stedet. Er det fare, så bruk numrene nederst.',
      },
      untrusted: {
        title: 'Vi vet ikke sikkert hvem som svarte',
        what: 'Vi fikk ikke bekreftet at det var noen som hører til her. Derfor stoppet vi samtalen.',
        next: 'Prøv igjen fra start. Skjer det på nytt, så ring tjenesten i stedet.',
      },
      'roster-old': {
        title: 'Listen over hvem som svarer, er for gammel',
        what: 'Da kan vi ikke vite sikkert hvem du skriver med. Derfor stoppet vi samtalen.',
        next: 'Det er tjenesten som må rette dette. Prøv igjen senere.',
      },
      clock: {
        title: 'Klokka på denne telefonen går feil',
        what: 'Vi trenger riktig tid for å vite hvem som svarer.',
        next: 'Slå på automatisk dato og tid i innstillingene, og prøv igjen.',
      },
      'epoch-refused': {
        title: 'Samtalen lot seg ikke låse',
        what: 'Noe stemte ikke med nøklene. Derfor stoppet vi før noe mer ble sendt.',
        next: 'Prøv igjen fra start. Skjer det på nytt, så ring tjenesten i stedet.',
      },
      'frame-refused': {
        title: 'En melding stemte ikke',
        what: 'Den var endret på veien, eller noe manglet. Derfor stoppet vi samtalen.',
        next: 'Prøv igjen fra start, gjerne på et annet nett.',
      },
      'server-refused': {
        title: 'Tjenesten avviste forbindelsen',
        what: 'Samtalen kan ikke fortsette herfra.',
        next: 'Prøv igjen fra start.',
      },
      replaced: {
        title: 'Samtalen er åpnet et annet sted',
        what: 'En annen fane eller enhet tok over.',
        next: 'Fortsett der. Var det ikke deg, så forlat siden nå.',
      },
      browser: {
        title: 'Nettleseren kan ikke låse samtalen',
        what: 'Den mangler noe vi trenger for at bare dere to skal kunne lese.',
        next: 'Oppdater nettleseren, eller prøv en annen.',
      },
    },
    nothing: 'Ingenting mer blir sendt.',
    code: (code) => `Kode ${code}`,
    again: 'Prøv igjen fra start',
  },

  refused: {
    closed: {
      title: 'Ingen kan svare nå',
      what: 'Den siste gikk akkurat da du ringte på.',
      next: 'Prøv igjen om litt.',
    },
    full: {
      title: 'Køen er full',
      what: 'Så mange venter at vi ikke rekker flere nå.',
      next: 'Prøv igjen om litt. Haster det, så bruk numrene nederst.',
    },
    unknown: {
      title: 'Det gikk ikke å starte samtalen',
      what: 'Tjenesten kjente ikke igjen det siden spurte om.',
      next: 'Prøv igjen. Hjelper det ikke, så last siden på nytt.',
    },
    again: 'Prøv igjen',
  },

  cover: {
    title: 'Siden er skjult',
    lead: 'Den har ligget i bakgrunnen en stund.',
    back: 'Vis siden',
    overTitle: 'Siden er tømt',
    overLead: 'Den lå lenge i bakgrunnen, så alt er fjernet herfra.',
  },
};
