/** Words about planned shifts. */

import type { Act } from '../shifts/shifts.ts';

export interface ShiftsTexts {
  readonly title: string;
  readonly lead: string;
  readonly mine: string;
  readonly mineNone: string;
  readonly all: string;
  readonly none: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly refused: string;
  readonly acts: Readonly<Record<Act, string>>;
  readonly empty: (seats: number) => string;
  readonly full: string;
  readonly confirmed: string;
  readonly unconfirmed: string;
  readonly offered: string;
  readonly asks: (name: string, shift: string) => string;
  readonly asked: (shift: string) => string;
  readonly needs: string;
  readonly swapTitle: string;
  readonly swapText: string;
  readonly swapNone: string;
  readonly cannotAsk: string;
  readonly cannotWhy: string;
  readonly gaps: string;
  readonly gapsNone: string;
  readonly alarms: Readonly<Record<'soon' | 'now', string>>;
  readonly alarmCount: (count: number) => string;
  readonly plan: string;
  readonly planText: string;
  readonly service: string;
  readonly lane: string;
  readonly allLanes: string;
  readonly first: string;
  readonly from: string;
  readonly to: string;
  readonly repeat: string;
  readonly repeats: Readonly<Record<'once' | 'weekly' | 'fortnightly' | 'daily' | 'monthly' | 'own', string>>;
  readonly rule: string;
  readonly ruleHint: string;
  readonly seats: string;
  readonly roles: string;
  readonly languages: string;
  readonly planIt: string;
  readonly planned: string;
  readonly planRefused: string;
  readonly moveRefused: string;
  readonly plans: string;
  readonly endPlan: string;
  readonly endAsk: string;
  readonly endWhy: string;
  readonly replacePlan: string;
  readonly replaceTitle: string;
  readonly replaceText: string;
  readonly replaceFrom: string;
  readonly replaceIt: string;
  readonly replaced: (kept: number) => string;
  readonly lost: string;
  readonly change: string;
  readonly changeText: string;
  readonly day: string;
  readonly move: string;
  readonly leaveOut: string;
  readonly feed: string;
  readonly feedText: string;
  readonly feedMake: string;
  readonly feedOnce: string;
}

export const nbShifts: ShiftsTexts = {
  title: 'Vakter',
  lead: 'Meld deg på, bytt og bekreft. Frivillige er på vakt fra et kvarter før til et kvarter etter en vakt de har.',
  mine: 'Mine vakter',
  mineNone: 'Du har ingen vakter de neste åtte ukene.',
  all: 'Alle vakter',
  none: 'Ingen vakter er planlagt de neste åtte ukene.',
  loading: 'Henter vaktene …',
  unreachable: 'Vaktlisten kan ikke hentes nå. Den prøver igjen av seg selv.',
  refused: 'Det gikk ikke. Noen kan ha vært raskere; listen viser hvordan det er nå.',
  acts: {
    'sign-up': 'Meld deg på',
    'take-back': 'Meld deg av',
    'cannot-come': 'Jeg kan ikke komme',
    confirm: 'Bekreft',
    offer: 'Tilby til andre',
    keep: 'Behold vakten',
    'take-over': 'Overta',
    'ask-swap': 'Spør om å bytte',
    'accept-swap': 'Bytt',
    'decline-swap': 'Nei takk',
  },
  empty: (seats) => (seats === 1 ? '1 ledig plass' : `${String(seats)} ledige plasser`),
  full: 'Fullt',
  confirmed: 'bekreftet',
  unconfirmed: 'ikke bekreftet',
  offered: 'tilbys andre',
  asks: (name, shift) => `${name} vil bytte til seg denne mot ${shift}`,
  asked: (shift) => `Du har spurt om å bytte mot ${shift}`,
  needs: 'For',
  swapTitle: 'Hvilken vakt vil du ha i stedet?',
  swapText: 'Den andre må si ja. Til da beholder du din.',
  swapNone: 'Ingen andre har en vakt som passer for deg.',
  cannotAsk: 'Kan du ikke komme?',
  cannotWhy: 'Plassen blir ledig, og koordinatorene ser det med en gang.',
  gaps: 'Her mangler noen',
  gapsNone: 'Alle vakter de neste åtte ukene er besatt.',
  alarms: { soon: 'Mangler folk om mindre enn tre døgn', now: 'Mangler folk om mindre enn et døgn' },
  alarmCount: (count) => `${String(count)} vakter mangler folk`,
  plan: 'Planlegg en vakt',
  planText: 'Tidene er lokale. Slutter den før den begynner, er slutten neste dag.',
  service: 'Tjeneste',
  lane: 'Hvem vakten er for',
  allLanes: 'Alle',
  first: 'Første dag',
  from: 'Fra',
  to: 'Til',
  repeat: 'Gjentas',
  repeats: {
    once: 'Bare denne dagen',
    weekly: 'Hver uke',
    fortnightly: 'Annenhver uke',
    daily: 'Hver dag',
    monthly: 'Hver måned på samme dato',
    own: 'Etter egen regel',
  },
  rule: 'Regel (RFC 5545)',
  ruleHint: 'For eksempel FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630',
  seats: 'Plasser',
  roles: 'For',
  languages: 'Språk som trengs',
  planIt: 'Legg inn',
  planned: 'Vakten er lagt inn.',
  moveRefused: 'Det gikk ikke. Se på dag og tider.',
  planRefused: 'Det gikk ikke. Se på dag, tider, regel og hvem vakten er for; første dag må være en av regelens dager.',
  plans: 'Planer',
  endPlan: 'Avslutt planen',
  endAsk: 'Avslutte planen?',
  endWhy: 'I dag blir siste dag. De som har meldt seg på senere, mister plassen.',
  replacePlan: 'Endre planen',
  replaceTitle: 'Endre planen fra en dag av',
  replaceText: 'Til dagen før gjelder planen som nå. De som har en plass som finnes etterpå også, beholder den; er tidene andre, bekrefter de på nytt.',
  replaceFrom: 'Fra og med',
  replaceIt: 'Endre',
  replaced: (kept) => `Planen er endret. ${kept === 1 ? '1 beholdt plassen.' : `${String(kept)} beholdt plassen.`}`,
  lost: 'Disse mistet plassen. Si fra til dem:',
  change: 'Endre denne dagen',
  changeText: 'Flyttes den, må de som har plass, bekrefte på nytt. Utgår den, mister de plassen.',
  day: 'Dag',
  move: 'Flytt',
  leaveOut: 'La den utgå',
  feed: 'I din egen kalender',
  feedText:
    'Kalenderen din kan lese vaktene dine fra en hemmelig adresse. Der står det «Havn» og tidene, ikke tjenesten. Lager du en ny, slutter den gamle å virke.',
  feedMake: 'Lag en ny adresse',
  feedOnce: 'Adressen vises bare nå. Den som har den, ser når du er på vakt.',
};

