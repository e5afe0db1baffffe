/** Words about spares of device keys, and about a device that comes back. */

import type { BackTrouble } from '../recovery/bring-back.ts';
import type { OfferTrouble } from '../recovery/offer.ts';
import type { Method } from '../recovery/spare.ts';

export interface RecoveryTexts {
  readonly offerTitle: string;
  readonly offerText: string;
  readonly offerOnce: string;
  readonly kept: Readonly<Record<Method, string>>;
  readonly passkey: string;
  readonly passkeyWaiting: string;
  readonly kit: string;
  readonly without: string;
  readonly ready: string;
  readonly offerTrouble: Readonly<Record<Exclude<OfferTrouble, 'none'>, string>>;
  readonly kitTitle: string;
  readonly kitWhat: string;
  readonly kitWhere: string;
  readonly kitDigits: string;
  readonly kitPrint: string;
  readonly kitNext: string;
  readonly kitAgain: string;
  readonly kitRepeat: string;
  readonly kitSave: string;
  readonly kitSaving: string;
  readonly kitShow: string;
  readonly backTitle: string;
  readonly backText: string;
  readonly stolen: string;
  readonly backPasskey: string;
  readonly backDigits: string;
  readonly backKit: string;
  readonly backBusy: string;
  readonly asNew: string;
  readonly asNewWhy: string;
  readonly goneTitle: string;
  readonly goneText: string;
  readonly backTrouble: Readonly<Record<Exclude<BackTrouble, 'none'>, string>>;
  readonly isBack: string;
  readonly isBackText: string;
  readonly signer: string;
  readonly again: string;
  readonly againNamed: (name: string) => string;
  readonly againAsk: (name: string) => string;
  readonly againWhy: string;
  readonly againYes: string;
  readonly againFailed: string;
}

export const nbRecovery: RecoveryTexts = {
  offerTitle: 'Lag en reserve for denne enheten',
  offerText:
    'Blir nettleseren borte, henter du enheten tilbake i en ny på under to minutter, uten at noen må godkjenne den på nytt. Serveren oppbevarer reserven, men kan ikke åpne den.',
  offerOnce: 'Det kan bare gjøres nå. Når du går på vakt, kan nøkkelen ikke kopieres mer.',
  kept: { passkey: 'Reserven åpnes med passnøkkelen din.', kit: 'Reserven åpnes med sifrene på arket.' },
  passkey: 'Bruk passnøkkel',
  passkeyWaiting: 'Venter på passnøkkelen …',
  kit: 'Skriv ut et ark',
  without: 'Nei takk, jeg klarer meg uten',
  ready: 'Ferdig med reserven',
  offerTrouble: {
    cancelled: 'Passnøkkelen svarte ikke. Prøv igjen, eller skriv ut et ark.',
    'not-here':
      'Her kan du ikke lage en passnøkkel: En enhet du hadde, er tatt ut av listen etter at du logget inn. Skriv ut et ark i stedet.',
    'no-secret': 'Denne passnøkkelen kan ikke åpne en reserve. Skriv ut et ark i stedet.',
    stranger: 'Denne passnøkkelen tilhører en annen. Velg din egen.',
    refused: 'Reserven ble ikke lagret. Prøv igjen.',
    unsupported: 'Nettleseren klarte ikke å lage reserven. Bruk passnøkkel i stedet.',
    differs: 'Sifrene er ikke de som står på arket. Se etter og skriv dem på nytt.',
  },
  kitTitle: 'Reserveark',
  kitWhat: 'Disse 24 sifrene henter en arbeidsenhet tilbake i en ny nettleser, sammen med din egen innlogging. De virker ikke alene.',
  kitWhere: 'Oppbevar arket innelåst, ikke sammen med maskinen. Ikke ta bilde av det. Er maskinen stjålet, ring koordinatoren i stedet.',
  kitDigits: 'Sifrene',
  kitPrint: 'Skriv ut',
  kitNext: 'Jeg har dem på papir',
  kitAgain: 'Avbryt arket',
  kitRepeat: 'Skriv de 24 sifrene fra arket',
  kitSave: 'Lagre reserven',
  kitSaving: 'Lagrer …',
  kitShow: 'Vis sifrene igjen',
  backTitle: 'Hent enheten din tilbake',
  backText: 'Du har en reserve for en godkjent enhet. Henter du den tilbake, kan du gå på vakt med en gang.',
  stolen:
    'Bruker du fortsatt den gamle nettleseren, gjør heller dette til en ny enhet. Er den gamle maskinen stjålet, eller vet du ikke hvem som har den? Da skal den ikke hentes tilbake. Ring koordinatoren, som trekker den tilbake.',
  backPasskey: 'Hent tilbake med passnøkkel',
  backDigits: 'De 24 sifrene på reservearket',
  backKit: 'Hent tilbake med sifrene',
  backBusy: 'Åpner reserven …',
  asNew: 'Gjør dette til en ny enhet',
  asNewWhy: 'En ny enhet må godkjennes av koordinatoren.',
  goneTitle: 'Den gamle enheten kan ikke hentes tilbake',
  goneText: 'Koordinatoren har trukket den tilbake. Du kan gjøre denne nettleseren til en ny enhet i stedet.',
  backTrouble: {
    missing: 'Det skal være 24 siffer. Se etter på arket.',
    'wrong-digits': 'Sifrene åpner ikke reserven. Ingenting er endret. Se etter og prøv igjen.',
    'wrong-passkey': 'Denne passnøkkelen åpner ikke reserven. Ingenting er endret. Prøv en annen, eller bruk arket.',
    cancelled: 'Passnøkkelen svarte ikke. Ingenting er endret.',
    'no-secret': 'Denne passnøkkelen kan ikke åpne en reserve. Ingenting er endret.',
    revoked: 'Enheten står ikke i listen lenger, og kan ikke hentes tilbake. Ingenting er endret.',
    untrusted: 'Listen over godkjente enheter og reserven stemmer ikke overens. Ingenting er endret. Ring koordinatoren.',
    'too-often': 'Reserven er hentet for mange ganger. Vent en time.',
    unreachable: 'Får ikke kontakt med serveren. Ingenting er endret. Prøv igjen.',
    unsupported: 'Denne nettleseren klarer ikke å åpne reserven eller ta vare på nøkkelen.',
  },
  isBack: 'Enheten er hentet tilbake',
  isBackText: 'Bruk den bare her fra nå av. Brev som ble forseglet til den gamle nettleseren, må en kollega åpne først.',
  signer: 'Nøkkelen som signerer listen over enheter, følger ikke med. Var det den gamle nettleseren som signerte, overta signeringen: øvelse tre i håndboken, «The device that signs is lost» (docs/handbook/drills.md).',
  again: 'Ny lenke',
  againNamed: (name) => `Ny lenke til ${name}`,
  againAsk: (name) => `Slippe ${name} inn på nytt?`,
  againWhy: 'Den som åpner lenken, er logget inn som denne personen. Lag den bare når du snakker med personen selv. Er enheten stjålet, trekk den tilbake først. Lenken skrives i journalen.',
  againYes: 'Ja, lag lenken',
  againFailed: 'Lenken ble ikke laget. Det kan bare en godkjent enhet. Prøv igjen.',
};

