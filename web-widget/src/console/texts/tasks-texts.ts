/** Words about tasks with a due time. */

import type { SkipReason, TaskAct } from '../tasks/tasks.ts';

export interface TasksTexts {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly none: string;
  readonly done: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly refused: string;
  readonly lateCount: (count: number) => string;
  readonly lateTitle: (tasks: string) => string;
  readonly lateDo: string;
  readonly due: (when: string) => string;
  readonly late: (when: string) => string;
  readonly doneBy: (name: string) => string;
  readonly takenBy: (name: string) => string;
  readonly nobody: string;
  readonly raisedBy: (name: string, when: string) => string;
  readonly office: (name: string) => string;
  readonly tell: (kind: string) => string;
  readonly tellWhom: (names: string, office: string) => string;
  readonly skipped: (name: string, reason: string) => string;
  readonly acts: Readonly<Record<TaskAct | 'skip', string>>;
  readonly skipTitle: (name: string) => string;
  readonly skipText: string;
  readonly reasons: Readonly<Record<SkipReason, string>>;
  readonly detailOpen: string;
  readonly detailNote: string;
  readonly detailNot: string;
  readonly raise: string;
  readonly kind: string;
  readonly turn: (name: string) => string;
  readonly steps: string;
  readonly stepsText: string;
  readonly dueMinutes: (minutes: number) => string;
  readonly dueMorning: (time: string) => string;
  readonly dueDays: (days: number) => string;
  readonly tellOthers: string;
  readonly detail: string;
  readonly detailHint: string;
  readonly raiseIt: string;
  readonly raising: string;
  readonly raised: (office: string, due: string) => string;
  readonly raisedBefore: (office: string, due: string, when: string) => string;
  readonly offDuty: string;
  readonly noKeys: string;
  readonly raiseRefused: string;
  readonly raiseUnknown: string;
  /** The same, when raised again it is another task. */
  readonly raiseLost: string;
  /** Something else was raised, and of an earlier one it is not known. */
  readonly raiseDoubt: string;
}

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

export const nbTasks: TasksTexts = {
  title: 'Oppgaver',
  lead: 'Det tjenesten må gjøre innen en frist. Det som er for sent, står øverst og varsler til det er gjort.',
  open: 'Ikke gjort',
  none: 'Ingenting venter på å bli gjort.',
  done: 'Gjort',
  loading: 'Henter oppgavene …',
  unreachable: 'Oppgavene kan ikke hentes nå. Listen kan være gammel.',
  refused: 'Det gikk ikke. Oppgaven er annerledes nå; se hva som står.',
  lateCount: (count) => (count === 1 ? '1 oppgave er for sen' : `${String(count)} oppgaver er for sene`),
  lateTitle: (tasks) => `For sent: ${tasks}`,
  lateDo: 'Ta oppgaven under Oppgaver, og gjør den nå. Den varsler igjen til den er gjort.',
  due: (when) => `Frist ${when}`,
  late: (when) => `For sent, fristen var ${when}`,
  doneBy: (name) => `Gjort av ${name}`,
  takenBy: (name) => `${name} har den`,
  nobody: 'Ingen har den',
  raisedBy: (name, when) => `Meldt av ${name} ${when}`,
  office: (name) => `Kontor: ${name}`,
  tell: (kind) => `Si fra til de andre: ${kind}`,
  tellWhom: (names, office) => `Si fra til ${names} om at ${office} har den.`,
  skipped: (name, reason) => `${name} ble hoppet over: ${reason}`,
  acts: { take: 'Ta den', 'give-back': 'Gi den tilbake', done: 'Gjort', skip: 'Hopp over kontoret' },
  skipTitle: (name) => `Hopp over ${name} denne gangen?`,
  skipText: 'Neste kontor får oppgaven. Grunnen står i listen.',
  reasons: {
    'not-reached': 'Ikke nådd',
    'no-room': 'Har ikke plass',
    partial: 'Inhabil',
    other: 'Annet',
  },
  detailOpen: 'Les detaljene',
  detailNote: 'At du leste, skrives i journalen.',
  detailNot: 'Denne nettleseren kan ikke åpne detaljene.',
  raise: 'Meld en oppgave',
  kind: 'Hva',
  turn: (name) => `Nå er det ${name} sin tur.`,
  steps: 'Før du melder',
  stepsText: 'Kryss av for det du har gjort.',
  dueMinutes: (minutes) => (minutes < 60 ? `Frist: ${String(minutes)} minutter.` : `Frist: ${hours(minutes)} timer.`),
  dueMorning: (time) => `Frist: neste arbeidsdag klokka ${time}.`,
  dueDays: (days) => (days === 1 ? 'Frist: slutten av neste hele arbeidsdag.' : `Frist: slutten av ${String(days)} hele arbeidsdager.`),
  tellOthers: 'De andre kontorene får beskjed neste arbeidsdag klokka 09:00.',
  detail: 'Detaljer (kan stå tomt)',
  detailHint: 'Låses for enhetene til tjenesten. Serveren kan ikke lese det.',
  raiseIt: 'Meld',
  raising: 'Melder …',
  raised: (office, due) => `Meldt. ${office} har den, fristen er ${due}.`,
  raisedBefore: (office, due, when) => `Samme oppgave som kl. ${when}. ${office} har den, fristen er ${due}. Gjelder det noen andre, meld den nå.`,
  offDuty: 'Gå på vakt for tjenesten først.',
  noKeys: 'Ingen enhet kan ta imot detaljer nå. Meld uten detaljer, og gi dem muntlig.',
  raiseRefused: 'Det ble ikke meldt. Prøv igjen, og ring hvis det haster.',
  raiseUnknown: 'Vi vet ikke om det ble meldt. Prøv igjen nå uten å endre noe: da blir det likevel bare én oppgave. Ring hvis det haster.',
  raiseLost: 'Vi vet fortsatt ikke om det ble meldt. Melder du på nytt, kan det bli to oppgaver. Spør en kollega, og ring hvis det haster.',
  raiseDoubt: 'Det du prøvde å melde før dette, vet vi ikke om ble meldt. Spør en kollega, og ring hvis det haster.',
};

