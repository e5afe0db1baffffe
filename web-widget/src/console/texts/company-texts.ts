/** Words about colleagues in a chat, in both languages. */

import type { TalkEvent } from '../../talk/view.ts';
import type { What } from '../../seal/proposal.ts';

type ByWhat = Readonly<Record<What, (name: string) => string>>;

export interface CompanyTexts {
  readonly bring: string;
  readonly lead: string;
  readonly honest: string;
  readonly looking: string;
  readonly nobody: string;
  readonly busy: string;
  readonly ask: Readonly<Record<What, string>>;
  /** Somebody in training may read along. */
  readonly watch: {
    readonly ask: string;
    readonly asked: (name: string) => string;
    readonly agreed: (name: string) => string;
    readonly invited: string;
    readonly invitedWhy: string;
    readonly reads: string;
  };
  readonly asked: ByWhat;
  readonly agreed: ByWhat;
  readonly withdraw: string;
  readonly together: (names: string) => string;
  readonly leads: (name: string) => string;
  readonly takeOut: string;
  readonly earlier: string;
  readonly earlierAsk: (name: string) => string;
  readonly earlierWhy: string;
  readonly earlierYes: string;
  readonly leave: string;
  readonly leaveWhy: string;
  readonly invited: Readonly<Record<What, string>>;
  readonly invitedWhy: Readonly<Record<What, string>>;
  readonly accept: string;
  readonly decline: string;
  readonly events: Readonly<Record<TalkEvent['kind'], (name: string) => string>>;
}

export const enCompany: CompanyTexts = {
  bring: 'Bring in a colleague',
  lead: 'The visitor is asked first. Without their yes nothing happens.',
  honest:
    'Whoever joins reads what is written from then on, not what was said before. After a handover you can read nothing more.',
  looking: 'Looking who is on duty …',
  nobody: 'Nobody else is on duty for this service now.',
  busy: 'no room now',
  ask: { join: 'Ask to join', handover: 'Ask to take over' },
  watch: {
    ask: 'Ask to let them watch',
    asked: (name) => `The visitor is asked whether ${name} may watch, to learn.`,
    agreed: (name) => `The visitor said yes. ${name} is invited to watch.`,
    invited: 'A colleague asks you to watch a chat',
    invitedWhy: 'The visitor has said yes. You will read what is written from then on, and cannot write.',
    reads: 'You watch this chat, and cannot write in it. The visitor can see that you are here.',
  },
  asked: {
    join: (name) => `The visitor is asked whether ${name} may join.`,
    handover: (name) => `The visitor is asked whether ${name} may take over.`,
  },
  agreed: {
    join: (name) => `The visitor said yes. ${name} is invited to join.`,
    handover: (name) => `The visitor said yes. ${name} is invited to take over.`,
  },
  withdraw: 'Take it back',
  together: (names) => `With you: ${names}`,
  leads: (name) => `${name} leads this chat.`,
  takeOut: 'Take out',
  earlier: 'Show earlier messages',
  earlierAsk: (name) => `Let ${name} read what was said before?`,
  earlierWhy: 'The visitor is told. It cannot be taken back.',
  earlierYes: 'Yes, show them',
  leave: 'Leave the chat',
  leaveWhy: 'The chat goes on without you, and you can read nothing more of it.',
  invited: { join: 'A colleague asks you to join a chat', handover: 'A colleague asks you to take over a chat' },
  invitedWhy: {
    join: 'The visitor has said yes. You will read what is written from then on.',
    handover: 'The visitor has said yes. You will not see what was said before.',
  },
  accept: 'Accept',
  decline: 'Decline',
  events: {
    'asked-join': (name) => `The visitor was asked whether ${name} may join.`,
    'asked-handover': (name) => `The visitor was asked whether ${name} may take over.`,
    yes: (name) => `The visitor said yes to ${name}.`,
    no: (name) => `The visitor said no to ${name}.`,
    withdrawn: (name) => `It will not be ${name}. The visitor is told.`,
    unwanted: (name) => `The visitor asked that ${name} leaves.`,
    joined: (name) => `${name} can read and write from here on.`,
    watches: (name) => `${name} can read from here on, and not write.`,
    left: (name) => `${name} can read nothing more.`,
    history: (name) => `${name} can now read what was said before.`,
    leads: (name) => `${name} leads the chat from here on.`,
  },
};

