/** Words about calls for help out of chats, in both languages. */

export interface DangerTexts {
  /** The button in a chat. */
  readonly call: string;
  readonly callWhy: string;
  /** In the head of a chat. */
  readonly mark: string;
  /** To others on duty; the name is empty when nothing is known. */
  readonly title: (lead: string, service: string) => string;
  readonly callers: Readonly<Record<'visitor' | 'staff' | 'line', string>>;
  readonly canCome: string;
  readonly coming: string;
  readonly cannotCome: string;
  /** After having said that one can. */
  readonly notAfterAll: string;
  /** To whoever said that they cannot. */
  readonly saidCannot: string;
  readonly alone: string;
  readonly ownTitle: (letter: string) => string;
  readonly ownCalled: string;
  readonly ownAlone: string;
  /** Others are on duty, and all said that they cannot come. */
  readonly ownNobody: string;
  readonly comes: (name: string) => string;
  readonly heard: (name: string) => string;
  /** Makes it quiet on this console. */
  readonly hush: string;
  readonly somebody: string;
  readonly letIn: string;
  readonly over: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly again: string;
  /** In a notification. */
  readonly notify: string;
  /** Calls cannot be looked up. */
  readonly unknownTitle: string;
  readonly unknown: (services: string) => string;
}

export const enDanger: DangerTexts = {
  call: 'Danger now',
  callWhy: 'Calls everybody else on duty to this chat',
  mark: 'Danger now',
  title: (lead, service) => (lead === '' ? `Danger now in a chat · ${service}` : `Danger now in the chat of ${lead} · ${service}`),
  callers: { visitor: 'The visitor says so', staff: 'A colleague says so', line: 'The visitor said so in the line' },
  canCome: 'I can come',
  coming: 'They know that you can come. You are in when the visitor has said yes.',
  cannotCome: 'I have heard it, and cannot come',
  notAfterAll: 'I cannot come after all',
  saidCannot: 'They know that you have heard it and cannot come.',
  alone: 'Nobody else on duty hears it, or nobody can come. Call whoever has the chat, or somebody who can come.',
  ownTitle: (letter) => `Danger now in chat ${letter}`,
  ownCalled: 'Everybody else on duty hears it until somebody has come, or you say that it is over.',
  ownAlone: 'Nobody else is on duty. Coordinators see it where their console is open. The police: 112. Ambulance: 113.',
  ownNobody: 'Nobody else on duty can come. Coordinators see it where their console is open. The police: 112. Ambulance: 113.',
  comes: (name) => `${name} can come.`,
  heard: (name) => `${name} has heard it, and cannot come.`,
  hush: 'I have heard it',
  somebody: 'A colleague',
  letIn: 'Ask the visitor, and let them in',
  over: 'It is over',
  failedTitle: 'Nobody was called',
  failed: 'The call did not reach the others. Press once more, or call somebody by phone.',
  again: 'Call once more',
  notify: 'Somebody needs you now',
  unknownTitle: 'Calls for help may be missing',
  unknown: (services) => `The server cannot see at the moment whether anybody calls for help: ${services}. Keep in touch in another way.`,
};

export const nbDanger: DangerTexts = {
  call: 'Fare nå',
  callWhy: 'Kaller alle andre på vakt til denne samtalen',
  mark: 'Fare nå',
  title: (lead, service) => (lead === '' ? `Fare nå i en samtale · ${service}` : `Fare nå hos ${lead} · ${service}`),
  callers: { visitor: 'Den besøkende sier det selv', staff: 'En kollega sier det', line: 'Den besøkende sa det i køen' },
  canCome: 'Jeg kan komme',
  coming: 'De vet at du kan komme. Du er inne når den besøkende har sagt ja.',
  cannotCome: 'Jeg har hørt det, og kan ikke komme',
  notAfterAll: 'Jeg kan ikke komme likevel',
  saidCannot: 'De vet at du har hørt det og ikke kan komme.',
  alone: 'Ingen andre på vakt hører det, eller ingen kan komme. Ring den som har samtalen, eller noen som kan komme.',
  ownTitle: (letter) => `Fare nå i samtale ${letter}`,
  ownCalled: 'Alle andre på vakt hører det til noen har kommet, eller du sier at det er over.',
  ownAlone: 'Ingen andre er på vakt. Koordinatorene ser det der konsollen deres er åpen. Politiet: 112. Ambulanse: 113.',
  ownNobody: 'Ingen andre på vakt kan komme. Koordinatorene ser det der konsollen deres er åpen. Politiet: 112. Ambulanse: 113.',
  comes: (name) => `${name} kan komme.`,
  heard: (name) => `${name} har hørt det, og kan ikke komme.`,
  hush: 'Jeg har hørt det',
  somebody: 'En kollega',
  letIn: 'Spør den besøkende, og slipp inn',
  over: 'Faren er over',
  failedTitle: 'Ingen ble kalt',
  failed: 'Alarmen nådde ikke de andre. Trykk en gang til, eller ring noen.',
  again: 'Kall en gang til',
  notify: 'Noen trenger deg nå',
  unknownTitle: 'Rop om hjelp kan mangle',
  unknown: (services) => `Serveren ser ikke akkurat nå om noen roper om hjelp: ${services}. Hold kontakten på en annen måte.`,
};
