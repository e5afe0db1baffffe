import { readWhy } from '../outreach/wire.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';

/** A refusal with the server's reason, in words; undefined when it gave none that this console knows. */
export function reasonOf(o: OutreachTexts, refusal: string, detail: string): string | undefined {
  if (refusal === 'words') return detail === '' ? undefined : o.counter.telling(detail);
  const why = refusal === 'meanwhile' ? readWhy(detail) : undefined;
  return why === undefined ? undefined : o.goesNever(o.whys[why]);
}