export const enShifts: ShiftsTexts = {
  title: 'Shifts',
  lead: 'Sign up, swap and confirm. Volunteers are on duty from a quarter of an hour before to a quarter after a shift they hold.',
  mine: 'My shifts',
  mineNone: 'You have no shifts in the next eight weeks.',
  all: 'All shifts',
  none: 'No shifts are planned for the next eight weeks.',
  loading: 'Fetching the shifts …',
  unreachable: 'The shifts cannot be fetched now. The page tries again by itself.',
  refused: 'That had no effect. Somebody may have been faster; the list shows how it is now.',
  acts: {
    'sign-up': 'Sign up',
    'take-back': 'Give it back',
    'cannot-come': 'I cannot come',
    confirm: 'Confirm',
    offer: 'Offer to others',
    keep: 'Keep the shift',
    'take-over': 'Take over',
    'ask-swap': 'Ask to swap',
    'accept-swap': 'Swap',
    'decline-swap': 'No thanks',
  },
  empty: (seats) => (seats === 1 ? '1 free seat' : `${String(seats)} free seats`),
  full: 'Full',
  confirmed: 'confirmed',
  unconfirmed: 'not confirmed',
  offered: 'offered to others',
  asks: (name, shift) => `${name} would swap this for ${shift}`,
  asked: (shift) => `You asked to swap for ${shift}`,
  needs: 'For',
  swapTitle: 'Which shift would you have instead?',
  swapText: 'The other has to say yes. Until then you keep yours.',
  swapNone: 'Nobody else has a shift that suits you.',
  cannotAsk: 'You cannot come?',
  cannotWhy: 'The seat becomes free, and coordinators see it at once.',
  gaps: 'Somebody is missing',
  gapsNone: 'Every shift of the next eight weeks is filled.',
  alarms: { soon: 'Lacks people within three days', now: 'Lacks people within a day' },
  alarmCount: (count) => `${String(count)} shifts lack people`,
  plan: 'Plan a shift',
  planText: 'Times are local. When it ends before it begins, the end is on the next day.',
  service: 'Service',
  lane: 'Whom the shift is for',
  allLanes: 'Everybody',
  first: 'First day',
  from: 'From',
  to: 'To',
  repeat: 'Repeated',
  repeats: {
    once: 'On this day only',
    weekly: 'Every week',
    fortnightly: 'Every other week',
    daily: 'Every day',
    monthly: 'Every month on the same date',
    own: 'By a rule of your own',
  },
  rule: 'Rule (RFC 5545)',
  ruleHint: 'For example FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630',
  seats: 'Seats',
  roles: 'For',
  languages: 'Languages needed',
  planIt: 'Plan it',
  planned: 'The shift is planned.',
  moveRefused: 'That was refused. Look at day and times.',
  planRefused: 'That was refused. Look at day, times, rule and whom the shift is for; the first day must be one of the rule’s.',
  plans: 'Plans',
  endPlan: 'End the plan',
  endAsk: 'End the plan?',
  endWhy: 'Today becomes its last day. Those who signed up for later lose their seat.',
  replacePlan: 'Change the plan',
  replaceTitle: 'Change the plan from a day on',
  replaceText: 'Until the day before, the plan stays as it is. Whoever has a seat that is there afterwards too keeps it; where the times are others, they confirm again.',
  replaceFrom: 'From',
  replaceIt: 'Change',
  replaced: (kept) => `The plan is changed. ${String(kept)} kept their seat.`,
  lost: 'These lost their seat. Tell them:',
  change: 'Change this day',
  changeText: 'When it is moved, those with a seat must confirm again. When it is left out, they lose it.',
  day: 'Day',
  move: 'Move',
  leaveOut: 'Leave it out',
  feed: 'In your own calendar',
  feedText:
    'Your calendar can read your shifts from a secret address. It says “Havn” and the times, not the service. When you make a new one, the old one stops working.',
  feedMake: 'Make a new address',
  feedOnce: 'The address is shown only now. Whoever has it sees when you are on duty.',
};
