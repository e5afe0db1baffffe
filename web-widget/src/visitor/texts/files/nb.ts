import type { FileTexts } from './texts.ts';

export const nb: FileTexts = {
  shown: {
    voice: (seconds) => (seconds === 1 ? 'Talemelding, 1 sekund' : `Talemelding, ${seconds} sekunder`),
    sound: 'Lydfil',
    image: 'Bilde',
    pdf: 'PDF',
    fetch: 'Åpne',
    fetching: 'Henter …',
    failed: 'Filen er borte eller endret, og vises ikke.',
    save: 'Lagre på denne enheten',
    unfit: 'Filen er ødelagt eller ikke det den kalles, og vises ikke.',
    refused: {
      kind: 'Filen kan ikke sendes: den er ødelagt eller av et annet slag. Bilder (JPEG, PNG, WebP), PDF og lyd (MP3, M4A, WAV, OGG) går bra.',
      large: 'Filen er for stor. Den kan være på 10 MB.',
      empty: 'Filen er tom.',
    },
  },

  quiet: {
    title: 'Er du der fortsatt?',
    lead: 'Etter 20 minutter uten et ord kan noen andre få plassen din. Skriv eller trykk her, så går samtalen videre.',
    here: 'Ja, jeg er her',
  },

  alone: {
    title: 'Den som svarte, har ikke forbindelse nå',
    lead: 'Det kan hende at de er tilbake straks. Skriver ingen innen åtte minutter fra de svarte, ringer siden for deg igjen. Du kommer først hvis noen er her.',
    hint: 'Da går du ut av chatten, og det du har skrevet her, blir med.',
  },

  danger: {
    call: 'Det er fare nå',
    again: 'Si fra en gang til',
    states: {
      calling: 'Vi kaller på flere …',
      called: 'Vi kalte på flere her. Ring hvis du kan:',
      alone: 'Ingen andre var her da du sa fra. Ring hvis du kan:',
      enough: 'Du har sagt fra tre ganger, og det kaller ikke på flere nå. Skriv det her, eller ring:',
      full: 'Mange kaller akkurat nå, og ingen ble kalt. Skriv det her, prøv igjen, eller ring:',
      failed: 'Vi vet ikke om det kom fram. Siden sier fra igjen av seg selv. Ring hvis du kan:',
    },
  },

  chat: {
    voice: 'Tale',
    blocked: 'Nettleseren åpnet ikke vinduet. Tillat vinduer fra denne siden, og prøv igjen.',
    attach: 'Fil',
    image: 'Bildet er tegnet på nytt, så sted og telefon ikke følger med.',
    asItIs: 'Filen sendes som den er, og kan inneholde navnet ditt.',
    tooMany: 'Fem filer venter allerede. Vent til en er fremme, eller fjern en.',
    send: 'Send filen',
    outgoing: 'Filer på vei',
    sending: 'Sendes …',
    again: 'Prøv igjen',
    remove: 'Fjern',
    troubles: {
      offline: 'Ikke sendt: vi fikk ikke kontakt.',
      full: 'Ikke sendt: chatten har så mange filer som den kan ha.',
      'no-room': 'Ikke sendt: det er ikke plass akkurat nå.',
      over: 'Ikke sendt: chatten er over, eller ingen har tatt den.',
      later: 'Ikke sendt ennå: de andre meldingene må fram først.',
    },
    not: {
      damaged: 'Serveren ga en annen fil enn den som ble sendt. Derfor vises den ikke.',
      gone: 'Filen er slettet.',
      unreachable: 'Filen kan ikke hentes nå. Prøv igjen.',
    },
  },
};
