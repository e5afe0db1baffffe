/** Cards live for months, keys of mailboxes for some weeks, and people get new phones: what is stale is sealed anew here. */

import { toBase64Url } from '../../kernel/base64.ts';
import { SECOND } from '../../kernel/clock.ts';
import { readMailboxStatement } from '../../letters/statement.ts';
import type { MailboxKeys } from '../keys/types.ts';
import { list, members, number, text } from '../login/read.ts';
import { openNote, sealNote } from '../sealed/note.ts';
import { facePlace, numbersPlace } from './sealed.ts';
import { pathOf, pause, type OutreachTools } from './tools.ts';

/** Between two steps of five cards: 5,000 take a quarter of an hour. */
const BETWEEN = SECOND;

type Tools = Pick<OutreachTools, 'service' | 'http' | 'clock' | 'keys' | 'sealTo'>;

/** What became of the cards of a service. */
export interface Resealed {
  /** Devices that can open what was sealed anew; none: nothing could be. */
  readonly devices: number;
  readonly sealed: number;
  /** Cards that this device, or none of this browser's keys, opens. */
  readonly closed: number;
  /** Those that it opens and could not seal anew this time. */
  readonly left: number;
  /** All were looked through, and none was left. */
  readonly whole: boolean;
}

/**
 * Goes once through the cards that a device of today cannot open, that one can which left the roster, or that were
 * sealed two weeks ago; and, when this browser was away for longer than its key lasted, through all from before it came back.
 */
export async function resealCards(tools: Tools, ended: AbortSignal): Promise<Resealed> {
  let done: Resealed = { devices: 0, sealed: 0, closed: 0, left: 0, whole: false };
  const back = cameBack(await tools.keys.mailboxKeys());
  for (let after = ''; !ended.aborted; ) {
    const devices = (await tools.sealTo(tools.service)).map(({ device }) => toBase64Url(device));
    if (devices.length === 0) break;
    const wanted = { devices, ...(back !== undefined && { before: back }), ...(after !== '' && { after }) };
    const answer = await tools.http.post(pathOf(tools, 'stale'), wanted);
    if (answer.kind !== 'ok') break;
    const json = members(answer.value);
    const cards = list(json['cards']).map(members);
    for (const each of cards) {
      const became = await reseal(tools, each);
      done = { ...done, [became]: done[became] + 1 };
    }
    done = { ...done, devices: devices.length };
    const last = text(cards.at(-1)?.['card']);
    if (last === '' || last === after) return { ...done, closed: done.closed + number(json['closed']), whole: done.left === 0 };
    after = last;
    await pause(tools.clock, BETWEEN, ended);
  }
  return done;
}

/**
 * The start of the newest key before which this browser had none for a while. What was sealed in that time was sealed
 * to a key that had ended, and opens for a few weeks only.
 */
function cameBack(keys: readonly MailboxKeys[]): number | undefined {
  const from = ({ statement }: MailboxKeys): number => readMailboxStatement(statement)?.from ?? 0;
  const first = keys.find((key, index) => from(key) > (keys[index + 1]?.until ?? Number.POSITIVE_INFINITY));
  return first === undefined ? undefined : from(first);
}

/** `closed`: none of this browser's keys opens it. `left`: somebody wrote meanwhile, or it was not taken. */
async function reseal(tools: Tools, sealed: ReturnType<typeof members>): Promise<'sealed' | 'closed' | 'left'> {
  const { service, http } = tools;
  const card = text(sealed['card']);
  const keys = await tools.keys.mailboxKeys();
  const said = {
    face: await openNote(keys, facePlace(service, card), text(sealed['face'])),
    numbers: await openNote(keys, numbersPlace(service, card), text(sealed['numbers'])),
  };
  if (said.face === undefined || said.numbers === undefined) return 'closed';
  const to = await tools.sealTo(service);
  const face = await sealNote(to, facePlace(service, card), said.face);
  const numbers = await sealNote(to, numbersPlace(service, card), said.numbers);
  if (face === undefined || numbers === undefined) return 'left';
  const body = { face: face.file, numbers: numbers.file, devices: face.devices, version: number(sealed['version']) };
  return (await http.post(pathOf(tools, `cards/${card}/seal`), body)).kind === 'ok' ? 'sealed' : 'left';
}
