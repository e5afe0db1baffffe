/** Words about advice that becomes care, in both languages. */

export interface CareTexts {
  readonly title: string;
  readonly mark: string;
  readonly ask: string;
  readonly why: string;
  readonly yes: string;
  /** Why it cannot be marked. */
  readonly noText: (language: string) => string;
  readonly notNow: string;
  /** In the talk. */
  readonly began: string;
  readonly done: string;
}

export const enCare: CareTexts = {
  title: 'Care',
  mark: 'From here it is care',
  ask: 'Does advice become care from here on?',
  why: 'First the visitor reads what the service says about records. It stands in the chat for both of you and cannot be taken back.',
  yes: 'Show it, and mark it',
  noText: (language) =>
    `It cannot be marked: the service says nothing about records in ${language}. A coordinator writes it under Services.`,
  notNow: 'It cannot be marked before the chat is open, or while earlier words are on their way.',
  began: 'Care from here on. The visitor was shown:',
  done: 'Marked. See in the chat whether the visitor has got it.',
};

export const nbCare: CareTexts = {
  title: 'Helsehjelp',
  mark: 'Herfra er det helsehjelp',
  ask: 'Blir rådgivning til helsehjelp herfra?',
  why: 'Først leser den besøkende det tjenesten sier om journal. Det står i samtalen for dere begge, og kan ikke tas tilbake.',
  yes: 'Vis teksten, og marker',
  noText: (language) =>
    `Det kan ikke markeres: tjenesten sier ingenting om journal på ${language.toLocaleLowerCase('nb')}. En koordinator skriver det under Tjenester.`,
  notNow: 'Det kan ikke markeres før samtalen er åpen, eller mens tidligere ord er på vei.',
  began: 'Helsehjelp herfra. Den besøkende fikk se:',
  done: 'Markert. Se i samtalen om den besøkende har fått teksten.',
};
