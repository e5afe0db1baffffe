/** Opens a sealed part of a card; the journal has a line of each. */

import { members, number, text } from '../login/read.ts';
import { openNote } from '../sealed/note.ts';
import { facePlace, numbersPlace, readFace, readNumbers, type CardNumber, type Face } from './sealed.ts';
import { pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';

/** `not-here`: none of this browser's keys opens it. */
export type Part<T> = { readonly kind: 'open'; readonly value: T } | { readonly kind: Refusal | 'not-here' };

export interface OpenFace {
  readonly face: Face;
  readonly version: number;
}

type Opens = Pick<OutreachTools, 'service' | 'http' | 'keys'>;

async function open<T>(tools: Opens, card: string, part: string, place: string, read: (said: string, version: number) => T): Promise<Part<T>> {
  const answer = await tools.http.post(pathOf(tools, `cards/${card}/open`), { part });
  if (answer.kind !== 'ok') return { kind: refusal(answer) };
  const { file, version } = members(answer.value);
  const said = await openNote(await tools.keys.mailboxKeys(), place, text(file));
  return said === undefined ? { kind: 'not-here' } : { kind: 'open', value: read(said, number(version)) };
}

export const openFace = (tools: Opens, card: string): Promise<Part<OpenFace>> =>
  open(tools, card, 'face', facePlace(tools.service, card), (said, version) => ({ face: readFace(said), version }));

/** @param part `numbers` to show them, `send` for a release that the page does not show */
export const openNumbers = (tools: Opens, card: string, part: 'numbers' | 'send'): Promise<Part<readonly CardNumber[]>> =>
  open(tools, card, part, numbersPlace(tools.service, card), readNumbers);
