import type { LineWords } from './texts.ts';

export const nb: LineWords = {
  lanes: {
    question: 'Hvem spør du for?',
    names: {
      self: 'Meg selv',
      'on-behalf': 'En jeg kjenner',
      professional: 'Jeg spør for noen i jobben min',
      other: 'Noe annet',
    },
    noClients: 'Ikke skriv navn eller annet som viser hvem klienten din er.',
  },
  wishes: {
    title: 'Er det noen du helst vil snakke med?',
    gender: 'Helst',
    profession: 'Yrke',
    any: 'Det er det samme',
    names: {
      'gender:woman': 'En kvinne',
      'gender:man': 'En mann',
      'profession:social-worker': 'Sosionom',
      'profession:nurse': 'Sykepleier',
      'profession:doctor': 'Lege',
      'profession:lawyer': 'Jurist',
      'profession:therapist': 'Terapeut',
    },
    outside: 'Helst ikke noen fra mitt eget miljø',
    outsideHow: 'Vi spør først dem som sier at de ikke er fra et slikt miljø. Vi spør ikke hvilket, og du kan si nei til hvem som helst uten grunn.',
    advice: 'Et ønske kan gi lengre ventetid. Du blir spurt før vi går bort fra det.',
  },
  nobody: (language) => `Ingen på vakt snakker ${language} nå.`,
  ways: 'Du kan vente og se om det kommer noen, velge et annet språk, eller legge igjen en melding på ditt språk.',
  noOther: 'Du kan vente og se om det kommer noen, eller legge igjen en melding på ditt språk.',
  interpreter: (language) => `Skriv ${language} med tolk`,
  interpreterHow: 'Den som tar samtalen, spør deg før tolken kommer inn. Du ser et navn tolken bruker her, og kan si nei uten grunn.',
  writeIn: (language) => `Skriv på ${language}`,
  message: 'Legg igjen en melding',
  asks: {
    profession: 'Ingen som er ledig nå, har yrket du ønsket. Er det greit med en annen?',
    gender: 'Ingen som er ledig nå, er den du helst ville snakke med. Er det greit med en annen?',
  },
  nothingWithout: 'Sier du nei, endrer vi ingenting, og du beholder plassen din.',
  breathing: {
    offer: 'Prøv en rolig pusteøvelse',
    stop: 'Skjul pusteøvelsen',
    how: 'Pust inn i fire sekunder og ut i seks. Gjør det så lenge du vil.',
    inward: 'Pust inn',
    outward: 'Pust ut',
  },
  yes: 'Ja, det er greit',
  no: 'Nei, jeg venter',
};
