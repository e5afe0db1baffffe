import { date, clock, weekday } from '../when.ts';
import { nb as files } from '../files/nb.ts';
import type { LetterTexts } from './texts.ts';

const TAG = 'nb';

export const nb: LetterTexts = {
  back: 'Tilbake',
  troubles: {
    offline: 'Vi fikk ikke kontakt. Ingenting er borte. Prøv igjen om litt.',
    unknown: 'Koden åpner ingen postkasse. Den kan være skrevet feil, utløpt eller slettet. Det kan vi ikke se forskjell på.',
    full: 'Postkassen er full. Åpne den og les svarene, eller slett den og begynn på nytt.',
    'no-room': 'Det er ikke plass til så mye akkurat nå. Prøv uten filer, eller senere.',
  },

  write: {
    title: 'Legg igjen en melding',
    lead: 'Bare de som jobber her, kan åpne den. Svaret venter i en postkasse som bare koden din åpner.',
    againTitle: 'Skriv en melding til',
    againLead: 'Svaret kommer i den samme postkassen.',
    label: 'Meldingen',
    send: 'Send meldingen',
    voice: 'Snakk inn en melding',
    voiceHint: 'Det åpner et lite vindu. Nettleseren kan huske at denne adressen fikk bruke mikrofonen.',
    voiceBlocked: 'Nettleseren åpnet ikke vinduet. Tillat vinduer fra denne siden, og prøv igjen.',
    file: 'Legg ved bilde, PDF eller lyd',
    fileHint: 'Bilder tegnes på nytt, så sted og telefon ikke følger med. PDF og lyd sendes som de er, og kan inneholde navnet ditt.',
    tooMany: 'Høyst fem filer i en melding.',
    tooLong: (over) => `Meldingen er ${over} tegn for lang. Del den i to.`,
    remove: 'Fjern',
    attached: 'Vedlegg',
  },

  files: files.shown,

  code: {
    title: 'Koden din',
    why: 'Bare den åpner postkassen din. Vi har den ikke, og kan ikke lage den på nytt.',
    show: 'Vis koden',
    hide: 'Skjul koden',
    words: 'Seks ord',
    digits: '24 sifre',
    form: 'Koden som',
    advice: 'Lær den eller skriv den et trygt sted. Ikke lagre den på en telefon som andre leser. Den blir aldri kopiert av seg selv.',
    settled: 'Dette er koden, og den blir ikke en annen.',
    practise: 'Øv: skriv koden uten å se',
    practiseLabel: 'Skriv koden',
    right: 'Riktig. Du kan den.',
    wrong: 'Det er en annen kode. Se på den en gang til.',
  },

  typed: {
    unknown: (words) => `Ikke i ordlisten: ${words}. Se etter skrivefeil.`,
    missingWords: (count) => (count === 1 ? 'Ett ord mangler.' : `${count} ord mangler.`),
    tooManyWords: 'Det er flere enn seks ord.',
    missingDigits: (count) => (count === 1 ? 'Ett siffer mangler.' : `${count} sifre mangler.`),
    tooManyDigits: 'Det er flere enn 24 sifre.',
    whole: 'Koden er hel.',
  },

  keep: {
    title: 'En kode å komme tilbake med',
    lead: 'Med koden finner vi igjen den du skriver med nå, og du kan legge igjen meldinger. Det vi har skrevet, blir ikke lagret med den.',
    keep: 'Ta koden i bruk',
    keptTitle: 'Koden virker',
    keptLead: 'Velg «Jeg har en kode» neste gang, også på en annen telefon.',
    ends: (day) => `Den virker til ${day}, lenger hvis du legger igjen en melding.`,
    back: 'Tilbake til chatten',
    answered: 'Noen har svart deg i chatten.',
    news: 'Det er en ny melding i chatten.',
    over: 'Chatten er over. Koden kan du fortsatt ta i bruk.',
  },

  busy: {
    key: 'Lager nøkkelen av koden …',
    sealing: 'Låser meldingen …',
    sending: 'Sender …',
    opening: 'Åpner postkassen …',
    erasing: 'Sletter …',
    lead: 'Det tar noen sekunder. På en eldre telefon kan det ta lenger.',
    stop: 'Stopp',
  },

  sent: {
    title: 'Meldingen er lagt igjen',
    from: (opening) =>
      opening === undefined
        ? 'Svaret kommer her når vi har åpent igjen.'
        : `Svaret kan være her fra ${weekday(opening, TAG)} ${date(opening, TAG)} kl. ${clock(opening, TAG).replace(':', '.')}${opening.elsewhere ? ' norsk tid' : ''}.`,
    soon: 'Svaret kommer her så snart noen har tid.',
    ends: (day) => `Meldingen ligger låst hos oss minst til ${day}.`,
    noCode: 'Se på koden før du går. Uten den får ingen lest svaret.',
    open: 'Åpne postkassen',
    done: 'Ferdig',
  },

  word: {
    last: 'Ordet fra sist',
    doubt: 'Kjenner du det ikke igjen, har noen andre vært her.',
    next: 'Neste gang ser du',
    lost: 'Postkassen ble åpnet et annet sted samtidig. Neste gang ser du ordet som ble vist der.',
  },

  ask: {
    title: 'Har du en kode?',
    lead: 'Skriv de seks ordene eller de 24 sifrene. Store bokstaver, mellomrom og bindestreker spiller ingen rolle.',
    label: 'Koden din',
    open: 'Åpne postkassen',
  },

  box: {
    title: 'Postkassen din',
    answers: 'Svar',
    none: 'Det er ikke kommet noe svar ennå.',
    unverified: (count) =>
      count === 1
        ? 'Ett svar kunne ikke bekreftes. Derfor vises det ikke.'
        : `${count} svar kunne ikke bekreftes. Derfor vises de ikke.`,
    letters: 'Meldingene dine',
    leftAt: (when) => `Lagt igjen ${when}. Teksten kan bare de som jobber her, lese.`,
    ends: (day) => `Alt her blir slettet ${day}, eller senere hvis det kommer noe nytt.`,
    again: 'Skriv en melding til',
    refresh: 'Se etter nye svar',
    ring: 'Skriv med oss nå',
    ringWish: 'Er den du skrev med sist ledig, spør vi den først.',
    erase: 'Slett alt nå',
    eraseQuestion: 'Vil du slette postkassen?',
    eraseLead: 'Meldinger, svar og filer blir borte med en gang, også hos oss. Det kan ikke angres.',
    eraseYes: 'Ja, slett alt',
    eraseNo: 'Nei, behold',
    close: 'Lukk postkassen',
  },

  erased: { title: 'Alt er slettet', lead: 'Postkassen, meldingene, svarene og filene er borte. Koden virker ikke lenger.' },
  nobody: {
    title: 'Ingen kan ta imot en melding nå',
    what: 'Vi har ingen nøkkel å låse den til, så den ville ikke vært trygg. Ingenting er sendt.',
    next: 'Prøv igjen når tjenesten har hatt åpent. Haster det, så bruk numrene nederst.',
  },
  stopped: {
    untrusted: {
      title: 'Vi vet ikke sikkert hvem som leser',
      what: 'Vi fikk ikke bekreftet hvem som hører til her. Derfor stoppet vi.',
      next: 'Prøv igjen fra start. Skjer det på nytt, så ring tjenesten i stedet.',
    },
    'roster-old': {
      title: 'Listen over hvem som svarer, er for gammel',
      what: 'Du har sett en nyere liste før, eller den er utløpt. Derfor stoppet vi.',
      next: 'Det er tjenesten som må rette dette. Prøv igjen senere.',
    },
    clock: {
      title: 'Klokka på denne enheten går feil',
      what: 'Vi trenger riktig tid for å vite hvem som svarer.',
      next: 'Slå på automatisk dato og tid i innstillingene, og prøv igjen.',
    },
    damaged: {
      title: 'Postkassen er ikke slik du forlot den',
      what: 'Det som ligger der, er ikke skrevet med koden din. Derfor viser vi ingenting av det.',
      next: 'Prøv igjen fra start. Skjer det på nytt, så ring tjenesten i stedet.',
    },
    browser: {
      title: 'Nettleseren klarer ikke dette',
      what: 'Den mangler minne eller noe vi trenger for å låse meldingen.',
      next: 'Lukk andre faner, eller prøv en annen nettleser.',
    },
  },
};