export const enTasks: TasksTexts = {
  title: 'Tasks',
  lead: 'What the service has to do by a certain time. What is late stands first and alarms until it is done.',
  open: 'Not done',
  none: 'Nothing waits to be done.',
  done: 'Done',
  loading: 'Getting the tasks …',
  unreachable: 'The tasks cannot be had now. The list may be old.',
  refused: 'That did not work. The task is different now; see what it says.',
  lateCount: (count) => (count === 1 ? '1 task is late' : `${String(count)} tasks are late`),
  lateTitle: (tasks) => `Late: ${tasks}`,
  lateDo: 'Take the task under Tasks and do it now. It alarms again until it is done.',
  due: (when) => `Due ${when}`,
  late: (when) => `Late, it was due ${when}`,
  doneBy: (name) => `Done by ${name}`,
  takenBy: (name) => `${name} has it`,
  nobody: 'Nobody has it',
  raisedBy: (name, when) => `Raised by ${name} ${when}`,
  office: (name) => `Office: ${name}`,
  tell: (kind) => `Tell the others: ${kind}`,
  tellWhom: (names, office) => `Tell ${names} that ${office} has it.`,
  skipped: (name, reason) => `${name} was skipped: ${reason}`,
  acts: { take: 'Take it', 'give-back': 'Give it back', done: 'It is done', skip: 'Skip the office' },
  skipTitle: (name) => `Skip ${name} this time?`,
  skipText: 'The next office gets the task. The reason stands in the list.',
  reasons: {
    'not-reached': 'Not reached',
    'no-room': 'Has no room',
    partial: 'Too close to the case',
    other: 'Something else',
  },
  detailOpen: 'Read the detail',
  detailNote: 'That you read it is written into the journal.',
  detailNot: 'This browser cannot open the detail.',
  raise: 'Raise a task',
  kind: 'What',
  turn: (name) => `It is the turn of ${name}.`,
  steps: 'Before you raise it',
  stepsText: 'Tick what you have done.',
  dueMinutes: (minutes) => (minutes < 60 ? `Due in ${String(minutes)} minutes.` : `Due in ${hours(minutes)} hours.`),
  dueMorning: (time) => `Due at ${time} on the next working day.`,
  dueDays: (days) => (days === 1 ? 'Due at the end of the next whole working day.' : `Due at the end of ${String(days)} whole working days.`),
  tellOthers: 'The other offices are told at 09:00 on the next working day.',
  detail: 'Detail (may be left empty)',
  detailHint: 'Sealed to the devices of the service. The server cannot read it.',
  raiseIt: 'Raise it',
  raising: 'Raising it …',
  raised: (office, due) => `Raised. ${office} has it, due ${due}.`,
  raisedBefore: (office, due, when) => `The same task as at ${when}. ${office} has it, due ${due}. If it is about somebody else, raise it now.`,
  offDuty: 'Go on duty for the service first.',
  noKeys: 'No device can take a detail now. Raise it without, and tell it by mouth.',
  raiseRefused: 'It was not raised. Try again, and call if it is urgent.',
  raiseUnknown: 'We do not know whether it was raised. Try again now without changing anything: it is one task all the same. Call if it is urgent.',
  raiseLost: 'We still do not know whether it was raised. Raised anew, it may be two tasks. Ask a colleague, and call if it is urgent.',
  raiseDoubt: 'We do not know whether what you tried to raise before this was raised. Ask a colleague, and call if it is urgent.',
};
