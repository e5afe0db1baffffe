/** Cards live for months, keys of mailboxes for some weeks, and people get new phones: what is stale is sealed anew here. */

import { SECOND } from '../../kernel/clock.ts';
import { list, members, number, text } from '../login/read.ts';
import { openNote, sealNote } from '../sealed/note.ts';
import { facePlace, numbersPlace } from './sealed.ts';
import { pathOf, pause, type OutreachTools } from './tools.ts';

/** Between two steps of five cards: 5,000 take a quarter of an hour. */
const BETWEEN = SECOND;

type Tools = Pick<OutreachTools, 'service' | 'http' | 'clock' | 'keys' | 'sealTo'>;

/** Goes once through the cards that a device of today cannot open, or that were sealed two weeks ago. Answers how many it sealed. */
export async function resealCards(tools: Tools, ended: AbortSignal): Promise<number> {
  let done = 0;
  for (let after = ''; !ended.aborted; ) {
    const devices = (await sealNote(await tools.sealTo(tools.service), '', ''))?.devices;
    if (devices === undefined) break;
    const answer = await tools.http.post(pathOf(tools, 'stale'), { devices, ...(after !== '' && { after }) });
    const cards = answer.kind === 'ok' ? list(members(answer.value)['cards']).map(members) : [];
    for (const each of cards) {
      if (await reseal(tools, each)) done += 1;
    }
    const last = text(cards.at(-1)?.['card']);
    if (last === '' || last === after) break;
    after = last;
    await pause(tools.clock, BETWEEN, ended);
  }
  return done;
}

/** False when none of this browser's keys opens it, or somebody wrote meanwhile: it stays as it is. */
async function reseal(tools: Tools, sealed: ReturnType<typeof members>): Promise<boolean> {
  const { service, http } = tools;
  const card = text(sealed['card']);
  const keys = await tools.keys.mailboxKeys();
  const said = {
    face: await openNote(keys, facePlace(service, card), text(sealed['face'])),
    numbers: await openNote(keys, numbersPlace(service, card), text(sealed['numbers'])),
  };
  if (said.face === undefined || said.numbers === undefined) return false;
  const to = await tools.sealTo(service);
  const face = await sealNote(to, facePlace(service, card), said.face);
  const numbers = await sealNote(to, numbersPlace(service, card), said.numbers);
  if (face === undefined || numbers === undefined) return false;
  const body = { face: face.file, numbers: numbers.file, devices: face.devices, version: number(sealed['version']) };
  return (await http.post(pathOf(tools, `cards/${card}/seal`), body)).kind === 'ok';
}
