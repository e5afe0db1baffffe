/** Words about files in a running chat, in both languages. What a file is called stands with the words of the inbox. */

import type { FileTrouble } from '../inbox/inbox-view.ts';

export interface FilesTexts {
  readonly chosen: string;
  readonly image: string;
  readonly asItIs: string;
  readonly send: string;
  readonly tooMany: string;
  readonly outgoing: string;
  readonly sending: string;
  readonly again: string;
  readonly troubles: Readonly<Record<FileTrouble, string>>;
  readonly swapped: string;
  readonly ended: string;
}

export const enFiles: FilesTexts = {
  chosen: 'File that is not sent yet',
  image: 'The picture is drawn anew: place and camera do not go with it.',
  asItIs: 'The file is sent as it is. Look whether it holds names.',
  send: 'Send the file',
  tooMany: 'Five files wait already. Wait until one has arrived, or remove one.',
  outgoing: 'Files on their way',
  sending: 'Sealing and sending …',
  again: 'Try again',
  troubles: {
    offline: 'Not sent: no contact with the server.',
    full: 'Not sent: the chat has as many files as it may (20, or 40 MB).',
    'no-room': 'Not sent: the server has no room now.',
    over: 'Not sent: this browser is not in the chat any more.',
    later: 'Not sent yet: the other messages must arrive first.',
  },
  swapped: 'The server gave another file than was sent. Nothing of it is shown.',
  ended: 'Files are gone with the chat.',
};

export const nbFiles: FilesTexts = {
  chosen: 'Fil som ikke er sendt ennå',
  image: 'Bildet er tegnet på nytt: sted og kamera følger ikke med.',
  asItIs: 'Filen sendes som den er. Se etter om den inneholder navn.',
  send: 'Send filen',
  tooMany: 'Fem filer venter allerede. Vent til en er fremme, eller fjern en.',
  outgoing: 'Filer på vei',
  sending: 'Forsegles og sendes …',
  again: 'Prøv igjen',
  troubles: {
    offline: 'Ikke sendt: ingen kontakt med serveren.',
    full: 'Ikke sendt: chatten har så mange filer som den kan ha (20, eller 40 MB).',
    'no-room': 'Ikke sendt: serveren har ikke plass nå.',
    over: 'Ikke sendt: denne nettleseren er ikke i chatten lenger.',
    later: 'Ikke sendt ennå: de andre meldingene må fram først.',
  },
  swapped: 'Serveren ga en annen fil enn den som ble sendt. Ingenting av den vises.',
  ended: 'Filene ble borte da chatten tok slutt.',
};
