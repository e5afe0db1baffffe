/** Words about what somebody on duty can do, and for whom. */

import type { Bar, TRAITS } from '../able.ts';

export interface AbleTexts {
  readonly languages: string;
  readonly oneLanguage: string;
  readonly oneLanguageOnDuty: string;
  readonly lanes: string;
  /** None of those that are ticked is in a service. */
  readonly noLane: string;
  readonly traits: string;
  readonly traitsHint: string;
  readonly trait: Readonly<Record<(typeof TRAITS)[number], string>>;
  /** Another language that a visitor can do with. */
  readonly also: (language: string) => string;
  /** An interpreter will do for a visitor. */
  readonly interpreter: string;
  /** In a chat whose language this person does not speak. */
  readonly noLanguage: (language: string) => string;
  readonly bringInterpreter: string;
  /** Of a colleague who says so. */
  readonly outside: string;
  /** Why somebody who waits is not for this person. */
  readonly bars: Readonly<Record<Bar, string>>;
  /** What others changed in this person's services. */
  readonly changes: {
    readonly title: string;
    readonly fresh: (service: string) => string;
    readonly lost: (service: string) => string;
    readonly come: (service: string, words: string) => string;
    readonly gone: (service: string, words: string) => string;
    readonly keep: string;
  };
}

export const nbAble: AbleTexts = {
  languages: 'Språk du snakker',
  oneLanguage: 'Velg minst ett språk. Bare de som forstår deg, kommer til deg.',
  oneLanguageOnDuty: 'Velg minst ett språk. Til du gjør det, gjelder det du valgte sist.',
  lanes: 'Hvem du svarer (ingen valgt: alle)',
  noLane: 'Ingen av dem du har valgt, finnes i tjenestene dine. Velg hvem du svarer.',
  traits: 'Det folk kan ønske seg',
  traitsHint: 'Noen vil helst snakke med en kvinne, en mann eller et bestemt yrke. Velg det som passer for deg, eller ingenting.',
  trait: {
    'gender:woman': 'Jeg er kvinne',
    'gender:man': 'Jeg er mann',
    'profession:social-worker': 'Sosionom',
    'profession:nurse': 'Sykepleier',
    'profession:doctor': 'Lege',
    'profession:lawyer': 'Jurist',
    'profession:therapist': 'Terapeut',
    'community:outside': 'Jeg er ikke fra et miljø som de som skriver hit, er fra',
  },
  also: (language) => `klarer seg på ${language.toLocaleLowerCase('nb')}`,
  interpreter: 'vil ha tolk',
  noLanguage: (language) => `Den besøkende skriver ${language.toLocaleLowerCase('nb')}, som du ikke snakker. En tolk på vakt kan bli med når den besøkende sier ja.`,
  bringInterpreter: 'Hent inn en tolk',
  outside: 'ikke fra et miljø her',
  bars: {
    language: 'Du snakker ikke språket',
    lane: 'Du svarer ikke disse nå',
    wish: 'Ønsker seg en annen enn deg',
  },
  changes: {
    title: 'Tjenestene dine er endret',
    fresh: (service) => `${service} er ny hos deg. Kryss av for den når du går på vakt.`,
    lost: (service) => `${service} er ikke lenger en av tjenestene dine.`,
    come: (service, words) => `Nytt du kan velge i ${service}: ${words}.`,
    gone: (service, words) => `Ikke lenger i ${service}: ${words}.`,
    keep: 'Det du har krysset av, står. Du endrer det der du går på vakt, og under «Vakten din» når du er på vakt.',
  },
};

export const enAble: AbleTexts = {
  languages: 'Languages you speak',
  oneLanguage: 'Choose at least one language. Only those who understand you come to you.',
  oneLanguageOnDuty: 'Choose at least one language. Until you do, what you chose last holds.',
  lanes: 'Whom you answer (none chosen: everybody)',
  noLane: 'None of those you chose is in your services. Choose whom you answer.',
  traits: 'What people may wish for',
  traitsHint: 'Some would rather talk with a woman, a man or a certain profession. Choose what is true of you, or nothing.',
  trait: {
    'gender:woman': 'I am a woman',
    'gender:man': 'I am a man',
    'profession:social-worker': 'Social worker',
    'profession:nurse': 'Nurse',
    'profession:doctor': 'Doctor',
    'profession:lawyer': 'Lawyer',
    'profession:therapist': 'Therapist',
    'community:outside': 'I am of no community whose people write here',
  },
  also: (language) => `can do with ${language}`,
  interpreter: 'wants an interpreter',
  noLanguage: (language) => `The visitor writes ${language}, which you do not speak. An interpreter on duty can join when the visitor says yes.`,
  bringInterpreter: 'Bring in an interpreter',
  outside: 'of no community here',
  bars: {
    language: 'You do not speak the language',
    lane: 'You do not answer these now',
    wish: 'Wishes for somebody else',
  },
  changes: {
    title: 'Your services have changed',
    fresh: (service) => `${service} is new to you. Tick it when you go on duty.`,
    lost: (service) => `${service} is no longer one of your services.`,
    come: (service, words) => `New to choose in ${service}: ${words}.`,
    gone: (service, words) => `No longer in ${service}: ${words}.`,
    keep: 'What you have ticked stays. You change it where you go on duty, and under “Your duty” while you are on duty.',
  },
};
