import type { ShownThread } from '../outreach/threads.ts';
import { readWhy } from '../outreach/wire.ts';
import type { Lack, OutreachTexts } from '../texts/outreach-texts.ts';

const LACKS: readonly Lack[] = ['link', 'stop', 'own-words'];

/** A refusal with the server's reason, in words; undefined when it gave none that this console knows. */
export function reasonOf(o: OutreachTexts, refusal: string, detail: string): string | undefined {
  if (refusal === 'words') return detail === '' ? undefined : wordsOf(o, detail);
  const why = refusal === 'meanwhile' ? readWhy(detail) : undefined;
  return why === undefined ? undefined : o.goesNever(o.whys[why]);
}

/** Why something did not happen in a conversation: whatever changed, it is the conversation that is to be read. */
export const troubleOf = (o: OutreachTexts, trouble: NonNullable<ShownThread['trouble']>): string =>
  trouble === 'meanwhile' ? o.threads.answering.meanwhile : o.refusals[trouble];

function wordsOf(o: OutreachTexts, detail: string): string {
  if (detail === 'other-number') return o.counter.otherNumber;
  const lacks = /^lacks: (.*)$/u.exec(detail)?.[1]?.split(', ') ?? [];
  const said = LACKS.filter((lack) => lacks.includes(lack)).map((lack) => o.counter.lacks[lack]);
  return said.length === 0 ? o.counter.telling(detail) : said.join(' ');
}