export const nbCompany: CompanyTexts = {
  bring: 'Hent inn en kollega',
  lead: 'Den besøkende blir spurt først. Uten et ja skjer ingenting.',
  honest:
    'Den som blir med, leser det som blir skrevet fra da av, ikke det som er sagt før. Etter en overtakelse kan du ikke lese mer.',
  looking: 'Ser hvem som er på vakt …',
  nobody: 'Ingen andre er på vakt for denne tjenesten nå.',
  busy: 'har ikke plass nå',
  ask: { join: 'Spør om å bli med', handover: 'Spør om å ta over' },
  watch: {
    ask: 'Spør om å få se på',
    asked: (name) => `Den besøkende er spurt om ${name} kan se på for å lære.`,
    agreed: (name) => `Den besøkende sa ja. ${name} er invitert til å se på.`,
    invited: 'En kollega ber deg se på en samtale',
    invitedWhy: 'Den besøkende har sagt ja. Du leser det som blir skrevet fra da av, og kan ikke skrive.',
    reads: 'Du ser på samtalen, og kan ikke skrive i den. Den besøkende ser at du er her.',
  },
  asked: {
    join: (name) => `Den besøkende er spurt om ${name} kan bli med.`,
    handover: (name) => `Den besøkende er spurt om ${name} kan ta over.`,
  },
  agreed: {
    join: (name) => `Den besøkende sa ja. ${name} er invitert til å bli med.`,
    handover: (name) => `Den besøkende sa ja. ${name} er invitert til å ta over.`,
  },
  withdraw: 'Trekk tilbake',
  together: (names) => `Sammen med deg: ${names}`,
  leads: (name) => `${name} leder denne samtalen.`,
  takeOut: 'Ta ut',
  earlier: 'Vis tidligere meldinger',
  earlierAsk: (name) => `La ${name} lese det som er sagt før?`,
  earlierWhy: 'Den besøkende får vite det. Det kan ikke trekkes tilbake.',
  earlierYes: 'Ja, vis dem',
  leave: 'Gå ut av samtalen',
  leaveWhy: 'Samtalen går videre uten deg, og du kan ikke lese mer av den.',
  invited: { join: 'En kollega ber deg bli med i en samtale', handover: 'En kollega ber deg ta over en samtale' },
  invitedWhy: {
    join: 'Den besøkende har sagt ja. Du leser det som blir skrevet fra da av.',
    handover: 'Den besøkende har sagt ja. Du ser ikke det som er sagt før.',
  },
  accept: 'Godta',
  decline: 'Avslå',
  events: {
    'asked-join': (name) => `Den besøkende ble spurt om ${name} kan bli med.`,
    'asked-handover': (name) => `Den besøkende ble spurt om ${name} kan ta over.`,
    yes: (name) => `Den besøkende sa ja til ${name}.`,
    no: (name) => `Den besøkende sa nei til ${name}.`,
    withdrawn: (name) => `Det blir ikke ${name} likevel. Den besøkende får vite det.`,
    unwanted: (name) => `Den besøkende ba om at ${name} går ut.`,
    joined: (name) => `${name} kan lese og skrive herfra.`,
    watches: (name) => `${name} kan lese herfra, og ikke skrive.`,
    left: (name) => `${name} kan ikke lese mer.`,
    history: (name) => `${name} kan nå lese det som er sagt før.`,
    leads: (name) => `${name} leder samtalen herfra.`,
  },
};
