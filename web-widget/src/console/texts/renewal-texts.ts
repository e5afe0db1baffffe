/** Words about a list of devices that runs out. */

export interface RenewalTexts {
  readonly title: (until: string) => string;
  readonly over: (until: string) => string;
  /** What two persons may do while the signer is away. */
  readonly open: string;
  readonly confirm: string;
  readonly mine: string;
  readonly signer: string;
  readonly failed: string;
}

export const nbRenewal: RenewalTexts = {
  title: (until) => `Listen over godkjente enheter går ut ${until}`,
  over: (until) => `Listen over godkjente enheter gikk ut ${until}`,
  open: 'Den som signerer listen, bør fornye den under «Folk og enheter». Er hun eller han borte, kan to av dere forlenge den uendret, hver fra sin egen enhet. Ikke bekreft hvis noen nettopp har bedt om at en enhet skal fjernes.',
  confirm: 'Bekreft forlengelsen',
  mine: 'Du har bekreftet. Be en kollega om å bekrefte fra sin egen enhet.',
  signer: 'Bare den som signerer listen, kan fornye den nå. Ring koordinatoren. Uten en ny liste kan ingen ta samtaler.',
  failed: 'Bekreftelsen ble ikke tatt imot. Prøv igjen.',
};

export const enRenewal: RenewalTexts = {
  title: (until) => `The list of approved devices expires ${until}`,
  over: (until) => `The list of approved devices expired ${until}`,
  open: 'Whoever signs the list should renew it under “People and devices”. If they are away, two of you can extend it unchanged, each from their own device. Do not confirm if somebody has just asked for a device to be removed.',
  confirm: 'Confirm the extension',
  mine: 'You have confirmed. Ask a colleague to confirm from their own device.',
  signer: 'Only whoever signs the list can renew it now. Call the coordinator. Without a new list nobody can take chats.',
  failed: 'The confirmation was not taken. Try again.',
};