export const enRecovery: RecoveryTexts = {
  offerTitle: 'Make a spare for this device',
  offerText:
    'If this browser is lost, you bring the device back in a new one within two minutes, and nobody has to approve it again. The server keeps the spare, but cannot open it.',
  offerOnce: 'This can be done only now. Once you are on duty the key cannot be copied any more.',
  kept: { passkey: 'Your passkey opens the spare.', kit: 'The digits on the sheet open the spare.' },
  passkey: 'Use a passkey',
  passkeyWaiting: 'Waiting for the passkey …',
  kit: 'Print a sheet',
  without: 'No thanks, I do without',
  ready: 'Done with the spare',
  offerTrouble: {
    cancelled: 'The passkey did not answer. Try again, or print a sheet.',
    'not-here': 'You cannot make a passkey here: a device of yours was taken out of the list after you signed in. Print a sheet instead.',
    'no-secret': 'This passkey cannot open a spare. Print a sheet instead.',
    stranger: 'This passkey is somebody else’s. Choose your own.',
    refused: 'The spare was not saved. Try again.',
    unsupported: 'This browser could not make the spare. Use a passkey instead.',
    differs: 'These are not the digits on the sheet. Look again and retype them.',
  },
  kitTitle: 'Spare sheet',
  kitWhat: 'These 24 digits bring a work device back in a new browser, together with your own sign-in. They do not work alone.',
  kitWhere: 'Keep the sheet locked away, not with the computer. Do not photograph it. If the computer was stolen, call the coordinator instead.',
  kitDigits: 'The digits',
  kitPrint: 'Print',
  kitNext: 'I have them on paper',
  kitAgain: 'Drop the sheet',
  kitRepeat: 'Type the 24 digits from the sheet',
  kitSave: 'Save the spare',
  kitSaving: 'Saving …',
  kitShow: 'Show the digits again',
  backTitle: 'Bring your device back',
  backText: 'You have a spare for an approved device. Bring it back and you can go on duty at once.',
  stolen:
    'If you still use the old browser, make this a new device instead. Was the old computer stolen, or do you not know who has it? Then do not bring it back. Call the coordinator, who revokes it.',
  backPasskey: 'Bring back with a passkey',
  backDigits: 'The 24 digits on the spare sheet',
  backKit: 'Bring back with the digits',
  backBusy: 'Opening the spare …',
  asNew: 'Make this a new device',
  asNewWhy: 'A new device has to be approved by the coordinator.',
  goneTitle: 'The old device cannot be brought back',
  goneText: 'The coordinator has revoked it. You can make this browser a new device instead.',
  backTrouble: {
    missing: 'There should be 24 digits. Look at the sheet again.',
    'wrong-digits': 'These digits do not open the spare. Nothing has changed. Look again and retry.',
    'wrong-passkey': 'This passkey does not open the spare. Nothing has changed. Try another, or use the sheet.',
    cancelled: 'The passkey did not answer. Nothing has changed.',
    'no-secret': 'This passkey cannot open a spare. Nothing has changed.',
    revoked: 'The device is no longer in the list and cannot be brought back. Nothing has changed.',
    untrusted: 'The list of approved devices and the spare disagree. Nothing has changed. Call the coordinator.',
    'too-often': 'The spare was fetched too often. Wait an hour.',
    unreachable: 'Cannot reach the server. Nothing has changed. Try again.',
    unsupported: 'This browser cannot open the spare or keep the key.',
  },
  isBack: 'The device is back',
  isBackText: 'Use it only here from now on. Letters sealed to the old browser must be opened by a colleague first.',
  signer: 'The key that signs the list of devices does not come with it. If the old browser signed, take over the signing: the third drill of the handbook, “The device that signs is lost” (docs/handbook/drills.md).',
  again: 'New link',
  againNamed: (name) => `New link for ${name}`,
  againAsk: (name) => `Let ${name} in again?`,
  againWhy: 'Whoever opens the link is signed in as this person. Make it only while you talk with the person themselves. If the device was stolen, revoke it first. The link is written into the journal.',
  againYes: 'Yes, make the link',
  againFailed: 'The link was not made. Only an approved device can. Try again.',
};
